"""The line at the top: what this is, and whether it is saved."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True)
class Status:
    """What stands at the right of the top line, and whether it must be noticed."""

    text: str
    alarming: bool = False


class SaveStatus(Static):
    """Says whether everything is saved, and never anything that is not so."""

    def show(self, status: Status) -> None:
        """Show another status."""
        self.set_class(status.alarming, "-failed")
        before, text = Content(str(self.content)), Content(status.text)
        self.update(text, layout=text.cell_length != before.cell_length)


class TopBar(Horizontal):
    """At the left where one is, and in which report; at the right the save status."""

    def __init__(self, heading: str, title: str, status: Status) -> None:
        super().__init__()
        self._heading = heading
        self._title = title
        self._status = status
        self._make_room()

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield Static(Content(self._heading), id="heading")
        yield Static(Content(self._title), id="title")
        status = SaveStatus(id="status")
        status.show(self._status)
        yield status

    def show(self, title: str) -> None:
        """Show another title."""
        if title != self._title:
            self._title = title
            self._make_room()
            self.query_one("#title", Static).update(Content(title))

    def _make_room(self) -> None:
        """Give the heading the room of a title if there is none."""
        self.set_class(not self._title, "-without-title")
