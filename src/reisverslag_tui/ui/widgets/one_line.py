"""A line in which something is typed."""

from textual import events
from textual.widgets import Input

from reisverslag_tui.text import clean


class OneLine(Input):
    """Makes one line of what is pasted: Input drops all but the first, or shows the line ends."""

    def on_paste(self, event: events.Paste) -> None:
        """Change what the terminal pastes, before Input takes it."""
        event.text = _one_line(event.text)

    def action_paste(self) -> None:
        """Paste what was copied here."""
        self.replace(_one_line(self.app.clipboard), *self.selection)


def _one_line(text: str) -> str:
    return clean(text).strip("\n").replace("\n", " ").replace("\t", " ")
