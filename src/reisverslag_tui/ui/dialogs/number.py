"""A question that is answered with a number."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from reisverslag_tui.ui.dialogs.submit import SubmitDialog
from reisverslag_tui.ui.widgets.one_line import OneLine


class NumberDialog(SubmitDialog[int]):
    """Asks until `read` raises no UsageError; is dismissed with what that returns, or with None."""

    def __init__(
        self, title: str, text: str, value: int, button: str, read: Callable[[str], int]
    ) -> None:
        super().__init__(title, text, button)
        self._value = value
        self._read = read

    def compose_fields(self) -> Iterable[Widget]:
        """Yield the line with the number as it is."""
        yield OneLine(str(self._value), compact=True)

    def filled_in(self, line: str) -> int:
        """Return the number."""
        return self._read(line)
