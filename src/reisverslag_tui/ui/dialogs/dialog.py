"""What every dialog has: a box in the middle, and Esc to leave things as they were."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from typing_extensions import override

from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.widgets.key_bar import KeyBar

Result = TypeVar("Result")


class _Box(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls along with the focus; its own keys would go before those of the dialog."""


class Dialog(ModalScreen[Result | None]):
    """A question in between; it is dismissed with an answer, or with None by Esc."""

    CSS_PATH = Path(__file__).with_name("dialog.tcss")
    FIRST = "Button"
    """What has the focus at first, as a selector, unless the constructor is given another."""

    BINDINGS = bindings.of(bindings.CANCEL, bindings.HELP, bindings.STOP)

    how_to_answer = "Kies met Tab of de pijltjes, en druk op Enter."
    """What the help of the dialog begins with."""

    def __init__(self, first: str = "") -> None:
        super().__init__()
        self._first = first or self.FIRST

    def on_mount(self) -> None:
        """Give the focus to what is to be answered, before the first key can come."""
        self.set_focus(self.query(self._first).first())

    @override
    def compose(self) -> ComposeResult:
        """Yield the box, and its own keys in the place of those of the screen below."""
        with _Box(classes="dialog"):
            yield from self.compose_dialog()
        yield KeyBar()

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield what is in the box."""
        raise NotImplementedError

    def explanation(self) -> str:
        """Return how to answer, for the help."""
        return self.how_to_answer

    def answer(self, result: Result | None) -> None:
        """Close with an answer; a second press comes too late to count."""
        if self.is_current:
            self.dismiss(result)

    def action_cancel(self) -> None:
        """Leave things as they were."""
        self.answer(None)
