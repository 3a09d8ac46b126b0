"""The file of one draft, with detection of changes by others."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.errors import ChangedOutside, StorageError, UnreadableDraft
from reisverslag_tui.storage.atomic import write_whole
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, from_toml

_Mark = tuple[int, int, int, int]


def read_draft(path: Path) -> tuple[Draft, int]:
    """Return the draft in a file, and when that was written, in nanoseconds.

    Raises UnreadableDraft, also for a symbolic link that leads out of the directory.
    """
    data, status = read_bytes(path)
    return from_toml(path.stem, data), status.st_mtime_ns


def read_bytes(path: Path) -> tuple[bytes, os.stat_result]:
    """Return what is in a draft's file, damaged or not, and what the system tells of it.

    Never more than a little over MAXIMUM_SIZE. Raises UnreadableDraft.
    """
    try:
        with open(path, "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableDraft("dit is geen gewoon bestand")
            return file.read(MAXIMUM_SIZE + 1), status
    except OSError as error:
        raise UnreadableDraft(os_message(error, reading=True)) from error


def _open(name: str, _flags: int) -> int:
    """Open a file for reading, a symbolic link only if it stays in the directory."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW  # a named pipe is not waited for
    try:
        return os.open(name, flags)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        target = Path(os.path.realpath(name))  # links in a circle make Path.resolve fail
        if target.parent != Path(os.path.realpath(Path(name).parent)):
            raise UnreadableDraft("dit verwijst naar een bestand in een andere map") from error
        return os.open(target, flags)


def _mark(status: os.stat_result) -> _Mark:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


class DraftFile:
    """Reads and writes one draft; remembers what it last read or wrote, to detect changes.

    A missing file counts as unchanged: it is written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mark: _Mark | None = None
        self._ours: set[int] = set()  # hashes

    @property
    def known(self) -> bool:
        """Whether the file was read or written yet."""
        return self._mark is not None

    @property
    def written(self) -> int | None:
        """When the file was written that was last read or written here, in nanoseconds."""
        return self._mark[-1] if self._mark else None

    def read(self) -> Draft:
        """Return the draft; UnreadableDraft if its file is damaged or not there."""
        data, status = read_bytes(self.path)
        draft = from_toml(self.path.stem, data)
        self.adopt(data, status)
        return draft

    def reread(self) -> Draft | None:
        """Return the draft if its file is another than was last read, else None; as `read` does."""
        try:
            same = _mark(self.path.lstat()) == self._mark
        except OSError:
            same = False  # why it can't be read is found out by reading it
        return None if same else self.read()

    def adopt(self, data: bytes, status: os.stat_result) -> None:
        """Take what `read_bytes` gave for what is known of the file: it may be written over."""
        self._mark, self._ours = _mark(status), {hash(data)}

    def write(self, data: bytes, hold: Callable[[], None] = lambda: None) -> None:
        """Write the file, atomically; ChangedOutside if that would undo another's change.

        `hold` raises if another window has taken the draft over. It is called once the new file
        is there and only has to get its name. Who takes over removes that file: so what the other
        writes is never undone, however long this window is held up.
        """

        def confirm() -> None:
            hold()
            self.confirm()

        self._ours.add(hash(data))  # a write that fails may be done all the same
        self.adopt(data, write_whole(self.path, data, confirm=confirm))

    def confirm(self) -> None:
        """Raise ChangedOutside if the file holds anything but what was last read or written."""
        if not self._there():
            self._check_disk_present()
            return
        try:
            data, status = read_bytes(self.path)
        except UnreadableDraft as error:
            raise StorageError(error.reason) from error
        if hash(data) not in self._ours:
            raise ChangedOutside("het bestand is buiten dit venster gewijzigd")
        self._mark = _mark(status)

    def check_ownership(self) -> None:
        """As `confirm`, but read the file only if its status has changed."""
        try:
            same = _mark(self.path.lstat()) == self._mark
        except OSError:
            return
        if not same:
            self.confirm()

    def _check_disk_present(self) -> None:
        """Refuse to write where a drive was that is gone: below it nobody would find the file."""
        try:
            if self._mark and self.path.parent.stat().st_dev != self._mark[0]:
                raise StorageError("de schijf met dit verslag is er niet")
        except OSError as error:
            raise StorageError(os_message(error)) from error

    def _there(self) -> bool:
        try:
            self.path.lstat()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise StorageError(os_message(error)) from error
        return True
