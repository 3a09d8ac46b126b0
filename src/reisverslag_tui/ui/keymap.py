"""The commands for which a user may choose another key, and Textual's keymap for what is chosen.

A key is chosen for the id of a command. A command on Enter, Esc, an arrow or a digit keeps its key.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from reisverslag_tui.ui.bindings import Command, commands
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.answer_area import AnswerArea

_CHOOSABLE = re.compile(r"(?:ctrl\+)?f(?:[1-9]|1\d|2[0-4])|ctrl\+[a-gk-ln-z]")
"""Ctrl with H, I, J or M is Backspace, Tab or Enter to a terminal."""

_FIXED = re.compile(r"super\+.+|(?:shift|ctrl|alt)\+(?:insert|delete|backspace)")
"""Keys that keep doing what they do in other programs, whatever else is chosen."""

_SHIFTED = re.compile(r"((?:ctrl\+)?)shift\+f([1-9]|1[0-2])")
_LETTER = re.compile(r"[a-z]")

ALLOWED = (
    "kies F1 tot en met F12, ook met Shift of Ctrl, of Ctrl met een letter (niet H, I, J of M)"
)
"""Which keys can be chosen, as part of a Dutch sentence."""

_LETTERS = "kies een letter"
_UNKNOWN = "zo heet niets waarvoor je een toets kunt kiezen"


@dataclass(frozen=True)
class Choosable:
    """A command for which a key can be chosen; `keys` are its default ones, by Textual's names.

    The `fixed` keys work too, whatever is chosen.
    """

    id: str
    description: str
    keys: tuple[str, ...]
    fixed: tuple[str, ...] = ()

    @property
    def letter(self) -> bool:
        """Whether its key is a letter: it works only where nothing is typed."""
        return all(_LETTER.fullmatch(key.lower()) for key in self.keys)

    def textual_keys(self, names: str) -> tuple[str, ...] | None:
        """Return Textual's names of the keys in `names`, or None if it can't have those.

        `names` are as in the settings file, with commas between them.
        """
        found = [_textual_key(name) for name in names.split(",")]
        fitting = _LETTER if self.letter else _CHOOSABLE
        if not all(fitting.fullmatch(key) for key in found):
            return None
        return tuple(found) if not self.letter else (*found, *(key.upper() for key in found))

    @property
    def allowed(self) -> str:
        """What its key may be, as part of a Dutch sentence."""
        return _LETTERS if self.letter else ALLOWED


def choosable() -> dict[str, Choosable]:
    """Return the commands for which a key can be chosen, by id, in the order of declaration."""
    found: dict[str, Choosable] = {}
    for command in commands():
        keys, fixed = _keys_and_fixed(command)
        if keys and all(
            _CHOOSABLE.fullmatch(key) or _LETTER.fullmatch(key.lower()) for key in keys
        ):
            found.setdefault(command.id, Choosable(command.id, command.description, keys, fixed))
    return found


def names_of(textual_keys: Sequence[str]) -> str:
    """Return the names on the screen of keys, each once."""
    return " of ".join(dict.fromkeys(map(key_name, textual_keys)))


def keymap(
    chosen: Mapping[str, str], screens: Callable[[], Iterable[type[Page]]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return Textual's keymap for the keys `chosen` by id, and by id why others are refused.

    The reasons are in Dutch. `screens` returns the screens on which keys may clash; it is called
    only if there is something to check. Of two commands with one key on one screen the last chosen
    gets its own keys back, which may cost another its choice, until no two have the same key.
    """
    known, taken, refused = choosable(), dict[str, tuple[str, ...]](), dict[str, str]()
    for name, wanted in chosen.items():
        if name not in known:
            refused[name] = _UNKNOWN
        elif found := known[name].textual_keys(wanted):
            taken[name] = found
        else:
            refused[name] = known[name].allowed
    places = [list(_bindings_on(screen)) for screen in screens()] if taken else []
    while clash := _clash(taken, places):
        loser, reason = clash
        del taken[loser]
        refused[loser] = reason
    return {name: ",".join((*keys, *known[name].fixed)) for name, keys in taken.items()}, refused


def _keys_and_fixed(command: Command) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a command that another can replace, and those it always has."""
    keys = command.keys.split(",")
    fixed = tuple(key for key in keys if _FIXED.fullmatch(key))
    return tuple(key for key in keys if key not in fixed), fixed


def _textual_key(name: str) -> str:
    """Return Textual's name of a key: Shift+F1 is "f13"."""
    name = name.strip().lower()
    if match := _SHIFTED.fullmatch(name):
        return f"{match[1]}f{int(match[2]) + 12}"
    return name


def _clash(
    taken: Mapping[str, tuple[str, ...]], places: Sequence[Sequence[Binding]]
) -> tuple[str, str] | None:
    """Return the id that was chosen last of those that share a key on a screen, and the reason."""
    for name in reversed(list(taken)):
        for place in places:
            if name not in {binding.id for binding in place}:
                continue
            for other in place:
                mine, theirs = taken[name], _keys(other, taken)
                if other.id != name and (both := [key for key in mine if key in theirs]):
                    return name, f"{key_name(both[0])} is al van '{other.description}'"
    return None


def _keys(binding: Binding, taken: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return taken.get(binding.id or "", tuple(binding.key.split(",")))


def _bindings_on(screen: type[Page]) -> Iterator[Binding]:
    """Yield the bindings that work at the same time on a screen."""
    yield from _bindings(screen)
    if screen is QuestionScreen:
        yield from _bindings(AnswerArea)


def _bindings(kind: type[DOMNode]) -> Iterator[Binding]:
    """Yield the bindings of a screen or widget that have an id, with those it inherits."""
    for base in kind.__mro__:
        for binding in vars(base).get("BINDINGS", ()) if not issubclass(App, base) else ():
            if isinstance(binding, Binding) and binding.id:
                yield binding
