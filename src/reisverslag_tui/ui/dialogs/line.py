"""A question that is answered with one line: a title, or the path of a file."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from reisverslag_tui.text import clean_line
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.dialog import Dialog


class LineDialog(Dialog[str]):
    """Asks for one line; is dismissed with it, cleaned and never empty, or with None."""

    FIRST = "Input"
    BINDINGS = [keys.SUBMIT]

    def __init__(self, title: str, text: str, value: str, button: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._value = value
        self._button = button

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the question, the line and the buttons."""
        yield Static(Content(self._title), classes="question")
        yield Static(Content(self._text), classes="hint", id="text")
        yield from self.compose_line(self._value)
        with Horizontal(classes="buttons"):
            yield Button(self._button, id="ok", compact=True)
            yield Button("Laat maar", id="cancel", compact=True)

    def compose_line(self, value: str) -> Iterable[Widget]:
        """Yield the line, an Input, and what stands below it."""
        yield Input(value, compact=True, select_on_focus=False)

    @on(Button.Pressed, "#ok")
    def action_submit(self) -> None:
        """Answer with the line; on the other button Enter means that button."""
        if self.focused is self.query_one("#cancel"):
            self.action_cancel()
            return
        line = clean_line(self.query_one(Input).value)
        if line:
            self.answer(line)
        else:
            self.query_one("#text", Static).update("Vul hier iets in, of druk op Esc.")

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_cancel()
