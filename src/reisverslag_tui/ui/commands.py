"""What the keys of a screen do now: for its help and for the command palette."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.keys import key_name

_EVERYWHERE = {key.id for key in keys.EVERYWHERE if isinstance(key, Binding)}


class Where(Enum):
    """The part of the program that a command belongs to, in the order they are told in."""

    HERE = "Op dit scherm"
    WRITING = "Bij het typen"
    EVERYWHERE = "Overal"


@dataclass(frozen=True)
class Command:
    """Something that can be done: `keys` are Textual's names, `node` is what `action` acts on."""

    id: str
    does: str
    keys: Sequence[str]
    where: Where
    action: str
    node: DOMNode
    shown: bool

    @property
    def key(self) -> str:
        """What its keys are called: no more than two, or the first and last digit."""
        names = list(dict.fromkeys(map(key_name, self.keys)))
        if len(names) > 2 and all(name.isdecimal() for name in names):
            return f"{names[0]} t/m {names[-1]}"
        return " of ".join(names[:2])


def commands(screen: Screen[Any]) -> list[Command]:
    """Return what can be done on `screen` now by a key of ours, which all have an id.

    Those of the screen itself come first, and of those the ones in the key bar.
    """
    found: dict[str, Command] = {}
    for key, (node, binding, enabled, _tooltip) in screen.active_bindings.items():
        if not binding.id or not enabled or key.startswith("super+"):
            continue
        others = found[binding.id].keys if binding.id in found else ()
        found[binding.id] = Command(
            binding.id,
            binding.description,
            (*others, key),
            _where(node, binding),
            binding.action,
            node,
            binding.show,
        )
    order = list(Where)
    return sorted(found.values(), key=lambda one: (order.index(one.where), not one.shown))


def _where(node: DOMNode, binding: Binding) -> Where:
    if binding.id in _EVERYWHERE:
        return Where.EVERYWHERE
    leads_away = binding.action.startswith(("app.", "screen."))
    writing = isinstance(node, TextArea | Input) and not leads_away
    return Where.WRITING if writing else Where.HERE
