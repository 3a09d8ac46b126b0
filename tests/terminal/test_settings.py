"""The settings that only a real terminal can tell of."""

import signal
from pathlib import Path

from tests.terminal.terminal import Terminal, only_draft

MOUSE, KITTY = b"\x1b[?1000h", b"\x1b[>"


def test_mouse_and_keyboard_are_as_chosen_and_a_signal_waits_for_no_pause(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("muis = false\nkitty = true\nbewaarpauze = 60\n")
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert MOUSE not in terminal.sent
        assert KITTY in terminal.sent
        terminal.type("1")  # one key: the next is saved after the pause
        terminal.wait_for("Opgeslagen")
        terminal.type("2")
        terminal.wait_for("Wordt zo opgeslagen")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "12"}


def test_without_settings_there_is_a_mouse_and_the_old_keyboard(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert MOUSE in terminal.sent
        assert KITTY not in terminal.sent
