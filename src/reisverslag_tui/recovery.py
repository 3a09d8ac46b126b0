"""What a save that was killed left behind: read before it goes, for it may be the newest text."""

from contextlib import suppress
from pathlib import Path

from reisverslag_tui.atomic import leftovers, sync_directory
from reisverslag_tui.draft_file import read_bytes
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.serialization import from_toml
from reisverslag_tui.versions import Versions


def recover(path: Path, versions: Versions) -> None:
    """Clean up the temporary files of the draft at `path`, whose lock must be held.

    One that is whole and was written after the draft takes its place, and what was there becomes
    a version; another that is whole becomes a version itself. What can't be done now can wait.
    """
    with suppress(OSError):
        found = leftovers(path.parent).get(path.name, [])
        for leftover in sorted(found, key=lambda file: file.stat().st_mtime_ns):
            with suppress(StorageError, UnreadableDraft):
                _settle(leftover, path, versions)
        if found:
            sync_directory(path.parent)


def _settle(leftover: Path, path: Path, versions: Versions) -> None:
    data, written = read_bytes(leftover)
    try:
        from_toml(path.stem, data)
    except UnreadableDraft:  # cut off: all it holds but the last keys is in the draft
        leftover.unlink()
        return
    if _precedes(path, written.st_mtime_ns, versions):
        leftover.replace(path)
    else:
        versions.keep_bytes(data)
        leftover.unlink()


def _precedes(path: Path, moment: int, versions: Versions) -> bool:
    """Tell whether the draft is older than `moment`, and keep it as a version if it is."""
    if not path.exists():
        return True
    try:
        data, written = read_bytes(path)
        from_toml(path.stem, data)
    except UnreadableDraft:  # somebody edits it by hand
        return False
    if written.st_mtime_ns > moment:
        return False
    versions.keep_bytes(data)
    return True
