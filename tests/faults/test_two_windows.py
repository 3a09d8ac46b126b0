"""Two windows, or a window and another program, have the same draft: no text is lost."""

from pathlib import Path

import pytest

from reisverslag_tui.serialization import to_toml
from tests.faults.faulty import HELD_UP, LEFT_AGAIN
from tests.faults.left import Left
from tests.faults.saves import NEXT, THEIRS
from tests.faults.sweep import sweep


@pytest.mark.parametrize(
    ("save", "fault"),
    [("that removes text", HELD_UP), ("over a symbolic link", LEFT_AGAIN)],
)
def test_a_window_that_was_held_up_in_a_save_undoes_nothing(
    save: str, fault: str, quick_path: Path
) -> None:
    *windows, _ = sweep(quick_path, save, fault)
    assert windows
    for window in windows:
        left = Left.in_directory(window.data)
        assert any(THEIRS.encode() in text for text in left.texts), window
        assert to_toml(NEXT) in left.texts or window.next.startswith("InUse:"), window
        assert not left.leftovers, window
