"""What every screen has: a line at the top, its own part, the keys at the bottom, and help."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.sizes import size_classes
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from reisverslag_tui.ui.widgets.top_bar import SaveStatus, Status, TopBar


class Page(Screen[None]):
    """A screen; its top line says `heading`, then the title of a report if it is of one."""

    BINDINGS = bindings.of(*bindings.EVERYWHERE)
    heading = ""
    of_one_report = True
    """Whether it is told what becomes of the report that is open."""

    def __init__(self, report_title: str, status: Status) -> None:
        super().__init__()
        self._report_title = report_title
        self._status = status

    @override
    def compose(self) -> ComposeResult:
        """Yield the parts from top to bottom.

        What Textual says of the size later, when all is styled, is said at once: or all that would
        be done twice.
        """
        self.add_class(*size_classes(self.app.size), update=False)
        yield TopBar(self.heading, self._report_title, self._status)
        yield from self.compose_page()
        yield KeyBar()
        yield Static("Maak het venster groter.", id="too-small")

    def compose_page(self) -> Iterable[Widget]:
        """Yield the screen's own part."""
        raise NotImplementedError

    def explanation(self) -> str:
        """Return the text the help of this screen begins with."""
        raise NotImplementedError

    @property
    def save_status(self) -> SaveStatus:
        """The save status in the top line."""
        return self.query_one(SaveStatus)

    def on_screen_resume(self) -> None:
        """Show what was chosen on the screen of the settings meanwhile."""
        self.show_settings()

    def show_settings(self) -> None:
        """Show what the settings say now, where that is not asked anew each time."""

    def show_draft(self, draft: Draft) -> None:
        """Show what the report that is open has become; here its title."""
        self.query_one(TopBar).show(draft.title)

    def show_answers(self, draft: Draft) -> None:
        """Show other answers than were typed here."""

    def show_read_only(self, *, read_only: bool) -> None:
        """Let what is typed here be only read, or written again."""
