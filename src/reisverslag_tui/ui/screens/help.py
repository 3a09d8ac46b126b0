"""The help of a screen, with the keys that work there."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.active_commands import active_commands
from reisverslag_tui.ui.key_names import help_order
from reisverslag_tui.ui.widgets.key_bar import KeyBar


class HelpScreen(ModalScreen[None]):
    """The explanation of a screen, and below it its keys, grouped by where they work."""

    CSS_PATH = "help.tcss"
    BINDINGS = bindings.of(bindings.CLOSE_HELP, bindings.STOP)

    def __init__(self, explanation: str, screen: Screen[Any]) -> None:
        super().__init__()
        self._explanation = explanation
        self._active = active_commands(screen)

    @override
    def compose(self) -> ComposeResult:
        """Yield the text, which scrolls, and the key bar."""
        with VerticalScroll(id="help"):
            yield Static("Hulp", classes="question")
            yield Static(Content(self._explanation), classes="text")
            yield from self._groups()
        yield KeyBar()

    def _groups(self) -> Iterator[Static]:
        """Yield a heading and a list of keys for each place where they work."""
        width = max((len(active.key_label) for active in self._active), default=0)
        for where, group in groupby(self._active, key=lambda active: active.where):
            yield Static(where.value, classes="heading")
            listed = sorted(group, key=lambda active: help_order(active.keys[0]))
            lines = (
                Content.assemble(
                    (active.key_label.ljust(width), "$accent"), f"  {active.description}"
                )
                for active in listed
            )
            yield Static(Content("\n").join(lines), classes="text")
