"""The commands that the keys of a screen run now: for its help and for the command palette."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reisverslag_tui.ui.bindings import EVERYWHERE, Command, command_of
from reisverslag_tui.ui.key_names import key_name


class Where(Enum):
    """The part of the program in which a command works, in the order of the help."""

    HERE = "Op dit scherm"
    WRITING = "Bij het typen"
    EVERYWHERE = "Overal"


@dataclass(frozen=True)
class ActiveCommand:
    """A command, the keys that it has now by Textual's names, and the node its action runs on."""

    command: Command
    keys: Sequence[str]
    node: DOMNode

    @property
    def description(self) -> str:
        """What it does, in Dutch."""
        return self.command.description

    @property
    def key_label(self) -> str:
        """The names of its keys: no more than two, or the first and last digit."""
        names = list(dict.fromkeys(map(key_name, self.keys)))
        if len(names) > 2 and all(name.isdecimal() for name in names):
            return f"{names[0]} t/m {names[-1]}"
        return " of ".join(names[:2])

    @property
    def where(self) -> Where:
        """The part of the program in which it works."""
        if self.command in EVERYWHERE:
            return Where.EVERYWHERE
        leads_away = self.command.action.startswith(("app.", "screen."))
        writing = isinstance(self.node, TextArea | Input) and not leads_away
        return Where.WRITING if writing else Where.HERE


def active_commands(screen: Screen[Any]) -> list[ActiveCommand]:
    """Return the commands that a key runs on `screen` now, each id once.

    Those of the screen itself come first, and of those the ones in the key bar.
    """
    found: dict[str, ActiveCommand] = {}
    for key, (node, binding, enabled, _tooltip) in screen.active_bindings.items():
        command = command_of(binding)
        if command and enabled and not key.startswith("super+"):
            others = found[command.id].keys if command.id in found else ()
            found[command.id] = ActiveCommand(command, (*others, key), node)
    order = list(Where)
    return sorted(found.values(), key=lambda one: (order.index(one.where), not one.command.bar))
