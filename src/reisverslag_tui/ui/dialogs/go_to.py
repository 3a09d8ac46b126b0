"""Which question to go to."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.questions import QuestionsDialog


class GoToDialog(QuestionsDialog):
    """Lists the questions; a number chooses at once. The app goes to the one that is chosen."""

    BINDINGS = [*keys.NUMBERS, keys.GO]

    def __init__(self, form: Form, current: Question) -> None:
        super().__init__(form.number(current.id) - 1)
        self._form = form

    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Ga naar vraag ...", classes="question")
        yield OptionList(
            *(
                Option(Content(f"{number}  {question.label}"), id=question.id)
                for number, question in enumerate(self._form.questions, start=1)
            ),
            markup=False,
        )

    async def action_number(self, number: int) -> None:
        """Go to the question with this number, if there is one."""
        if number <= len(self._form.questions):
            await self.run_action(self.way(self._form.questions[number - 1].id))

    def way(self, question_id: str) -> str:
        """Go to this question."""
        return f"app.show_question({question_id!r}, False)"
