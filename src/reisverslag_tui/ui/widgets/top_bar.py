"""The line at the top: what this is, and whether it is saved."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reisverslag_tui.ui.autosave import Failed, Outcome


class SaveStatus(Static):
    """Says whether everything is saved, and never anything that is not so."""

    def show(self, outcome: Outcome | None) -> None:
        """Show how the last save went; None if there was none yet."""
        self.set_class(isinstance(outcome, Failed), "-failed")
        if isinstance(outcome, Failed):
            self.update(Content(f"Niet opgeslagen: {outcome.reason}"))
        elif outcome:
            self.update(Content(f"Opgeslagen {outcome.at:%H:%M:%S}"))

    def busy(self) -> None:
        """Show that a save is taking its time."""
        self.update(Content("Opslaan ..."))


class TopBar(Horizontal):
    """At the left where one is, and in which report; at the right the save status."""

    def __init__(self, heading: str, title: str, status: str) -> None:
        super().__init__(classes="-with-title" if title else "-without-title")
        self._heading = heading
        self._title = title
        self._status = status

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield Static(Content(self._heading), id="heading")
        yield Static(Content(self._title), id="title")
        yield SaveStatus(Content(self._status), id="status")

    def show(self, title: str) -> None:
        """Show another title."""
        if title != self._title:
            self._title = title
            self.query_one("#title", Static).update(Content(title))
