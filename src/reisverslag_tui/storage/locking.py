"""One window at a time: who may change a draft.

A draft is locked by `flock` on a file beside it, for a lock on the draft itself would stay behind
with the old file at the first rename. The lock of a process that ended is free at once. Whoever
takes over puts another file in its place; the window that had the lock sees that it has lost it.
"""

import errno
import fcntl
import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reisverslag_tui.core.dates import LocalZone, local_now, when
from reisverslag_tui.errors import InUse, TakenOver
from reisverslag_tui.storage.names import short_name

_FILE = re.compile(r"\.(.+)\.slot", re.DOTALL)
_BUSY = (errno.EAGAIN, errno.EACCES)
_ATTEMPTS = 20  # then the file system can't tell one file from another


def lock_files(directory: Path) -> list[str]:
    """Return the ids of the drafts that have a lock file: open now, or when the program died."""
    with os.scandir(directory) as entries:
        return [match[1] for entry in entries if (match := _FILE.fullmatch(entry.name))]


class Lock:
    """The right to change the draft at `path`.

    Where the file system refuses locks there is none, and nothing is refused: then only the
    comparison before each save protects the draft. The file's time is that of `now` when the right
    was taken: so others know since when.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = local_now) -> None:
        self._path = path.with_name(f".{short_name(path.stem)}.slot")
        self._now = now
        self._descriptor: int | None = None
        self._had_it = False

    def acquire(self) -> None:
        """Take the right; InUse if another window has it."""
        for _ in range(_ATTEMPTS):
            descriptor = self._opened()
            if descriptor is None:
                return
            if not self._locked(descriptor):
                _close(descriptor)
                self._remove_file()
                return
            self._descriptor = descriptor
            if self._is_ours():
                self._had_it = True
                return
            self._let_go()  # it was released, and its file removed, in between

    def take_over(self) -> None:
        """Take the right from the window that has it, which will notice."""
        for _ in range(_ATTEMPTS):
            self._remove_file()
            with suppress(InUse):  # the other took it back before it noticed
                self.acquire()
                return
        self.acquire()

    def confirm(self) -> None:
        """See that the right is still ours, and take it if nobody has it; TakenOver if not."""
        if self._is_ours():
            return
        self._let_go()
        try:
            self.acquire()
        except InUse as error:
            if self._had_it:
                raise TakenOver("overgenomen in een ander venster") from error
            raise

    def release(self) -> None:
        """Give the right up, and leave no file behind."""
        if self._is_ours():
            self._remove_file()
        self._let_go()
        self._had_it = False

    def _opened(self) -> int | None:
        """Open the file, made if need be; None where that can't be done."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
        try:
            return os.open(self._path, flags, 0o600)
        except OSError:
            return None

    def _locked(self, descriptor: int) -> bool:
        """Lock an open file; False where there are no locks, InUse if another has it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _BUSY:
                return False
            now = self._now()
            since = _written(descriptor) or now
            _close(descriptor)
            raise InUse(since, when(since, now)) from error
        self._write_time(descriptor)
        return True

    def _write_time(self, descriptor: int) -> None:
        moment = self._now().timestamp()
        with suppress(OSError):
            os.utime(descriptor, (moment, moment))

    def _is_ours(self) -> bool:
        """Tell whether the file that is locked is the one that others will find."""
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.lstat())
        except FileNotFoundError:
            return False
        except OSError:  # unknown, and trying again would not help
            return True

    def _remove_file(self) -> None:
        with suppress(OSError):
            self._path.unlink()

    def _let_go(self) -> None:
        if self._descriptor is not None:
            _close(self._descriptor)
            self._descriptor = None


def _written(descriptor: int) -> datetime | None:
    """Return when an open file was last written; None if that is unknown or no date."""
    try:
        return datetime.fromtimestamp(os.fstat(descriptor).st_mtime, LocalZone())
    except (OSError, OverflowError, ValueError):
        return None


def _close(descriptor: int) -> None:
    """Close a file, and its lock with it, whatever the disk says."""
    with suppress(OSError):
        os.close(descriptor)
