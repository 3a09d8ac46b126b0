"""Write a file whole or not at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from reisverslag_tui.errors import AlreadyExists, StorageError

PRIVATE = 0o600
"""The permissions of a draft: for its owner alone."""

SHARED = 0o666
"""The permissions of a printed report: what the user's umask leaves of these."""

_REASONS = {
    errno.ENOSPC: "schijf vol",
    errno.EDQUOT: "je schijfruimte is op",
    errno.EROFS: "schijf is alleen-lezen",
    errno.EACCES: "geen schrijfrechten",
    errno.EPERM: "geen schrijfrechten",
    errno.ENOENT: "de map bestaat niet",
    errno.EEXIST: "er staat een bestand waar een map moet zijn",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.EIO: "schijffout",
    errno.ENAMETOOLONG: "naam te lang",
    errno.ELOOP: "te veel verwijzingen naar elkaar",
}
_READING = {
    errno.ENOENT: "het bestand bestaat niet",
    errno.EACCES: "geen leesrechten",
    errno.EPERM: "geen leesrechten",
}


def reason(error: OSError, *, reading: bool = False) -> str:
    """Return why the file system refused to write, or to read, in a few Dutch words."""
    reasons = _REASONS | _READING if reading else _REASONS
    return reasons.get(error.errno or 0, f"fout {error.errno} van het systeem")


def write_whole(path: Path, data: bytes, *, mode: int = PRIVATE, overwrite: bool = True) -> None:
    """Put `data` in the file at `path`; at every instant it has its old content or its new.

    A symbolic link stays one: what it points at is written. A SHARED file that is there keeps its
    permissions. Raises AlreadyExists if there is a file and `overwrite` is false, StorageError
    (its text a few words) if the disk refuses or what is there is no file; either way nothing has
    changed.
    """
    target = Path(os.path.realpath(path))
    temporary = target.parent / f".{target.name[:40]}.{os.urandom(4).hex()}.tmp"
    try:
        if target.exists() and not target.is_file():
            kind = "map" if target.is_dir() else "bijzonder bestand"
            raise StorageError(f"dit is een {kind}")
        try:
            _write_durably(temporary, data, mode)
            if mode == SHARED and target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            _put_in_place(temporary, target, overwrite=overwrite)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_directory(target.parent)
    except FileExistsError as error:
        raise AlreadyExists(f"{path} bestaat al") from error
    except OSError as error:
        raise StorageError(reason(error)) from error


def _write_durably(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _put_in_place(temporary: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)  # unlike a rename, refuses a name that is taken
    except FileExistsError:
        raise
    except OSError as error:  # a FAT disk has no hard links
        if target.exists():
            raise FileExistsError from error
        temporary.rename(target)


def _sync_directory(directory: Path) -> None:
    """Make the new name durable, where the file system lets a directory be synced."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
