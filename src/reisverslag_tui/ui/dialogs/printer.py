"""Which printer, and how many copies."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.cups import MOST_COPIES, read_copies
from reisverslag_tui.errors import UsageError
from reisverslag_tui.text import clean_line
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.dialog import Dialog


class PrinterDialog(Dialog[tuple[str, int]]):
    """Lists the printers; is dismissed with the name of one and the copies, or with None."""

    FIRST = "OptionList"
    BINDINGS = [keys.SUBMIT]

    def __init__(self, names: Sequence[str], default: str, what: str) -> None:
        super().__init__()
        self._names = names
        self._default = default
        self._what = what

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the printers, the number of copies and the buttons."""
        yield Static("Naar een printer", classes="question")
        yield Static(Content(self._what), classes="hint", id="text")
        printers = OptionList(*(Option(Content(self._told(name))) for name in self._names))
        printers.highlighted = 0
        yield printers
        with Horizontal(id="copies"):
            yield Static("Aantal", classes="quiet")
            yield Input("1", compact=True, max_length=len(str(MOST_COPIES)) + 1)
        with Horizontal(classes="buttons"):
            yield Button("Afdrukken", id="ok", compact=True)
            yield Button("Laat maar", id="cancel", compact=True)

    def _told(self, name: str) -> str:
        return f"{name} (standaard)" if name == self._default else name

    @on(Button.Pressed, "#ok")
    @on(OptionList.OptionSelected)
    def action_submit(self) -> None:
        """Answer with what is chosen; on the other button Enter means that button."""
        if self.focused is self.query_one("#cancel"):
            self.action_cancel()
            return
        line = self.query_one(Input)
        try:
            copies = read_copies(clean_line(line.value))
        except UsageError as error:
            self.query_one("#text", Static).update(Content(str(error)))
            self.set_focus(line)
        else:
            self.answer((self._names[self.query_one(OptionList).highlighted or 0], copies))

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_cancel()
