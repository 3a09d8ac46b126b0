"""A question that is answered with one of a list."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from reisverslag_tui.ui import themes
from reisverslag_tui.ui.dialogs.dialog import Dialog, Result


class ListDialog(Dialog[Result]):
    """Has an OptionList, and begins at the option with the number `present`, counted from 0."""

    FIRST = "OptionList"
    how_to_answer = "Kies met de pijltjes, en druk op Enter."

    def __init__(self, present: int) -> None:
        super().__init__()
        self._present = present

    @override
    def on_mount(self) -> None:
        """Begin at what is so now, before the first key can move the choice from there."""
        super().on_mount()
        listed = self.query_one(OptionList)
        listed.highlighted = self._present
        self.call_after_refresh(listed.scroll_to_highlight)  # before that it has no size


class ThemeDialog(ListDialog[str]):
    """Lists the themes, and shows each while the choice is on it; dismissed with its name."""

    def __init__(self, present: str) -> None:
        super().__init__(themes.NAMES.index(present))

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the themes."""
        yield Static("Thema", classes="question")
        yield OptionList(*(Option(Content(name), id=name) for name in themes.NAMES), markup=False)

    @on(OptionList.OptionHighlighted)
    def _try(self, event: OptionList.OptionHighlighted) -> None:
        if self.query_one(OptionList).has_focus and event.option.id:
            self.app.theme = event.option.id

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option.id)
