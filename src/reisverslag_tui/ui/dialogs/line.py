"""A question that is answered with one line: a title, or a number."""

from collections.abc import Callable, Iterable

from textual.widget import Widget
from typing_extensions import override

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

    @override
    def compose_fields(self) -> Iterable[Widget]:
        """Yield the line."""
        yield OneLine(self._value, compact=True)

    @override
    def filled_in(self, line: str) -> str:
        """Return the line, if there is anything on it."""
        if not line:
            raise UsageError("Vul hier iets in, of druk op Esc.")
        return line


class TitleDialog(LineDialog):
    """Asks for a title."""

    def __init__(self, title: str) -> None:
        super().__init__(
            "Titel van het verslag",
            "Een korte naam waaraan je dit verslag herkent. Hij komt niet in het verslag.",
            title,
            "Opslaan",
        )


class NumberDialog(SubmitDialog[int]):
    """Asks until `read` raises no UsageError; is dismissed with what that returns, or with None."""

    def __init__(
        self, title: str, text: str, value: int, button: str, read: Callable[[str], int]
    ) -> None:
        super().__init__(title, text, button)
        self._value = value
        self._read = read

    @override
    def compose_fields(self) -> Iterable[Widget]:
        """Yield the line with the number as it is."""
        yield OneLine(str(self._value), compact=True)

    @override
    def filled_in(self, line: str) -> int:
        """Return the number."""
        return self._read(line)
