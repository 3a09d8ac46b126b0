"""A line in which something is typed."""

from textual import events
from textual.widgets import Input

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.clipboard import NOTHING_TO_PASTE

MOST = 1_000
"""The characters that a line takes; Textual draws and searches all of a line at each key."""


class OneLine(Input):
    """Makes one line of what is pasted: Input drops all but the first, or shows the line ends.

    What does not fit is left out, with a notice. A value that was longer to begin with stays.
    """

    BINDINGS = bindings.of(*bindings.EDITING)

    _full = False

    def on_paste(self, event: events.Paste) -> None:
        """Change what the terminal pastes, before Input takes it."""
        event.text = _one_line(event.text)

    def action_paste(self) -> None:
        """Paste what was copied here."""
        if self.app.clipboard:
            self.replace(_one_line(self.app.clipboard), *self.selection)
        else:
            self.app.notify(NOTHING_TO_PASTE)

    def action_cut(self) -> None:
        """Cut what is selected; without that the clipboard stays as it is."""
        if self.selected_text:
            super().action_cut()

    def action_delete_word_left(self) -> None:
        """Delete to the left, to the start of a word."""
        self.action_delete_left_word()

    def action_delete_word_right(self) -> None:
        """Delete to the right, to the start of the next word."""
        self.action_delete_right_word()

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the line by as much of `text` as fits."""
        most = self.max_length or MOST
        fitting = text[: max(0, most - len(self.value) + abs(end - start))]
        if fitting or not text:
            super().replace(fitting, start, end)
        if fitting == text:
            self._full = False
        elif not self._full:  # once, however many keys follow
            self._full = True
            self.app.notify(f"Op deze regel passen {most} tekens. De rest is weggelaten.")


def _one_line(text: str) -> str:
    return clean(text).strip("\n").replace("\n", " ").replace("\t", " ")
