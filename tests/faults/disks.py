"""Disks that refuse to write for a while."""

import errno
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

_SHIM = """
import os, sys
from pathlib import Path
from reisverslag_tui.cli.main import main

trouble, data = Path(sys.argv.pop(1)), os.environ["REISVERSLAG_DATA"]
opening, fsync, opened = os.open, os.fsync, {}

def noting(path, *options, **more):
    descriptor = opening(path, *options, **more)
    opened[descriptor] = str(path)
    return descriptor

def failing(descriptor):
    if trouble.exists() and opened[descriptor].startswith(data):
        number = int(trouble.read_text())
        raise OSError(number, os.strerror(number))
    fsync(descriptor)

os.open, os.fsync = noting, failing
sys.exit(main())
"""


class Disk(Protocol):
    """Where the data directory is, and the program that works on it."""

    data: Path
    program: tuple[str, ...]

    def refusing(self, number: int) -> AbstractContextManager[None]:
        """Let every save fail with this error."""


class ShimmedDisk:
    """A directory like any other, but the program is told of errors when it syncs a file."""

    def __init__(self, directory: Path) -> None:
        self.data = directory / "gegevens"
        self._trouble = directory / "fout"
        self.program: tuple[str, ...] = ("-c", _SHIM, str(self._trouble))

    @contextmanager
    def refusing(self, number: int) -> Iterator[None]:
        """Let every save fail with this error."""
        written = self._trouble.with_suffix(".half")
        written.write_text(str(number))
        written.rename(self._trouble)
        try:
            yield
        finally:
            self._trouble.unlink()


class MountedDisk:
    """A small disk in memory, which can really be full, or read-only: for ENOSPC and EROFS."""

    program: tuple[str, ...] = ("-m", "reisverslag_tui")

    def __init__(self, directory: Path) -> None:
        self.data = directory / "gegevens"
        self._root = directory

    @contextmanager
    def refusing(self, number: int) -> Iterator[None]:
        """Let every save fail with this error."""
        assert number in (errno.ENOSPC, errno.EROFS)
        with self._read_only() if number == errno.EROFS else self._full():
            yield

    @contextmanager
    def _read_only(self) -> Iterator[None]:
        root = str(self._root)
        _run("mount", "--bind", root, root)  # a disk with an open file can't be made read-only
        _run("mount", "-o", "remount,bind,ro", root)
        try:
            yield
        finally:
            _run("umount", root)

    @contextmanager
    def _full(self) -> Iterator[None]:
        filling = self._root / "vulling"
        with filling.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        try:
            yield
        finally:
            filling.unlink()


@contextmanager
def small_disk(directory: Path) -> Iterator[Disk]:
    """Give a small disk where one may be mounted, or else what comes nearest to it."""
    root = directory / "schijf"
    root.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", "size=512k", "reisverslag", str(root))
    except (OSError, subprocess.CalledProcessError):
        yield ShimmedDisk(directory)
        return
    try:
        yield MountedDisk(root)
    finally:
        _run("umount", "--lazy", str(root))


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


UNPRIVILEGED = """
import ctypes, os, sys

for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-m", "reisverslag_tui", *sys.argv[1:]])
"""
"""The program, for which permissions count, also if root runs it."""
