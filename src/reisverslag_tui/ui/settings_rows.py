"""The rows of the settings screen: each setting, and its value now."""

from collections.abc import Iterator
from dataclasses import dataclass

from reisverslag_tui.core.text import counted
from reisverslag_tui.storage.settings import (
    KEYS,
    KITTY,
    MOST,
    MOUSE,
    PAUSE,
    THEME,
    WIDTH,
    Settings,
)
from reisverslag_tui.ui.keymap import Choosable, choosable, names_of
from reisverslag_tui.ui.preferences import Preferences

_RESTART = "Werkt als je het programma opnieuw start."
_ABOUT_THEME = "De kleuren van het programma. {key} wisselt licht en donker, alleen voor nu."
_ABOUT_WIDTH = "Zo breed wordt de platte tekst, in tekens. Bij 0 worden regels niet afgebroken."
_ABOUT_PAUSE = (
    "Seconden tussen twee keer opslaan. Bij 0 wordt alles meteen opgeslagen. Valt de computer "
    "uit, dan ben je hooguit zo veel kwijt."
)
_ABOUT_MOUSE = f"Uit: met de muis kun je tekst op het scherm selecteren. {_RESTART}"
_ABOUT_KITTY = (
    "Voor terminals die het kitty-protocol kennen. Komt er geen é meer, zet het dan uit. "
    f"{_RESTART}"
)


@dataclass(frozen=True)
class Row:
    """A setting: its keys in the file from the top, and its texts in Dutch.

    `value` is that of the file, or the name of a key; a number has a `most`.
    """

    keys: tuple[str, ...]
    label: str
    value: str | int | bool
    about: str
    shown: str = ""
    most: int = 0


def rows(preferences: Preferences) -> list[Row]:
    """Return a row for each setting, then one for each key."""
    now = preferences.settings
    about_theme = _ABOUT_THEME.format(key=preferences.key_label("licht-donker"))
    width = counted(now.width, "teken", "tekens") if now.width else "niet afbreken"
    pause = counted(now.pause, "seconde", "seconden") if now.pause else "geen"
    return [
        _row(now, THEME, "Thema", about_theme, now.theme),
        _row(now, WIDTH, "Breedte van de platte tekst", _ABOUT_WIDTH, width),
        _row(now, PAUSE, "Pauze bij opslaan", _ABOUT_PAUSE, pause),
        _row(now, MOUSE, "Muis", _ABOUT_MOUSE, _on_or_off(on=now.mouse)),
        _row(now, KITTY, "Kitty-toetsenbord", _ABOUT_KITTY, _on_or_off(on=now.kitty)),
        *_keys(preferences),
    ]


def _row(now: Settings, name: str, label: str, about: str, shown: str) -> Row:
    return Row((name,), label, now.value(name), about, shown, MOST.get(name, 0))


def _on_or_off(*, on: bool) -> str:
    return "aan" if on else "uit"


def _keys(preferences: Preferences) -> Iterator[Row]:
    for command in choosable().values():
        name = names_of(preferences.keys_of(command.id))
        yield Row((KEYS, command.id), command.description, name, _about(command), name)


def _about(command: Choosable) -> str:
    return f"In het bestand: {command.id}. De gewone toets is {names_of(command.keys)}."
