"""A session: one draft, locked and open for change."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.version_policy import VersionPolicy
from reisverslag_tui.errors import DraftConflict, ReadOnly, StorageError
from reisverslag_tui.storage.atomic import make_directory
from reisverslag_tui.storage.draft_file import DraftFile, read_bytes
from reisverslag_tui.storage.locking import Lock
from reisverslag_tui.storage.recovery import recover, recover_versions
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, to_toml
from reisverslag_tui.storage.versions import OwnVersion, Versions


class Session:
    """Saves one draft, under a lock that keeps other windows out.

    Another's change is never overwritten unasked, and removed text is kept as a version. Use it
    in a `with` or close it. `draft` is the draft as last read or saved.
    """

    def __init__(self, file: DraftFile, lock: Lock, versions: Versions, draft: Draft) -> None:
        self.draft = draft
        self.versions = versions
        self._file = file
        self._lock = lock
        self._policy = VersionPolicy(draft)
        self._to_keep: list[Draft] = []
        self._conflict_version: OwnVersion | None = None

    @classmethod
    def begin(
        cls,
        path: Path,
        versions: Versions,
        draft: Draft,
        now: Callable[[], datetime] = local_now,
    ) -> Self:
        """Begin a draft at `path`, where there is none yet; it is stored at the first save."""
        return cls(DraftFile(path), Lock(path, now), versions, draft)

    @classmethod
    def open(
        cls,
        path: Path,
        versions: Versions,
        now: Callable[[], datetime] = local_now,
        *,
        take_over: bool = False,
    ) -> Self:
        """Open the draft at `path`; with `take_over` also if another window has it open.

        Raises InUse if one has, UnreadableDraft if the file is damaged.
        """
        file, lock = DraftFile(path), Lock(path, now)
        if take_over:
            lock.take_over()
        else:
            lock.acquire()
        with _released_if_it_fails(lock):
            recover(path, versions)
            if not take_over:
                recover_versions(path.stem, versions)
            return cls(file, lock, versions, file.read())

    @classmethod
    def replace_damaged(
        cls,
        path: Path,
        versions: Versions,
        draft: Draft,
        now: Callable[[], datetime] = local_now,
    ) -> Self:
        """Open a file that can't be read, to save a draft in its place; it is kept as a version."""
        file, lock = DraftFile(path), Lock(path, now)
        lock.acquire()
        with _released_if_it_fails(lock):
            _keep_and_adopt(file, versions)
            return cls(file, lock, versions, draft)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the lock."""
        self._keep_due()
        self._lock.release()

    def has_later_version(self) -> bool:
        """Return whether the newest version is later than the draft and has text it lacks.

        A window leaves such a version if it ends while another window has the draft.
        """
        with suppress(StorageError):
            written = self._file.written
            return written is not None and self.versions.has_later(self.draft, written)
        return False

    def save(self, draft: Draft) -> None:
        """Write the draft.

        Raises ReadOnly for a draft by a newer version of the program; DraftConflict if another has
        changed or taken it, after keeping it as a version that replaces the one kept before in
        this conflict; StorageError if the disk refuses.
        """
        if draft.read_only:
            raise ReadOnly("dit verslag is gemaakt met een nieuwere versie van het programma")
        data = to_toml(draft)
        if not self._file.known:
            make_directory(self._file.path.parent)
        self._keep_what_goes(draft)
        try:
            self._lock.confirm()
            if self._conflict_version:  # refuse before writing
                self._file.confirm()
            self._file.write(data, self._lock.confirm)
        except DraftConflict:
            self._keep_in_conflict(draft)
            raise
        self.draft, self._conflict_version = draft, None

    def check_ownership(self) -> None:
        """Raise DraftConflict if another has changed the draft or taken it over."""
        if self._file.known:
            try:
                self._lock.confirm()
                self._file.check_ownership()
            except DraftConflict:
                if not self._conflict_version:
                    self._keep_in_conflict(self.draft)
                raise

    def _keep_in_conflict(self, draft: Draft) -> None:
        with suppress(StorageError):
            self._conflict_version = self.versions.keep_newer(draft, self._conflict_version)

    def overwrite_external_change(self) -> None:
        """Let the next save overwrite another's change, which is kept as a version."""
        _keep_and_adopt(self._file, self.versions)

    def put_back(self, earlier: Draft, now: datetime) -> None:
        """Save an earlier version in the place of the draft, which becomes a version itself."""
        if not self.draft.read_only:  # which is not saved
            self.versions.keep(self.draft)
        self.save(self.draft.put_back(earlier, now))

    def _keep_what_goes(self, draft: Draft) -> None:
        """Keep the versions that are due; one that can't be kept holds up no save, and waits."""
        if due := self._policy.before(draft):
            self._to_keep.append(due)
        self._keep_due()

    def _keep_due(self) -> None:
        with suppress(StorageError):
            while self._to_keep:
                self.versions.keep(self._to_keep[0])
                self._to_keep.pop(0)
                self._conflict_version = None  # so that the newest text is the newest version too


@contextmanager
def _released_if_it_fails(lock: Lock) -> Iterator[None]:
    with ExitStack() as undo:
        undo.callback(lock.release)
        yield
        undo.pop_all()


def _keep_and_adopt(file: DraftFile, versions: Versions) -> None:
    """Keep what is in a file, if there is one, as a version, so that it may be written over."""
    if os.path.lexists(file.path):
        data, status = read_bytes(file.path)
        if len(data) > MAXIMUM_SIZE:
            raise StorageError("het bestand is te groot; zet het eerst ergens anders")
        versions.keep_bytes(data)
        file.adopt(data, status)
