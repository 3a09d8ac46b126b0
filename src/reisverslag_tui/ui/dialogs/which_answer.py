"""Which answer of an earlier version is to come back."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.form import Question
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.list import ListDialog
from reisverslag_tui.ui.later import do_later


class WhichAnswerDialog(ListDialog[None]):
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

    async def action_put_back(self) -> None:
        """Put the chosen answer back, at once: the next key is about what there is then."""
        chosen = self.query_one(OptionList).highlighted_option
        if chosen and chosen.id:
            await self.run_action(self._way(chosen.id))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        do_later(self, self._way(event.option.id or ""))

    def _way(self, question_id: str) -> str:
        return f"app.put_back({self._version}, {question_id!r})"
