"""A question that is answered with one line: a title, or the path of a file."""

from collections.abc import Iterable

from textual.widget import Widget

from reisverslag_tui.errors import UsageError
from reisverslag_tui.ui.dialogs.submit import SubmitDialog
from reisverslag_tui.ui.widgets.one_line import OneLine


class LineDialog(SubmitDialog[str]):
    """Asks for one line; is dismissed with it, cleaned and never empty, or with None.

    What is typed first takes the place of `value`, which a key that moves keeps.
    """

    def __init__(self, title: str, text: str, value: str, button: str) -> None:
        super().__init__(title, text, button)
        self._value = value

    def compose_fields(self) -> Iterable[Widget]:
        """Yield the line."""
        yield OneLine(self._value, compact=True)

    def filled_in(self, line: str) -> str:
        """Return the line, if there is anything on it."""
        if not line:
            raise UsageError("Vul hier iets in, of druk op Esc.")
        return line
