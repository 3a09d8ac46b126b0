"""The drafts in a directory: read from their files, or told from an index of them."""

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from heapq import nlargest
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.storage.draft_file import read_draft
from reisverslag_tui.storage.index import Reading

SUFFIX = ".toml"
"""How the name of a draft's file ends."""

Unread = tuple[Path, UnreadableDraft]
"""A draft's file, and why it can't be read."""

_T = TypeVar("_T")
_Dated = tuple[datetime, int, _T]  # when it was changed, and when its file was written


def holds(directory: Path, draft_id: str) -> bool:
    """Tell whether there is a draft with this id, to the letter, whatever the disk thinks."""
    name = f"{draft_id}{SUFFIX}"
    with suppress(OSError):
        return _is_draft(name) and name in os.listdir(directory)  # noqa: PTH208 - of names alone
    return False


def read_all(directory: Path) -> tuple[list[Draft], list[Unread]]:
    """Return the drafts, the last changed first, and the files that can't be read."""
    return _read(_files(directory))


def read_newest(directory: Path, count: int, few: int) -> list[Draft]:
    """Return the drafts whose files were written last, so many; none if there are but a few."""
    entries = _entries(directory)
    if len(entries) <= few:
        return []
    newest = nlargest(count, entries, key=_written)
    return _read(directory / entry.name for entry in newest)[0]


def summaries(directory: Path, reading: Reading) -> tuple[list[Summary], list[Unread]]:
    """Return what a list tells of the drafts, as `read_all` does; known ones are not read."""
    dated: list[_Dated[Summary]] = []
    unread: list[Unread] = []
    for entry in _entries(directory):
        try:
            summary, written = _summary(directory, entry, reading)
        except UnreadableDraft as error:
            unread.append((directory / entry.name, error))
        else:
            dated.append((summary.modified.astimezone(UTC), written, summary))
    if reading.changed:  # that may have taken seconds, and what was erased meanwhile is not kept
        reading.keep_only({_draft_id(entry) for entry in _entries(directory)})
    return _last_changed_first(dated), unread


def _summary(directory: Path, entry: os.DirEntry[str], reading: Reading) -> tuple[Summary, int]:
    """Return what a list tells of the draft in a file, and when that was written."""
    name = _draft_id(entry)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        raise UnreadableDraft(os_message(error, reading=True)) from error
    if known := reading.known(name, status):
        return known, status.st_mtime_ns
    draft, written = read_draft(directory / entry.name)
    summary = draft.summary(load_form(draft.form))
    reading.keep(name, status, summary)
    return summary, written


def _read(paths: Iterable[Path]) -> tuple[list[Draft], list[Unread]]:
    dated: list[_Dated[Draft]] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            draft, written = read_draft(path)
        except UnreadableDraft as error:
            unread.append((path, error))
        else:
            dated.append((draft.modified.astimezone(UTC), written, draft))
    return _last_changed_first(dated), unread


def _last_changed_first(dated: list[_Dated[_T]]) -> list[_T]:
    dated.sort(key=lambda item: item[:2], reverse=True)
    return [item for _, _, item in dated]


def _files(directory: Path) -> list[Path]:
    return [directory / entry.name for entry in _entries(directory)]


def _entries(directory: Path) -> list[os.DirEntry[str]]:
    """Return the files of drafts, by name."""
    try:
        with os.scandir(directory) as entries:
            found = [entry for entry in entries if _is_draft(entry.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageError(
            f"de map {directory} kan niet gelezen worden: {os_message(error, reading=True)}"
        ) from error
    return sorted(found, key=attrgetter("name"))


def _is_draft(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith(".")


def _draft_id(entry: os.DirEntry[str]) -> str:
    return entry.name.removesuffix(SUFFIX)


def _written(entry: os.DirEntry[str]) -> int:
    try:  # which costs less than `suppress`, ten thousand times
        return entry.stat().st_mtime_ns
    except OSError:
        return 0
