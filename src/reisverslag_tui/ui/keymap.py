"""The keys that a user may choose, and what they become for Textual.

A key is chosen for the id of a binding. What has Enter, Esc, an arrow or a digit keeps it: the rest
of the program counts on those.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.keys import key_name
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
    """What a key can be chosen for; `keys` are those it has at first, as Textual names them.

    It always has the `fixed` ones too.
    """

    id: str
    description: str
    keys: tuple[str, ...]
    fixed: tuple[str, ...] = ()

    @property
    def letter(self) -> bool:
        """Whether it works where nothing is typed, so that its key is a letter."""
        return all(_LETTER.fullmatch(key.lower()) for key in self.keys)

    def textual_keys(self, names: str) -> tuple[str, ...] | None:
        """Return the keys that a user calls by these names; None if it can't have those."""
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
    """Return what a key can be chosen for, by id, in the order in which they are declared."""
    found: dict[str, Choosable] = {}
    for binding in (*vars(keys).values(), *keys.WRITING):
        if isinstance(binding, Binding) and binding.id and _may_be_chosen(binding):
            names, fixed = _names(binding), _fixed(binding)
            found.setdefault(binding.id, Choosable(binding.id, binding.description, names, fixed))
    return found


def names_of(textual_keys: Sequence[str]) -> str:
    """Return what keys are called on the screen, each once."""
    return " of ".join(dict.fromkeys(map(key_name, textual_keys)))


def keymap(
    chosen: Mapping[str, str], screens: Callable[[], Iterable[type[Page]]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return Textual's keymap for the keys chosen by id, and why others can't be, in Dutch.

    `screens` gives all those on which a key may be another's too, if any was chosen. Of two that
    want one key on one screen the last chosen loses, and gets its own keys back; that may cost
    another its choice, until all have a key that is theirs alone.
    """
    known, taken, refused = choosable(), dict[str, tuple[str, ...]](), dict[str, str]()
    for name, wanted in chosen.items():
        if name not in known:
            refused[name] = _UNKNOWN
        elif found := known[name].textual_keys(wanted):
            taken[name] = found
        else:
            refused[name] = known[name].allowed
    places = [list(_place(screen)) for screen in screens()] if taken else []
    while clash := _clash(taken, places):
        loser, reason = clash
        del taken[loser]
        refused[loser] = reason
    return {name: ",".join((*keys, *known[name].fixed)) for name, keys in taken.items()}, refused


def _may_be_chosen(binding: Binding) -> bool:
    names = _names(binding)
    return bool(names) and all(_CHOOSABLE.fullmatch(name) or len(name) == 1 for name in names)


def _names(binding: Binding) -> tuple[str, ...]:
    """Return the keys of a binding that another can take the place of."""
    return tuple(name for name in binding.key.split(",") if not _FIXED.fullmatch(name))


def _fixed(binding: Binding) -> tuple[str, ...]:
    return tuple(name for name in binding.key.split(",") if _FIXED.fullmatch(name))


def _textual_key(name: str) -> str:
    """Return what Textual calls a key: Shift with F1 is F13 to a terminal."""
    name = name.strip().lower()
    if match := _SHIFTED.fullmatch(name):
        return f"{match[1]}f{int(match[2]) + 12}"
    return name


def _clash(
    taken: Mapping[str, tuple[str, ...]], places: Sequence[Sequence[Binding]]
) -> tuple[str, str] | None:
    """Return the last chosen whose key is another's too, on some screen, and that told."""
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


def _place(screen: type[Page]) -> Iterator[Binding]:
    """Yield the bindings that work together on a screen."""
    yield from _bindings(screen)
    if screen is QuestionScreen:
        yield from _bindings(AnswerArea)


def _bindings(kind: type[DOMNode]) -> Iterator[Binding]:
    """Yield our bindings of a screen or widget, those it inherits too."""
    for base in kind.__mro__:
        for binding in vars(base).get("BINDINGS", ()) if not issubclass(App, base) else ():
            if isinstance(binding, Binding) and binding.id:
                yield binding
