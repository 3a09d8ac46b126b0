"""What is on disk in a data directory: the draft, its versions, and what should not be there."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reisverslag_tui.errors import UnreadableDraft
from reisverslag_tui.storage.serialization import from_toml
from tests.faults.saves import ID


@dataclass(frozen=True)
class Left:
    """The bytes of every file, by its path in the data directory."""

    files: dict[str, bytes]

    @classmethod
    def in_directory(cls, data: Path) -> Self:
        """Return what is there now; a symbolic link has the bytes of its target."""
        found: dict[str, bytes] = {}
        for directory, _, names in os.walk(data):
            for name in names:
                path = Path(directory, name)
                found[str(path.relative_to(data))] = path.read_bytes()
        return cls(found)

    @classmethod
    def told(cls, words: dict[str, str]) -> Self:
        """Return what another process told with `words`."""
        return cls({name: text.encode("latin-1") for name, text in words.items()})

    @property
    def words(self) -> dict[str, str]:
        """All of this as text, to be told to another process."""
        return {name: data.decode("latin-1") for name, data in self.files.items()}

    @property
    def draft(self) -> bytes | None:
        """The bytes of the draft."""
        return self.files.get(f"concepten/{ID}.toml")

    @property
    def versions(self) -> dict[str, bytes]:
        """The bytes of the versions."""
        return self._named("versies/", ".toml")

    @property
    def temporary(self) -> dict[str, bytes]:
        """The bytes of the temporary files."""
        return self._named("", ".tmp")

    @property
    def locks(self) -> dict[str, bytes]:
        """The bytes of the lock files."""
        return self._named("", ".slot")

    @property
    def leftovers(self) -> dict[str, bytes]:
        """The bytes of what a session needs only while it is open."""
        return self.temporary | self.locks

    @property
    def texts(self) -> list[bytes]:
        """What the user can get at: the draft and its versions."""
        return [*self.versions.values(), *([self.draft] if self.draft is not None else [])]

    def _named(self, start: str, end: str) -> dict[str, bytes]:
        return {
            name: data
            for name, data in self.files.items()
            if name.startswith(start) and name.endswith(end)
        }


def is_whole(data: bytes) -> bool:
    """Tell whether these are the bytes of a draft."""
    try:
        from_toml(ID, data)
    except UnreadableDraft:
        return False
    return True
