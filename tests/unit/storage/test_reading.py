import os
from pathlib import Path

import pytest

from reisverslag_tui.errors import Unreadable
from reisverslag_tui.storage.reading import read_file


def test_a_file_is_read_as_far_as_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 1")
    assert read_file(path, 10) == b"a = 1"
    assert read_file(path, 2) == b"a ="


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for path in (tmp_path / "pijp", tmp_path, Path(os.devnull)):
        with pytest.raises((Unreadable, IsADirectoryError)):
            read_file(path, 10)
