"""A question with something to fill in, and two buttons: to submit that, or to let it be."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static
from typing_extensions import override

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import UsageError
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.dialog import Dialog, Result


class SubmitDialog(Dialog[Result]):
    """Has an Input, and goes on asking until what is filled in can be; `button` submits it."""

    FIRST = "Input"
    BINDINGS = bindings.of(bindings.SUBMIT)

    how_to_answer = "Vul in wat er gevraagd wordt, en druk op Enter. Met Tab kom je bij de knoppen."

    def __init__(self, title: str, text: str, button: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._button = button

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the question, what is to be filled in, and the buttons."""
        yield Static(Content(self._title), classes="question")
        yield Static(Content(self._text), classes="hint", id="text")
        yield from self.compose_fields()
        with Horizontal(classes="buttons"):
            yield Button(self._button, id="ok", compact=True)
            yield Button("Laat maar", id="cancel", compact=True)

    def compose_fields(self) -> Iterable[Widget]:
        """Yield what is to be filled in."""
        raise NotImplementedError

    def filled_in(self, line: str) -> Result:
        """Return the answer, with `line` from the Input, cleaned; UsageError says what is wrong."""
        raise NotImplementedError

    @on(Button.Pressed, "#ok")
    def action_submit(self) -> None:
        """Answer with what is filled in; on the other button Enter means that button."""
        if self.focused is self.query_one("#cancel"):
            self.action_cancel()
            return
        line = self.query_one(Input)
        try:
            self.answer(self.filled_in(clean_line(line.value)))
        except UsageError as error:
            self.query_one("#text", Static).update(Content(str(error)))
            self.set_focus(line)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_cancel()
