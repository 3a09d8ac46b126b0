"""The user's settings, in a TOML file that they may edit themselves.

A wrong value is reported with its line, and its default holds. Unknown keys and comments stay in
the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from reisverslag_tui.core.number import number_range
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.core.toml import Document, parse
from reisverslag_tui.core.toml_table import Table
from reisverslag_tui.core.width import DEFAULT_WIDTH, WIDEST
from reisverslag_tui.errors import StorageError, Unreadable
from reisverslag_tui.storage.atomic import make_directory, write_whole
from reisverslag_tui.storage.reading import read_file
from reisverslag_tui.storage.toml_edit import with_value

KEYS = "toetsen"
"""The name of the table of keys."""

THEME = "thema"
"""The name of the theme."""

WIDTH = "breedte"
"""The name of the width of plain text."""

PAUSE = "bewaarpauze"
"""The name of the pause between two saves."""

MOUSE = "muis"
"""The name of whether the mouse is used."""

KITTY = "kitty"
"""The name of whether the kitty protocol is used."""

MOST = {WIDTH: WIDEST, PAUSE: 60}
"""The most that a number may be, by its name: cells, and seconds."""

_LARGEST = 1_000_000  # bytes
_EMPTY = Document({}, "")
_LONGEST_SHOWN = 40  # characters of a wrong value


@dataclass(frozen=True)
class Settings:
    """What can be chosen; the name of each in the file is Dutch, see `NAMES`.

    `width` counts terminal cells, 0 is not to wrap; `pause` counts seconds; `keys` holds the name
    of a key, or more with commas, by the id of a binding. The names of themes and keys are for the
    full-screen program to judge.
    """

    theme: str = "donker"
    width: int = DEFAULT_WIDTH
    pause: int = 0
    mouse: bool = True
    kitty: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """Return the setting that has this name in the file."""
        return getattr(self, NAMES[name])


NAMES = {
    THEME: "theme",
    WIDTH: "width",
    PAUSE: "pause",
    MOUSE: "mouse",
    KITTY: "kitty",
    KEYS: "keys",
}
"""The field of each setting by its name in the file."""


DEFAULTS = Settings()
"""What holds until the user chooses something else."""


class Problem(NamedTuple):
    """Something in the file that does not hold; `text` is a Dutch sentence or two.

    `keys` leads to it, as in `Document.line`; there are none if it is the file as a whole.
    """

    keys: tuple[str, ...]
    line: int | None
    text: str

    def __str__(self) -> str:
        return f"Regel {self.line}: {self.text}" if self.line else self.text


@dataclass(frozen=True)
class SettingsFile:
    """The settings in a file, what is wrong there, and what the program does not know."""

    path: Path
    settings: Settings = DEFAULTS
    problems: tuple[Problem, ...] = ()
    document: Document = _EMPTY

    @property
    def hints(self) -> list[Problem]:
        """The keys in the file that the program does not know."""
        return [
            Problem((name,), self.document.line(name), f"{clean_line(name)} ken ik niet.")
            for name in self.document.values
            if name not in NAMES
        ]

    def refuse(self, keys: Sequence[str], must: str, instead: str) -> Problem:
        """Return the problem with a value, in Dutch: what it must be, and what holds instead."""
        value: Any = self.document.values
        for key in keys:
            value = value[key]
        where = clean_line(keys[-1])
        text = f"bij {where} kan {shown(value)} niet: {must}. {instead}"
        return Problem(tuple(keys), self.document.line(*keys), text)


def read_settings(path: Path) -> SettingsFile:
    """Return the settings in a file; the defaults if it is not there or can't be read."""
    try:
        file = SettingsFile(path, document=_document(path))
    except OSError as error:
        return SettingsFile(path, problems=(_unread(path, os_message(error, reading=True), None),))
    except Unreadable as error:
        return SettingsFile(path, problems=(_unread(path, error.reason, error.line),))
    chosen, problems = dict[str, Any](), list[Problem]()
    for name, attribute in NAMES.items():
        if name in file.document.values:
            chosen[attribute], wrong = _judged(file, name, getattr(DEFAULTS, attribute))
            problems += wrong
    return replace(file, settings=Settings(**chosen), problems=tuple(problems))


def write_setting(path: Path, keys: Sequence[str], value: str | int | None) -> SettingsFile:
    """Write one setting, None to go back to the default, and return what the file holds then.

    What is in the file by now is kept. Raises StorageError if the disk refuses, Unreadable if the
    file is no TOML; then it is as it was.
    """
    try:
        text = with_value(_document(path), keys, value)
    except OSError as error:
        raise StorageError(os_message(error, reading=True)) from error
    make_directory(path.parent)
    write_whole(path, text.encode())
    return read_settings(path)


def _document(path: Path) -> Document:
    """Read the file; one that is not there, or empty, holds nothing."""
    try:
        data = read_file(path, _LARGEST)
    except FileNotFoundError:
        return _EMPTY
    return parse(data, _LARGEST) if data.strip() else _EMPTY


def _unread(path: Path, why: str, line: int | None) -> Problem:
    name = clean_line(path.name)
    return Problem((), line, f"{name} kan niet gelezen worden: {why}. Nu staat alles op standaard.")


def _judged(file: SettingsFile, name: str, default: object) -> tuple[Any, list[Problem]]:
    """Return the value of a setting that is in the file, or else its default, and what is wrong."""
    if name == KEYS:
        return _judged_keys(file)
    value = Table(file.document).typed(name, type(default))
    most = MOST.get(name, 0)
    if value is None or (type(value) is int and not 0 <= value <= most):
        return default, [file.refuse((name,), _must(default, most), f"Nu geldt {shown(default)}.")]
    return value, []


def _judged_keys(file: SettingsFile) -> tuple[dict[str, str], list[Problem]]:
    values = Table(file.document).typed(KEYS, dict)
    if values is None:
        must = f"hier hoort een tabel, die begint met een regel [{KEYS}]"
        return {}, [file.refuse((KEYS,), must, "Nu gelden de gewone toetsen.")]
    good = {name: key for name, key in values.items() if isinstance(key, str)}
    must = 'hier hoort de naam van een toets, zoals "f1"'
    bad = [
        file.refuse((KEYS, name), must, "Nu geldt de gewone toets.")
        for name in values
        if name not in good
    ]
    return good, bad


def _must(default: object, most: int) -> str:
    """Return in Dutch what a value must be that has this default, and is at most `most`."""
    if isinstance(default, bool):
        return "het is true (aan) of false (uit)"
    if isinstance(default, int):
        return f"het is {number_range(0, most)}"
    return "het is een naam tussen aanhalingstekens"


def shown(value: object) -> str:
    """Return a value as it stands in the file, on one line that is not too long."""
    text = clean_line(f'"{value}"' if isinstance(value, str) else str(value))
    text = text.lower() if isinstance(value, bool) else text
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
