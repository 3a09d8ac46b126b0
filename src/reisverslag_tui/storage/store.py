"""The drafts on disk: list, load, save, to the bin and back."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep, time_ns

from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.errors import AlreadyExists, InUse, StorageError, UnreadableDraft
from reisverslag_tui.storage import draft_directory
from reisverslag_tui.storage.atomic import (
    is_same_file,
    leftovers,
    make_directory,
    move,
    sync_directory,
)
from reisverslag_tui.storage.draft_directory import Broken, draft_path
from reisverslag_tui.storage.draft_file import read_draft
from reisverslag_tui.storage.index import Index, Reading
from reisverslag_tui.storage.locking import Lock, lock_files
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.versions import Versions

_PATIENCE = 2.0  # seconds that a change waits for another command to be done
_PAUSE = 0.02  # seconds between two looks


class DraftStore:
    """The drafts in one directory, their earlier versions, and the bin they go to.

    No directory is made before something is written in it. Every method raises StorageError if
    the file system refuses, its text a few Dutch words.
    """

    def __init__(
        self,
        directory: Path,
        bin_directory: Path,
        versions_directory: Path,
        index: Index | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.directory = directory
        self.bin_directory = bin_directory
        self.versions_directory = versions_directory
        self.index = index
        self.now = now

    def path(self, draft_id: str) -> Path:
        """Return where a draft is; StorageError for an id that would lead out of the directory."""
        return draft_path(self.directory, draft_id)

    def drafts(self) -> tuple[list[Draft], list[Broken]]:
        """Return the drafts, the last changed first, and the files that can't be read."""
        return draft_directory.read_all(self.directory)

    def summaries(
        self, *, binned: bool = False, moment: Callable[[], int] = time_ns
    ) -> tuple[list[Summary], list[Broken]]:
        """Return what a list tells of the drafts or of those in the bin, as `drafts` does.

        With an index only the files are read that it does not know. `moment` is the clock that
        tells which of them are too new to be kept in it, in nanoseconds since 1970.
        """
        place = self.bin_directory if binned else self.directory
        if self.index is None or self.index.directory != place:
            return draft_directory.summaries(place, Reading({}, 0))
        with self.index.reading(moment()) as reading:
            return draft_directory.summaries(place, reading)

    def newest(self, count: int, few: int) -> list[Draft]:
        """Return the drafts whose files were written last, so many; none if there are but a few.

        Reading them takes the time of so many, however many others there are.
        """
        return draft_directory.read_newest(self.directory, count, few)

    def binned(self) -> tuple[list[Draft], list[Broken]]:
        """Return what is in the bin, as `drafts` does."""
        return draft_directory.read_all(self.bin_directory)

    def load(self, draft_id: str) -> Draft:
        """Return a draft; UnreadableDraft if its file is damaged."""
        draft, _ = read_draft(self.path(draft_id))
        return draft

    def versions(self, draft_id: str) -> Versions:
        """Return the earlier versions of a draft."""
        return Versions(self.versions_directory, self.path(draft_id).stem)

    def prepare(self) -> None:
        """Make the directory, see that it can be written in, and clean up after killed saves."""
        make_directory(self.directory)
        probe = self.directory / f".{os.urandom(4).hex()}.tmp"
        try:
            os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            probe.unlink()
            left = _left(self.directory)
        except OSError as error:
            raise StorageError(f"{os_message(error)} ({self.directory})") from error
        for draft_id in left:
            with suppress(StorageError, UnreadableDraft):
                self._clean_up(draft_id)
        if self.index is not None:
            self.index.clean_up()

    def _clean_up(self, draft_id: str) -> None:
        """Clean up what a killed save left, and what a killed move did: the draft stays listed."""
        binned = draft_path(self.bin_directory, draft_id)
        with self.open(draft_id), self._held(binned):
            if is_same_file(self.path(draft_id), binned):
                binned.unlink()
                sync_directory(self.bin_directory)

    def open(self, draft_id: str, *, take_over: bool = False) -> Session:
        """Open a draft for change, as `Session.open` does."""
        path = self.path(draft_id)
        return Session.open(path, self.versions(draft_id), self.now, take_over=take_over)

    def begin(self, draft: Draft) -> Session:
        """Begin a draft that is nowhere stored yet."""
        return Session.begin(self.path(draft.id), self.versions(draft.id), draft, self.now)

    def save(self, draft: Draft) -> None:
        """Write a draft, new or not; ReadOnly for one that a newer version wrote."""
        stored = os.path.lexists(self.path(draft.id))
        with self.open(draft.id) if stored else self.begin(draft) as session:
            session.save(draft)

    def change(self, draft_id: str, edit: Callable[[Draft], Draft]) -> Draft:
        """Save what `edit` makes of a draft, and return that; InUse if a window has it open."""
        with self._soon_open(draft_id) as session:
            session.save(edit(session.draft))
            return session.draft

    def put_back(self, draft_id: str, number: int, now: datetime) -> None:
        """Put an earlier version in the place of a draft, as `put_in` does."""
        self.put_in(draft_id, self.versions(draft_id).load(number), now)

    def put_in(self, draft_id: str, earlier: Draft, now: datetime) -> None:
        """Put another text in the place of a draft, damaged or not, which is kept as a version."""
        try:
            with self._soon_open(draft_id) as session:
                session.put_back(earlier, now)
        except UnreadableDraft:
            path, versions = self.path(draft_id), self.versions(draft_id)
            with Session.replace_damaged(path, versions, earlier, self.now) as session:
                session.save(earlier.put_back(earlier, now))

    def throw_away(self, draft_id: str) -> None:
        """Move a draft to the bin; a damaged file stays where it is and raises UnreadableDraft."""
        binned = draft_path(self.bin_directory, draft_id)
        with self.open(draft_id):
            make_directory(self.bin_directory)
            with self._held(binned):
                _move(self.path(draft_id), binned)

    def take_back(self, draft_id: str) -> None:
        """Move a draft from the bin back to the others; AlreadyExists if its id is taken there."""
        binned = draft_path(self.bin_directory, draft_id)
        make_directory(self.directory)
        with self._held(self.path(draft_id)), self._held(binned):
            _move(binned, self.path(draft_id))

    def erase(self, draft_id: str) -> None:
        """Erase what is in the bin for ever, damaged or not, its earlier versions first.

        The draft goes last: if anything can't be erased it is still in the bin, to try again.
        A draft that has the same id but is not in the bin keeps the versions, which are its own.
        """
        binned = draft_path(self.bin_directory, draft_id)
        with self._held(binned):
            if not os.path.lexists(binned):
                raise StorageError("het ligt niet meer in de prullenbak")
            if self.index is not None:  # where it can still be listed, as it was
                self.index.erase()
            if self._versions_are_of_binned(draft_id):
                self.versions(draft_id).erase()
            try:
                binned.unlink()
            except OSError as error:
                raise StorageError(
                    f"{binned} kan niet gewist worden: {os_message(error)}"
                ) from error
            sync_directory(self.bin_directory)

    def versions_to_erase(self, draft_id: str) -> list[int]:
        """Return the numbers of the versions that `erase` would erase."""
        owned = self._versions_are_of_binned(draft_id)
        return self.versions(draft_id).numbers() if owned else []

    def _versions_are_of_binned(self, draft_id: str) -> bool:
        return not os.path.lexists(self.path(draft_id))

    def has(self, draft_id: str) -> bool:
        """Tell whether there is a draft with this id, to the letter, whatever the disk thinks."""
        return draft_directory.contains(self.directory, draft_id)

    def id_taken(self, draft_id: str) -> bool:
        """Tell whether a draft has this id, in the bin or not."""
        places = (self.path(draft_id), draft_path(self.bin_directory, draft_id))
        return any(map(os.path.lexists, places))

    def _soon_open(self, draft_id: str) -> Session:
        """Open a draft, and wait a little for another command that is changing it."""
        end = monotonic() + _PATIENCE
        while True:
            try:
                return self.open(draft_id)
            except InUse:
                if monotonic() > end:
                    raise
                sleep(_PAUSE)

    @contextmanager
    def _held(self, path: Path) -> Iterator[None]:
        """Let no other window move or erase the draft at `path` meanwhile; InUse if one does."""
        lock = Lock(path, self.now)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()


def _left(directory: Path) -> set[str]:
    """Return the ids of the drafts beside which a killed program left a file."""
    if not any(name.startswith(".") for name in os.listdir(directory)):  # noqa: PTH208 - of names alone
        return set()
    return {Path(name).stem for name in leftovers(directory)} | set(lock_files(directory))


def _move(source: Path, target: Path) -> None:
    try:
        move(source, target)
    except FileExistsError as error:
        raise AlreadyExists(f"in {target.parent} staat al een verslag met deze naam") from error
    except OSError as error:
        raise StorageError(f"{source} kan niet verplaatst worden: {os_message(error)}") from error
