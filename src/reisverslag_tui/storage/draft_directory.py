"""List the drafts in a directory, from their files or from an index of these."""

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from heapq import nlargest
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.storage.draft_file import read_draft
from reisverslag_tui.storage.index import Reading

_SUFFIX = ".toml"

_T = TypeVar("_T")
_Dated = tuple[datetime, int, _T]  # when it was changed, and when its file was written (ns)


class Broken(NamedTuple):
    """A draft's file that can't be read: its id, its path, and what is wrong."""

    id: str
    path: Path
    error: UnreadableDraft

    @property
    def name(self) -> str:
        """The name in a list of reports."""
        return clean_line(self.id)


def draft_path(directory: Path, draft_id: str) -> Path:
    """Return the path of a draft; StorageError for an id that would lead out of the directory."""
    if (
        not draft_id
        or draft_id.startswith(".")
        or Path(draft_id).name != draft_id
        or "\0" in draft_id
    ):
        raise StorageError(f"'{draft_id}' is geen naam van een verslag")
    return directory / f"{draft_id}{_SUFFIX}"


def contains(directory: Path, draft_id: str) -> bool:
    """Return whether there is a draft with exactly this id, also on a case-insensitive disk."""
    name = f"{draft_id}{_SUFFIX}"
    with suppress(OSError):
        return _is_draft(name) and name in os.listdir(directory)  # noqa: PTH208 - of names alone
    return False


def read_all(directory: Path) -> tuple[list[Draft], list[Broken]]:
    """Return the drafts, the last changed first, and the files that can't be read."""
    return _read(_files(directory))


def read_newest(directory: Path, count: int, few: int) -> list[Draft]:
    """Return the `count` drafts written last; none if there are no more than `few`."""
    entries = _entries(directory)
    if len(entries) <= few:
        return []
    newest = nlargest(count, entries, key=_written)
    return _read(directory / entry.name for entry in newest)[0]


def summaries(directory: Path, reading: Reading) -> tuple[list[Summary], list[Broken]]:
    """Return summaries in the order of `read_all`; only files that the index lacks are read."""
    dated: list[_Dated[Summary]] = []
    broken: list[Broken] = []
    for entry in _entries(directory):
        try:
            summary, written = _summary(directory, entry, reading)
        except UnreadableDraft as error:
            broken.append(Broken(_draft_id(entry), directory / entry.name, error))
        else:
            dated.append((summary.modified.astimezone(UTC), written, summary))
    if reading.changed:  # reading may take seconds: leave out what was erased meanwhile
        reading.keep_only({_draft_id(entry) for entry in _entries(directory)})
    return _last_changed_first(dated), broken


def _summary(directory: Path, entry: os.DirEntry[str], reading: Reading) -> tuple[Summary, int]:
    """Return the summary of the draft in a file, and when that was written, in nanoseconds."""
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


def _read(paths: Iterable[Path]) -> tuple[list[Draft], list[Broken]]:
    dated: list[_Dated[Draft]] = []
    broken: list[Broken] = []
    for path in paths:
        try:
            draft, written = read_draft(path)
        except UnreadableDraft as error:
            broken.append(Broken(path.stem, path, error))
        else:
            dated.append((draft.modified.astimezone(UTC), written, draft))
    return _last_changed_first(dated), broken


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
    return name.endswith(_SUFFIX) and not name.startswith(".")


def _draft_id(entry: os.DirEntry[str]) -> str:
    return entry.name.removesuffix(_SUFFIX)


def _written(entry: os.DirEntry[str]) -> int:
    try:  # faster than `suppress`, which counts with 10,000 files
        return entry.stat().st_mtime_ns
    except OSError:
        return 0
