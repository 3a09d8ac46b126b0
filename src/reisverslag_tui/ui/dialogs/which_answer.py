"""Which answer of an earlier version is to come back."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.core.form import Question
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.questions import QuestionsDialog


class WhichAnswerDialog(QuestionsDialog):
    """Lists the questions that a version answers otherwise; the app puts the chosen one back."""

    BINDINGS = [keys.PUT_BACK_CHOSEN]

    def __init__(self, version: int, questions: Sequence[Question]) -> None:
        super().__init__(0)
        self._version = version
        self._questions = questions

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Welk antwoord zet je terug?", classes="question")
        yield Static("De andere blijven zoals ze nu zijn.", classes="text")
        options = [Option(Content(each.label), id=each.id) for each in self._questions]
        yield OptionList(*options, markup=False)

    def way(self, question_id: str) -> str:
        """Put back the answer to this question."""
        return f"app.put_back({self._version}, {question_id!r})"
