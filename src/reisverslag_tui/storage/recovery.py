"""Recover the temporary files of killed saves, which may hold the newest text."""

import os
from contextlib import suppress
from pathlib import Path

from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.storage.atomic import (
    leftovers,
    sync,
    sync_directory,
    temporary_name,
)
from reisverslag_tui.storage.draft_file import read_bytes
from reisverslag_tui.storage.names import short_name
from reisverslag_tui.storage.serialization import from_toml
from reisverslag_tui.storage.versions import Versions


def recover(path: Path, versions: Versions) -> None:
    """Clean up the temporary files of the draft at `path`, whose lock must be held.

    One that is whole and was written after the draft takes its place, and what was there becomes
    a version; another that is whole becomes a version itself. What can't be done now can wait.
    """
    with suppress(OSError):
        path = Path(os.path.realpath(path))  # what a save of a link left stands beside its target
        found = leftovers(path.parent).get(short_name(path.name), [])
        for leftover in sorted(found, key=lambda file: file.stat().st_mtime_ns):
            try:
                _sort_out(leftover, path, versions)
            except (StorageError, UnreadableDraft):
                # A window that is held up in a save may not go on with it: another has the draft.
                leftover.rename(temporary_name(path))
        if found:
            sync_directory(path.parent)


def recover_versions(draft_id: str, versions: Versions) -> None:
    """Do the same for the versions of a draft, none of which another window is keeping now."""
    with suppress(OSError):
        for leftover in versions.leftovers():
            with suppress(StorageError, UnreadableDraft):
                data, _ = read_bytes(leftover)
                if _is_whole(draft_id, data):
                    versions.keep_bytes(data)
                leftover.unlink()


def _sort_out(leftover: Path, path: Path, versions: Versions) -> None:
    data, written = read_bytes(leftover)
    if not _is_whole(path.stem, data):  # all it holds but the last keys is in the draft
        leftover.unlink()
    elif _precedes(path, written.st_mtime_ns, versions):
        sync(leftover)  # it may have been killed before it did so itself
        leftover.replace(path)
    else:
        versions.keep_bytes(data)
        leftover.unlink()


def _is_whole(draft_id: str, data: bytes) -> bool:
    try:
        from_toml(draft_id, data)
    except UnreadableDraft:
        return False
    return True


def _precedes(path: Path, moment: int, versions: Versions) -> bool:
    """Tell whether the draft is older than `moment`, and keep it as a version if it is."""
    if not path.exists():
        return True
    data, written = read_bytes(path)
    if written.st_mtime_ns > moment or not _is_whole(path.stem, data):  # edited by hand
        return False
    versions.keep_bytes(data)
    return True
