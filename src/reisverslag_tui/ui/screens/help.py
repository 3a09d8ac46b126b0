"""Help for the screen it was asked on, with the keys that work there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.keys import help_order, key_name
from reisverslag_tui.ui.widgets.key_bar import KeyBar


@dataclass(frozen=True)
class Key:
    """A key as it is called in Dutch, and what it does."""

    name: str
    does: str


def keys_of(screen: Screen[Any]) -> list[Key]:
    """Return the keys that work on `screen` now: those of ours, which all have an id."""
    bindings = sorted(screen.active_bindings.items(), key=lambda item: help_order(item[0]))
    found: dict[str, tuple[str, list[str]]] = {}
    for key, active in bindings:
        binding = active.binding
        if binding.id and active.enabled and not key.startswith("super+"):
            found.setdefault(binding.id, (binding.description, []))[1].append(key_name(key))
    return [Key(_joined(names), does) for does, names in found.values()]


def _joined(names: Sequence[str]) -> str:
    different = list(dict.fromkeys(names))
    return " of ".join(different) if len(different) < 3 else f"{different[0]} t/m {different[-1]}"


class HelpScreen(ModalScreen[None]):
    """An explanation, and a list of keys below it."""

    BINDINGS = [keys.BACK, keys.STOP]

    def __init__(self, explanation: str, listed: Sequence[Key]) -> None:
        super().__init__()
        self._explanation = explanation
        self._listed = listed

    def compose(self) -> ComposeResult:
        """Yield the text, which scrolls, and the way back."""
        with VerticalScroll(id="help"):
            yield Static("Hulp", classes="question")
            yield Static(Content(self._explanation), classes="text")
            yield Static("Toetsen", classes="heading")
            yield Static(Content("\n").join(self._lines()), classes="text")
        yield KeyBar()

    def _lines(self) -> Iterator[Content]:
        width = max((len(key.name) for key in self._listed), default=0)
        for key in self._listed:
            yield Content.assemble((key.name.ljust(width), "$accent"), f"  {key.does}")
