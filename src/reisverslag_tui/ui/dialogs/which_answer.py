"""Which answer of an earlier version is to come back."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.form import Question
from reisverslag_tui.ui.dialogs.list import ListDialog


class WhichAnswerDialog(ListDialog[str]):
    """Lists questions; is dismissed with the id of the one that is chosen."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__(0)
        self._questions = questions

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Welk antwoord zet je terug?", classes="question")
        yield Static("De andere blijven zoals ze nu zijn.", classes="text")
        options = [Option(Content(each.label), id=each.id) for each in self._questions]
        yield OptionList(*options, markup=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option.id)
