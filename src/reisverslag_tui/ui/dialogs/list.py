"""A question that is answered with one of a list."""

from textual.widgets import OptionList

from reisverslag_tui.ui.dialogs.dialog import Dialog, Result


class ListDialog(Dialog[Result]):
    """Has an OptionList, and begins at the option with the number `present`, counted from 0."""

    FIRST = "OptionList"
    explanation = "Kies met de pijltjes, en druk op Enter."

    def __init__(self, present: int) -> None:
        super().__init__()
        self._present = present

    def on_mount(self) -> None:
        """Begin at what is so now, before the first key can move the choice from there."""
        super().on_mount()
        listed = self.query_one(OptionList)
        listed.highlighted = self._present
        self.call_after_refresh(listed.scroll_to_highlight)  # before that it has no size
