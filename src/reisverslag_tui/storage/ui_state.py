"""The state of the screens that is remembered from one run to the next: UiState and its file.

It is changed by using the program, never asked for.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

import tomli_w

from reisverslag_tui.core.sorting import Order
from reisverslag_tui.core.toml import parse
from reisverslag_tui.errors import StorageError, Unreadable
from reisverslag_tui.storage.atomic import make_directory, write_whole
from reisverslag_tui.storage.reading import read_file

_LARGEST = 100_000  # bytes


@dataclass(frozen=True)
class UiState:
    """What is remembered; the key of each field in the file is Dutch, since users may open it."""

    order: str = field(default=Order.CHANGED.value, metadata={"key": "volgorde"})
    help_folded: bool = field(default=False, metadata={"key": "uitleg_dicht"})
    print_directory: str = field(default="~", metadata={"key": "afdrukmap"})
    printer: str = field(default="", metadata={"key": "printer"})
    preview_beside: bool = field(default=True, metadata={"key": "voorbeeld_ernaast"})

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the state in a TOML document; the default for what is missing or odd."""
        known: dict[str, Any] = {}
        for item in fields(cls):
            value = values.get(item.metadata["key"])
            if type(value) is type(item.default):
                known[item.name] = value
        return cls(**known)

    def as_toml(self) -> str:
        """Return the state as a TOML document."""
        return tomli_w.dumps(
            {item.metadata["key"]: getattr(self, item.name) for item in fields(self)}
        )


class UiStateStore:
    """Holds the state while the program runs: to change it, assign another `current`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stored = load_ui_state(path)
        self.current: UiState = self._stored

    def save(self) -> None:
        """Write what changed here, and leave the rest as another window may have written it.

        Errors of the file system are ignored.
        """
        changed = dict(asdict(self.current).items() - asdict(self._stored).items())
        if changed:
            with suppress(StorageError):
                save_ui_state(self._path, replace(load_ui_state(self._path), **changed))
                self._stored = self.current


def load_ui_state(path: Path) -> UiState:
    """Return the state in a file; the default if it is not there or can't be read."""
    with suppress(OSError, Unreadable):
        return UiState.of(parse(read_file(path, _LARGEST), _LARGEST).values)
    return UiState()


def save_ui_state(path: Path, state: UiState) -> None:
    """Write the state to a file; StorageError if the file system refuses."""
    make_directory(path.parent)
    write_whole(path, state.as_toml().encode())
