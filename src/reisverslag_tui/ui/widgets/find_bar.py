"""The bar at the bottom of the screen for finding and replacing."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static
from typing_extensions import override

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.widgets.one_line import OneLine


class _Line(OneLine):
    """A line of the bar; the arrows move from hit to hit."""

    BINDINGS = bindings.of(bindings.FIND_PREVIOUS)


class _WordLine(_Line):
    """The word to find; Enter moves to the next hit."""

    BINDINGS = bindings.of(bindings.FIND_NEXT)


class _ReplacementLine(_Line):
    """The replacement; Enter replaces the hit, and moves to the next."""

    BINDINGS = bindings.of(bindings.REPLACE, bindings.FIND_NEXT_TOO)


class FindBar(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The lines to type in and the number of hits; its screen does the finding.

    In a low terminal it is one line high, and scrolls to the line that has the focus.
    """

    def __init__(self, last_search: LastSearch) -> None:
        super().__init__()
        self._last_search = last_search

    @override
    def compose(self) -> ComposeResult:
        """Yield the lines and the buttons."""
        with Horizontal():
            yield Static("Zoek", classes="label")
            yield _WordLine(id="word", compact=True, select_on_focus=False)
            yield Static(id="news")
            yield Static(id="count")
            yield Static("Esc: klaar", id="way-out")
        with Horizontal(classes="replacing"):
            yield Static("Vervang door", classes="label")
            yield _ReplacementLine(self._last_search.replacement, id="replacement", compact=True)
            yield Static("Enter: vervang deze", id="replaces-one")
        with Horizontal(classes="replacing", id="all"):
            yield Button("Alles in dit antwoord", id="replace-here", compact=True)
            yield Button("In alle antwoorden", id="replace-everywhere", compact=True)

    @property
    def word(self) -> str:
        """The word to find."""
        return clean(self.query_one(_WordLine).value)

    @property
    def replacement(self) -> str:
        """The text to replace it by."""
        return clean(self.query_one(_ReplacementLine).value)

    def open(self, word: str) -> None:
        """Show the bar with `word` selected in it."""
        self.add_class("-open")
        line = self.query_one(_WordLine)
        with self.prevent(Input.Changed):
            line.value = word
        line.select_all()
        self.screen.set_focus(line)
        self._remember()

    def close(self) -> None:
        """Hide the bar."""
        self.remove_class("-open")

    def offer_to_replace(self, *, offered: bool) -> None:
        """Show or hide what is for replacing."""
        self.set_class(offered, "-replacing")

    def show_count(self, count: str) -> None:
        """Show the number of hits."""
        self.query_one("#count", Static).update(Content(count))

    def show_news(self, news: str) -> None:
        """Show a message, until the next one."""
        self.query_one("#news", Static).update(Content(news))
        self.set_class(bool(news), "-news")

    @on(Input.Changed)
    def _remember(self) -> None:
        self._last_search.word, self._last_search.replacement = self.word, self.replacement
