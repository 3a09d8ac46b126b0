"""The earlier versions of a draft: one file each, numbered in the order they were kept."""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.version_policy import stands_in
from reisverslag_tui.errors import AlreadyExists, StorageError, UnreadableDraft
from reisverslag_tui.storage.atomic import (
    leftovers,
    make_directory,
    sync_directory,
    write_whole,
)
from reisverslag_tui.storage.draft_file import read_bytes
from reisverslag_tui.storage.serialization import from_toml, to_toml

LIMIT = 50
"""The number of versions of a draft of which more are kept only if their text is nowhere else."""

_MOST_READ = 1_000_000  # bytes that are read to find one that may go, for a save waits for it

_NUMBER = re.compile("[0-9]{4,9}")


@dataclass(frozen=True)
class Version:
    """An earlier version; numbers count up, whatever the clock does.

    `content` is the draft as it was, or why its file can't be read.
    """

    number: int
    content: Draft | UnreadableDraft


class OwnVersion(NamedTuple):
    """The version in which this window keeps its newest text, and the bytes it last wrote."""

    path: Path
    data: bytes


class _Kept(NamedTuple):
    number: int
    path: Path


class Versions:
    """The earlier versions of the draft with this id, in a directory of their own.

    Every method raises StorageError if the file system refuses.
    """

    def __init__(self, directory: Path, draft_id: str) -> None:
        self._directory = directory / draft_id
        self._draft_id = draft_id
        self._apart: set[tuple[Path, Path]] = set()  # the later lacks text of the earlier

    def all(self) -> list[Version]:
        """Return the versions, the newest first."""
        return [self._version(kept) for kept in reversed(self._kept())]

    def numbers(self) -> list[int]:
        """Return the numbers of the versions, the newest first."""
        return [kept.number for kept in reversed(self._kept())]

    def load(self, number: int) -> Draft:
        """Return a version; StorageError if there is none, or it can't be read."""
        for kept in self._kept():
            if kept.number == number:
                try:
                    return self._read(kept.path)
                except UnreadableDraft as error:
                    raise StorageError(
                        f"versie {number} is onleesbaar: {error}; kies een andere"
                    ) from error
        raise StorageError(f"versie {number} is er niet")

    def has_later(self, draft: Draft, written: int) -> bool:
        """Return whether the newest was kept after the draft was written, with text it has not."""
        kept = self._kept()
        with suppress(OSError, UnreadableDraft):
            if kept and kept[-1].path.lstat().st_mtime_ns > written:
                return not stands_in(self._read(kept[-1].path), draft)
        return False

    def keep(self, draft: Draft) -> None:
        """Keep a draft, unless the newest version has the same text."""
        if not self._is_newest(draft):
            self.keep_bytes(to_toml(draft))

    def keep_newer(self, draft: Draft, before: OwnVersion | None) -> OwnVersion | None:
        """Keep a draft as `keep` does, but in the place of `before` if that is still as it was.

        Returns what is to be `before` the next time; None if there was nothing to keep.
        """
        if before and _holds(before.path, before.data):
            data = to_toml(draft)
            if data != before.data:
                write_whole(before.path, data)
            return OwnVersion(before.path, data)
        if self._is_newest(draft):
            return None
        data = to_toml(draft)
        return OwnVersion(self._add(data), data)

    def keep_bytes(self, data: bytes) -> None:
        """Keep a file as it is, damaged or not, unless the newest version is the same."""
        kept = self._kept()
        if not (kept and _holds(kept[-1].path, data)):
            self._add(data)

    def _is_newest(self, draft: Draft) -> bool:
        kept = self._kept()
        newest = self._version(kept[-1]).content if kept else None
        return isinstance(newest, Draft) and newest.same_text(draft)

    def _add(self, data: bytes) -> Path:
        """Write a version of its own; what then is too much goes."""
        self._make()
        kept = self._kept()
        number = kept[-1].number if kept else 0
        while True:
            number += 1
            path = self._directory / f"{number:04}.toml"
            try:
                write_whole(path, data, overwrite=False)
            except AlreadyExists:  # another window was first
                continue
            break
        self._thin([kept.path for kept in self._kept()])
        return path

    def erase(self) -> None:
        """Erase all versions for ever; StorageError if one can't be erased."""
        if not os.path.lexists(self._directory):
            return
        if self._directory.is_symlink():
            raise StorageError(f"{self._directory} verwijst naar een andere map")
        try:
            for path in self._directory.iterdir():
                path.unlink()
            self._directory.rmdir()
            sync_directory(self._directory.parent)
        except OSError as error:
            raise StorageError(f"{os_message(error)} ({self._directory})") from error

    def leftovers(self) -> list[Path]:
        """Return the temporary files of versions left by a killed program."""
        if self._directory.is_symlink() or not self._directory.is_dir():
            return []
        return [path for paths in leftovers(self._directory).values() for path in paths]

    def _make(self) -> None:
        try:
            elsewhere = self._directory.is_symlink()
        except OSError as error:
            raise StorageError(f"{os_message(error)} ({self._directory})") from error
        if elsewhere:
            raise StorageError(f"{self._directory} verwijst naar een andere map")
        make_directory(self._directory)

    def _kept(self) -> list[_Kept]:
        """Return the files there are, the oldest first."""
        try:
            paths = [path for path in self._directory.iterdir() if path.suffix == ".toml"]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StorageError(f"{os_message(error, reading=True)} ({self._directory})") from error
        return sorted(_Kept(int(path.stem), path) for path in paths if _NUMBER.fullmatch(path.stem))

    def _version(self, kept: _Kept) -> Version:
        try:
            return Version(kept.number, self._read(kept.path))
        except UnreadableDraft as error:
            return Version(kept.number, error)

    def _read(self, path: Path) -> Draft:
        data, _ = read_bytes(path)
        return from_toml(self._draft_id, data)

    def _thin(self, paths: Sequence[Path]) -> None:
        """Of too many, remove those that stand closest to their neighbours for their age.

        So the recent past stays fine-grained, and the first and the last version always stay. One
        whose text is not in the version after it stays too. That only a later one counts makes it
        safe that another window thins at the same time.
        """
        with suppress(OSError):  # one that stays can go the next time; another window thins too
            statuses = {path: path.lstat() for path in paths}
            left = list(paths)
            while len(left) > LIMIT and (path := self._superfluous(left, statuses)):
                path.unlink(missing_ok=True)
                left.remove(path)

    def _superfluous(
        self, paths: Sequence[Path], statuses: Mapping[Path, os.stat_result]
    ) -> Path | None:
        """Return the first that may go, or None if finding it takes reading too much."""
        times = {path: status.st_mtime for path, status in statuses.items()}
        now = times[paths[-1]]
        candidates = [
            (abs(times[after] - times[before]) / (1 + abs(now - times[path])), path, after)
            for before, path, after in zip(paths, paths[1:], paths[2:], strict=False)
        ]
        read = 0
        for _, path, after in sorted(candidates):
            if (path, after) in self._apart:
                continue
            if self._stands_in(path, after):
                return path
            self._apart.add((path, after))
            read += statuses[path].st_size + statuses[after].st_size
            if read > _MOST_READ:
                break
        return None

    def _stands_in(self, path: Path, later: Path) -> bool:
        with suppress(UnreadableDraft):
            return stands_in(self._read(path), self._read(later))
        return False


def _holds(path: Path, data: bytes) -> bool:
    with suppress(UnreadableDraft):
        return read_bytes(path)[0] == data
    return False
