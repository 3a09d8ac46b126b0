"""Which printer, and how many copies."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from reisverslag_tui.report.printers import MOST_COPIES, read_copies
from reisverslag_tui.ui.dialogs.submit import SubmitDialog
from reisverslag_tui.ui.widgets.one_line import OneLine


class PrinterDialog(SubmitDialog[tuple[str, int]]):
    """Lists the printers; is dismissed with the name of one and the copies, or with None."""

    FIRST = "OptionList"

    def __init__(self, names: Sequence[str], default: str, what: str) -> None:
        super().__init__("Naar printer", what, "Afdrukken")
        self._names = names
        self._default = default

    @override
    def compose_fields(self) -> Iterable[Widget]:
        """Yield the printers and the number of copies."""
        printers = OptionList(*(Option(Content(self._told(name))) for name in self._names))
        printers.highlighted = 0
        yield printers
        with Horizontal(id="copies"):
            yield Static("Aantal", classes="quiet")
            yield OneLine("1", compact=True, max_length=len(str(MOST_COPIES)) + 1)

    def _told(self, name: str) -> str:
        return f"{name} (standaard)" if name == self._default else name

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_submit()

    @override
    def filled_in(self, line: str) -> tuple[str, int]:
        """Return the printer and the copies."""
        return self._names[self.query_one(OptionList).highlighted or 0], read_copies(line)
