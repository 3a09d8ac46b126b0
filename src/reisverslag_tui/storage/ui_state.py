"""How the user last had the program: kept between runs, changed by doing, never asked for."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

import tomli_w

from reisverslag_tui.core.sorting import Order
from reisverslag_tui.core.toml import parse
from reisverslag_tui.errors import Unreadable
from reisverslag_tui.storage.atomic import make_directory, write_whole
from reisverslag_tui.storage.reading import read_file

_LARGEST = 100_000  # bytes


@dataclass(frozen=True)
class Habits:
    """What is remembered; the key of each in the file is Dutch, for a user may look there."""

    order: str = field(default=Order.CHANGED.value, metadata={"key": "volgorde"})
    help_folded: bool = field(default=False, metadata={"key": "uitleg_dicht"})
    print_directory: str = field(default="~", metadata={"key": "afdrukmap"})
    printer: str = field(default="", metadata={"key": "printer"})
    preview_beside: bool = field(default=True, metadata={"key": "voorbeeld_ernaast"})

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the habits in a TOML document; what is not there, or is odd, is as at first."""
        known: dict[str, Any] = {}
        for item in fields(cls):
            value = values.get(item.metadata["key"])
            if type(value) is type(item.default):
                known[item.name] = value
        return cls(**known)

    def as_toml(self) -> str:
        """Return the habits as a TOML document."""
        return tomli_w.dumps(
            {item.metadata["key"]: getattr(self, item.name) for item in fields(self)}
        )


def load_habits(path: Path) -> Habits:
    """Return the habits in a file; those at first if it is not there or can't be read."""
    with suppress(OSError, Unreadable):
        return Habits.of(parse(read_file(path, _LARGEST), _LARGEST).values)
    return Habits()


def save_habits(path: Path, habits: Habits) -> None:
    """Write the habits to a file; StorageError if the file system refuses."""
    make_directory(path.parent)
    write_whole(path, habits.as_toml().encode())
