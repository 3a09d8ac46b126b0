"""Which colours the program is to have."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.ui import themes
from reisverslag_tui.ui.dialogs.dialog import Dialog


class ThemeDialog(Dialog[str]):
    """Lists the themes, and shows each while the choice is on it; dismissed with its name."""

    FIRST = "OptionList"

    def __init__(self, present: str) -> None:
        super().__init__()
        self._present = present

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the themes."""
        yield Static("Thema", classes="question")
        yield OptionList(*(Option(Content(name), id=name) for name in themes.NAMES), markup=False)

    def on_mount(self) -> None:
        """Begin at the theme that was chosen."""
        super().on_mount()
        self.call_after_refresh(self._highlight_present)

    def _highlight_present(self) -> None:
        self.query_one(OptionList).highlighted = themes.NAMES.index(self._present)

    @on(OptionList.OptionHighlighted)
    def _try(self, event: OptionList.OptionHighlighted) -> None:
        if self.query_one(OptionList).has_focus and event.option.id:
            self.app.theme = event.option.id

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option.id)
