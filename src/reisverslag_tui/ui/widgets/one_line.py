"""An input of one line."""

from textual import events
from textual.widgets import Input
from typing_extensions import override

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.clipboard import NOTHING_TO_PASTE

MAXIMUM_LENGTH = 1_000
"""The most characters in a line: Textual draws and searches all of it at each key."""


class OneLine(Input):
    """An Input that joins the lines of a paste; Textual's drops all but the first.

    What does not fit is left out, with a notification. A longer initial value stays.
    """

    BINDINGS = bindings.of(*bindings.EDITING)

    _full = False

    def on_paste(self, event: events.Paste) -> None:
        """Join the lines of a paste before Input handles it."""
        event.text = _one_line(event.text)

    @override
    def action_paste(self) -> None:
        """Paste the program's own clipboard."""
        if self.app.clipboard:
            self.replace(_one_line(self.app.clipboard), *self.selection)
        else:
            self.app.notify(NOTHING_TO_PASTE)

    @override
    def action_cut(self) -> None:
        """Cut the selection; without one the clipboard stays as it is."""
        if self.selected_text:
            super().action_cut()

    def action_delete_word_left(self) -> None:
        """Delete to the start of the word."""
        self.action_delete_left_word()

    def action_delete_word_right(self) -> None:
        """Delete to the start of the next word."""
        self.action_delete_right_word()

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the line by as much of `text` as fits."""
        most = self.max_length or MAXIMUM_LENGTH
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
