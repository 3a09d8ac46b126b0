"""Which question to go to."""

from collections.abc import Iterable

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.form import Form, Question
from reisverslag_tui.ui.dialogs.dialog import Dialog


class GoToDialog(Dialog[str]):
    """Lists the questions; is dismissed with the id of one, or with None.

    A number chooses at once.
    """

    def __init__(self, form: Form, current: Question) -> None:
        super().__init__()
        self._form = form
        self._current = current

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Ga naar vraag ...", classes="question")
        yield OptionList(
            *(
                Option(Content(f"{number}  {question.wording}"), id=question.id)
                for number, question in enumerate(self._form.questions, start=1)
            ),
            markup=False,
        )

    def on_mount(self) -> None:
        """Begin at the question that is on the screen."""
        self.call_after_refresh(self._highlight_current)

    def _highlight_current(self) -> None:
        self.query_one(OptionList).highlighted = self._form.number(self._current.id) - 1

    def on_key(self, event: events.Key) -> None:
        """Take a number as a choice."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self._form.questions):
            event.stop()
            self.dismiss(self._form.questions[int(event.key) - 1].id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
