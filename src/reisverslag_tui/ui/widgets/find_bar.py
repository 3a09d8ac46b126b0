"""The bar at the bottom in which one says what to find, and what to put in its place."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.widgets.one_line import OneLine


class _Line(OneLine):
    """A line of the bar; the arrows go from hit to hit."""

    BINDINGS = bindings.of(bindings.FIND_PREVIOUS)


class _SoughtLine(_Line):
    """What to find; Enter goes on to the next hit."""

    BINDINGS = bindings.of(bindings.FIND_NEXT)


class _ByLine(_Line):
    """What to put in its place; Enter does so, and goes on to the next hit."""

    BINDINGS = bindings.of(bindings.REPLACE, bindings.FIND_NEXT_TOO)


class FindBar(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Holds the lines, and says how many hits there are; the screen it is on does the finding.

    In a low terminal it is one line high, and scrolls to the line that has the focus.
    """

    def __init__(self, last_search: LastSearch) -> None:
        super().__init__()
        self._last_search = last_search

    def compose(self) -> ComposeResult:
        """Yield the lines and the buttons."""
        with Horizontal():
            yield Static("Zoek", classes="label")
            yield _SoughtLine(id="sought", compact=True, select_on_focus=False)
            yield Static(id="news")
            yield Static(id="count")
            yield Static("Esc: klaar", id="way-out")
        with Horizontal(classes="replacing"):
            yield Static("Vervang door", classes="label")
            yield _ByLine(self._last_search.by, id="by", compact=True)
            yield Static("Enter: vervang deze", id="replaces-one")
        with Horizontal(classes="replacing", id="all"):
            yield Button("Alles in dit antwoord", id="replace-here", compact=True)
            yield Button("In alle antwoorden", id="replace-everywhere", compact=True)

    @property
    def word(self) -> str:
        """What is sought."""
        return clean(self.query_one(_SoughtLine).value)

    @property
    def by(self) -> str:
        """What is to come in its place."""
        return clean(self.query_one(_ByLine).value)

    def open(self, word: str) -> None:
        """Come into sight with `word` to be sought; what is typed takes its place."""
        self.add_class("-open")
        line = self.query_one(_SoughtLine)
        with self.prevent(Input.Changed):
            line.value = word
        line.select_all()
        self.screen.set_focus(line)
        self._remember()

    def close(self) -> None:
        """Go out of sight."""
        self.remove_class("-open")

    def offer_to_replace(self, *, offered: bool) -> None:
        """Show what is needed to replace, or leave it out."""
        self.set_class(offered, "-replacing")

    def tell_count(self, count: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Static).update(Content(count))

    def tell_news(self, news: str) -> None:
        """Say what there is to know besides, until something else is."""
        self.query_one("#news", Static).update(Content(news))
        self.set_class(bool(news), "-news")

    @on(Input.Changed)
    def _remember(self) -> None:
        self._last_search.word, self._last_search.by = self.word, self.by
