"""The drafts on disk: list, load, save, to the bin and back."""

import os
import random
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reisverslag_tui.atomic import reason, write_whole
from reisverslag_tui.dates import day
from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import AlreadyExists, ReadOnly, StorageError, UnreadableDraft
from reisverslag_tui.serialization import MAXIMUM_SIZE, from_toml, to_toml
from reisverslag_tui.text import clean_line

_SUFFIX = ".toml"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are easily taken for another


@dataclass(frozen=True)
class Broken:
    """A draft's file that can't be read: its id, where it is, and what is wrong."""

    id: str
    path: Path
    error: UnreadableDraft

    @property
    def name(self) -> str:
        """What it is called where it is listed."""
        return clean_line(self.id)


def new_id(now: datetime) -> str:
    """Return an id for a new draft: its date and a few random characters."""
    letters = random.SystemRandom().choices(_LETTERS, k=5)
    return f"{now:%Y-%m-%d}-{''.join(letters)}"


def new_draft(title: str, now: datetime) -> Draft:
    """Return an empty draft, nowhere stored yet; without a title it is named after the day."""
    draft = Draft(id=new_id(now), title=f"Reis {day(now)}", created=now, modified=now)
    return draft.rename(title) if title else draft


class DraftStore:
    """The drafts in one directory, and the bin they go to.

    No directory is made before something is written in it. Every method raises StorageError
    if the file system refuses, its text a few Dutch words.
    """

    def __init__(self, directory: Path, bin_directory: Path) -> None:
        self.directory = directory
        self.bin_directory = bin_directory

    def path(self, draft_id: str) -> Path:
        """Return where a draft is; StorageError for an id that would lead out of the directory."""
        return _inside(self.directory, draft_id)

    def drafts(self) -> tuple[list[Draft], list[Broken]]:
        """Return the drafts, the last changed first, and the files that can't be read."""
        return _read_all(self.directory)

    def binned(self) -> tuple[list[Draft], list[Broken]]:
        """Return what is in the bin, as `drafts` does."""
        return _read_all(self.bin_directory)

    def load(self, draft_id: str) -> Draft:
        """Return a draft; UnreadableDraft if its file is damaged."""
        draft, _ = _read(self.path(draft_id))
        return draft

    def prepare(self) -> None:
        """Make the directory, and see that it can be written in."""
        self._make(self.directory)
        probe = self.directory / f".{os.urandom(4).hex()}.tmp"
        try:
            write_whole(probe, b"")
            probe.unlink()
        except (OSError, StorageError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise self._unusable(self.directory, why) from error

    def save(self, draft: Draft) -> None:
        """Write a draft, atomically; ReadOnly for one that a newer version wrote."""
        if draft.read_only:
            raise ReadOnly("dit verslag is gemaakt met een nieuwere versie van het programma")
        self._make(self.directory)
        write_whole(self.path(draft.id), to_toml(draft))

    def throw_away(self, draft_id: str) -> None:
        """Move a draft to the bin; a damaged file stays where it is and raises UnreadableDraft."""
        self.load(draft_id)
        self._make(self.bin_directory)
        _move(self.path(draft_id), _inside(self.bin_directory, draft_id))

    def take_back(self, draft_id: str) -> None:
        """Move a draft from the bin back to the others."""
        self._make(self.directory)
        _move(_inside(self.bin_directory, draft_id), self.path(draft_id))

    def _make(self, directory: Path) -> None:
        try:
            directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            directory.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise self._unusable(directory, reason(error)) from error

    def _unusable(self, directory: Path, why: str) -> StorageError:
        return StorageError(f"{why} ({directory})")


def _inside(directory: Path, draft_id: str) -> Path:
    if (
        not draft_id
        or draft_id.startswith(".")
        or Path(draft_id).name != draft_id
        or "\0" in draft_id
    ):
        raise StorageError(f"'{draft_id}' is geen naam van een verslag")
    return directory / f"{draft_id}{_SUFFIX}"


def _files(directory: Path) -> Iterator[Path]:
    try:
        paths = sorted(directory.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise StorageError(
            f"de map {directory} kan niet gelezen worden: {reason(error, reading=True)}"
        ) from error
    for path in paths:
        if path.suffix == _SUFFIX and not path.name.startswith("."):
            yield path


def _read_all(directory: Path) -> tuple[list[Draft], list[Broken]]:
    drafts: list[tuple[datetime, int, Draft]] = []
    broken: list[Broken] = []
    for path in _files(directory):
        try:
            draft, written = _read(path)
        except UnreadableDraft as error:
            broken.append(Broken(path.stem, path, error))
        else:
            drafts.append((draft.modified.astimezone(UTC), written, draft))
    drafts.sort(key=lambda item: item[:2], reverse=True)
    return [draft for _, _, draft in drafts], broken


def _read(path: Path) -> tuple[Draft, int]:
    """Return the draft in a file, and when that was written, in nanoseconds."""
    try:
        # Without O_NONBLOCK a named pipe would be waited for.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableDraft("dit is geen gewoon bestand")
            data = file.read(MAXIMUM_SIZE + 1)
    except OSError as error:
        raise UnreadableDraft(reason(error, reading=True)) from error
    return from_toml(path.stem, data), status.st_mtime_ns


def _move(source: Path, target: Path) -> None:
    if target.exists():
        raise AlreadyExists(f"in {target.parent} staat al een verslag met deze naam")
    try:
        source.rename(target)
    except OSError as error:
        raise StorageError(f"{source} kan niet verplaatst worden: {reason(error)}") from error
