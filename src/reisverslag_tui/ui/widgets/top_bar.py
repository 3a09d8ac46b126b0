"""The line at the top of a screen: what it shows, and whether all is saved."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override


@dataclass(frozen=True)
class Status:
    """The text at the right of the top line, and whether it stands out."""

    text: str
    alarming: bool = False


class SaveStatus(Static):
    """Shows whether everything is saved."""

    def show(self, status: Status) -> None:
        """Show a status."""
        self.set_class(status.alarming, "-failed")
        before, text = Content(str(self.content)), Content(status.text)
        self.update(text, layout=text.cell_length != before.cell_length)


class TopBar(Horizontal):
    """The heading and the title of the report at the left, the save status at the right."""

    def __init__(self, heading: str, title: str, status: Status) -> None:
        super().__init__()
        self._heading = heading
        self._title = title
        self._status = status
        self._fit_heading()

    @override
    def compose(self) -> ComposeResult:
        """Yield the heading, the title and the status."""
        yield Static(Content(self._heading), id="heading")
        yield Static(Content(self._title), id="title")
        status = SaveStatus(id="status")
        status.show(self._status)
        yield status

    def show(self, title: str) -> None:
        """Show the title of the report."""
        if title != self._title:
            self._title = title
            self._fit_heading()
            self.query_one("#title", Static).update(Content(title))

    def _fit_heading(self) -> None:
        """Give the heading the width of a title if there is none."""
        self.set_class(not self._title, "-without-title")
