"""Help for the screen it was asked on, with the keys that work there."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.commands import commands
from reisverslag_tui.ui.keys import help_order
from reisverslag_tui.ui.widgets.key_bar import KeyBar


class HelpScreen(ModalScreen[None]):
    """The explanation of a screen, and below it the keys it has now, by where they work."""

    CSS_PATH = "help.tcss"
    BINDINGS = [keys.CLOSE_HELP, keys.STOP]

    def __init__(self, explanation: str, screen: Screen[Any]) -> None:
        super().__init__()
        self._explanation = explanation
        self._listed = commands(screen)

    def compose(self) -> ComposeResult:
        """Yield the text, which scrolls, and the way back."""
        with VerticalScroll(id="help"):
            yield Static("Hulp", classes="question")
            yield Static(Content(self._explanation), classes="text")
            yield from self._groups()
        yield KeyBar()

    def _groups(self) -> Iterator[Static]:
        """Yield a heading and a list of keys for each place where they work."""
        width = max((len(command.key) for command in self._listed), default=0)
        for where, group in groupby(self._listed, key=lambda command: command.where):
            yield Static(where.value, classes="heading")
            listed = sorted(group, key=lambda command: help_order(command.keys[0]))
            lines = (
                Content.assemble((command.key.ljust(width), "$accent"), f"  {command.does}")
                for command in listed
            )
            yield Static(Content("\n").join(lines), classes="text")
