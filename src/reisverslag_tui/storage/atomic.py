"""Write a file whole or not at all, in a directory that is there."""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.errors import AlreadyExists, StorageError
from reisverslag_tui.storage.names import short_name

PRIVATE = 0o600
"""The permissions of a draft: for its owner alone."""

SHARED = 0o666
"""The permissions of a printed report: what the user's umask leaves of these."""

_TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp", re.DOTALL)


def write_whole(
    path: Path,
    data: bytes,
    *,
    mode: int = PRIVATE,
    overwrite: bool = True,
    durable: bool = True,
    confirm: Callable[[], None] = lambda: None,
) -> os.stat_result:
    """Put `data` in the file at `path`; at every instant it has its old content or its new.

    Not `durable` is for what may be lost if the power fails: the disk is then not waited for.
    `confirm` is called when all that is left to do is to give the file its name, and may raise.
    Returns what the system tells of the new file. A symbolic link stays one: what it points at is
    written. A SHARED file that is there keeps its permissions. Raises AlreadyExists if there is a
    file and `overwrite` is false, StorageError (its text a few words) if the disk refuses or what
    is there is no file that may be written; either way nothing has changed.
    """
    try:
        target = _behind_links(path)
        temporary = temporary_name(target)
        _check_writable(target)
        try:
            status = _write(temporary, data, mode, durable=durable)
            if mode == SHARED and target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            confirm()
            _put_in_place(temporary, target, overwrite=overwrite)
        finally:
            with suppress(OSError):  # as a rule it is not there any more
                temporary.unlink()
        if durable:
            sync_directory(target.parent)
    except FileExistsError as error:
        raise AlreadyExists(f"{path} bestaat al") from error
    except OSError as error:
        raise StorageError(os_message(error)) from error
    return status


def move(source: Path, target: Path) -> None:
    """Move a file, or a symbolic link, to a name that is free; durably.

    At every instant it has one of the two names, or both: then moving it again does the rest.
    Raises FileExistsError if the name is taken, OSError if the disk refuses.
    """
    try:
        _give_free_name(source, target)
    except FileExistsError:
        if not is_same_file(source, target):
            raise
    sync_directory(target.parent)
    try:
        source.unlink(missing_ok=True)
    except OSError:
        if is_same_file(source, target):  # it may be done all the same
            target.unlink()
        raise
    sync_directory(source.parent)


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether both are names of one file."""
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except FileNotFoundError:
        return False


def make_directory(directory: Path) -> None:
    """Make a directory, and those it is in, for their owner alone; StorageError if refused."""
    try:
        for place in (*reversed(directory.parents), directory):
            if not place.is_dir():
                place.mkdir(mode=0o700, exist_ok=True)
                sync_directory(place.parent)
    except OSError as error:
        raise StorageError(f"{os_message(error)} ({directory})") from error


def temporary_name(target: Path) -> Path:
    """Return a name for a temporary file beside `target`, by which `leftovers` knows it."""
    return target.with_name(f".{short_name(target.name)}.{os.urandom(4).hex()}.tmp")


def leftovers(directory: Path) -> dict[str, list[Path]]:
    """Return the temporary files that a killed `write_whole` left, by `short_name` of their target.

    Raises OSError.
    """
    found: dict[str, list[Path]] = {}
    with os.scandir(directory) as entries:
        for entry in entries:
            match = _TEMPORARY.fullmatch(entry.name)
            if match and entry.is_file(follow_symlinks=False):
                found.setdefault(match[1], []).append(directory / entry.name)
    return found


def _behind_links(path: Path) -> Path:
    """Return the file that is to be written, there or not; a link that can't be read is refused."""
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


def _check_writable(target: Path) -> None:
    """Refuse what is no file, and one that was made read-only: a rename would not care."""
    if not target.exists():
        return
    if not target.is_file():
        raise StorageError(f"dit is een {'map' if target.is_dir() else 'bijzonder bestand'}")
    os.close(os.open(target, os.O_WRONLY))  # unlike os.access, tells why


def _write(path: Path, data: bytes, mode: int, *, durable: bool) -> os.stat_result:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def _put_in_place(temporary: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(target)
    else:
        _give_free_name(temporary, target)


def _give_free_name(source: Path, target: Path) -> None:
    """Give a file a name; FileExistsError if that is taken, also if it was a moment ago.

    The other name may stay.
    """
    try:
        os.link(source, target, follow_symlinks=False)  # unlike a rename, refuses a taken name
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a FAT disk has no hard links
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE))
        try:
            source.rename(target)
        except OSError:
            target.unlink()
            raise


def sync_directory(directory: Path) -> None:
    """Make the names in a directory durable, where the file system lets it be synced."""
    with suppress(OSError):
        sync(directory)


def sync(path: Path) -> None:
    """Make durable what is in a file, or in a directory. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
