"""A question that is answered with one of a list."""

from textual.widgets import OptionList

from reisverslag_tui.ui.dialogs.dialog import Dialog, Result


class ListDialog(Dialog[Result]):
    """Has an OptionList, and begins at the option with the number `present`, counted from 0."""

    FIRST = "OptionList"

    def __init__(self, present: int) -> None:
        super().__init__()
        self._present = present

    def on_mount(self) -> None:
        """Begin at what is so now."""
        super().on_mount()
        self.call_after_refresh(self._highlight)  # only then is it brought in sight

    def _highlight(self) -> None:
        self.query_one(OptionList).highlighted = self._present
