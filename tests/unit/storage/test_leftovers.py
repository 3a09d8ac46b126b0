import errno
import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.atomic import leftovers, write_whole
from reisverslag_tui.storage.names import short_name


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    return made


def _refuse(*_args: object, **_options: object) -> None:
    raise OSError(errno.EINTR, "")


def _killed_while_writing(path: Path, data: bytes) -> None:
    """Write a file, and leave what a kill just before the rename leaves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", _refuse)
        patch.setattr(os, "unlink", _refuse)
        with suppress(StorageError):
            write_whole(path, data)


@pytest.mark.parametrize("name", ["gent.toml", "é\nè.toml", "x", "a" * 59])
def test_what_a_killed_save_left_is_found_by_the_name_of_its_file(
    directory: Path, name: str
) -> None:
    assert leftovers(directory) == {}
    for data in (b"een", b"twee"):
        _killed_while_writing(directory / name, data)
    write_whole(directory / "oslo.toml", b"x")
    (found,) = leftovers(directory).items()
    assert found[0] == name
    assert sorted(path.read_bytes() for path in found[1]) == [b"een", b"twee"]


@pytest.mark.parametrize("length", [59, 60, 61, 240])
def test_a_long_name_is_told_apart_from_others(directory: Path, length: int) -> None:
    for end in ("b", "c"):
        _killed_while_writing(directory / (length * "a" + end), end.encode())
    found = leftovers(directory)
    for end in ("b", "c"):
        (left,) = found[short_name(length * "a" + end)]
        assert left.read_bytes() == end.encode()


def test_what_only_looks_like_a_leftover_is_none(directory: Path) -> None:
    (directory / ".a.toml.0000000a.tmp").mkdir()
    os.mkfifo(directory / ".b.toml.0000000a.tmp")
    (directory / "echt").write_bytes(b"")
    (directory / ".c.toml.0000000a.tmp").symlink_to("echt")
    for name in ("d.toml.0000000a.tmp", ".d.0000000g.tmp", ".0000000a.tmp", ".d.toml.tmp"):
        (directory / name).write_bytes(b"")
    assert leftovers(directory) == {}


def test_leftovers_are_told_also_while_another_writes(directory: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            write_whole(directory / "gent.toml", b"x")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        names = {name for _ in range(10_000) for name in leftovers(directory)}
    finally:
        stop.set()
        writer.join()
    assert names <= {"gent.toml"}
    assert leftovers(directory) == {}
