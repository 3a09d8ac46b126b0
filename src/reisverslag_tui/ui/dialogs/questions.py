"""A choice from a list of questions."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.list import ListDialog
from reisverslag_tui.ui.navigation import Navigation


class QuestionsDialog(ListDialog[None]):
    """Has questions, by their id, as the options; calls `go` with the one that is chosen.

    `go` closes the dialog, in the order of the input: what is typed next is about what there is
    then.
    """

    def __init__(
        self, navigation: Navigation, go: Callable[[str], Awaitable[None]], present: int
    ) -> None:
        super().__init__(present)
        self._nav = navigation
        self._go = go

    async def action_choose(self) -> None:
        """Choose the question that is highlighted."""
        chosen = self.query_one(OptionList).highlighted_option
        if chosen and chosen.id:
            await self._go(chosen.id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._nav.soon(partial(self._go, event.option.id or ""))


class GoToDialog(QuestionsDialog):
    """Goes to the question that is chosen; a number chooses at once."""

    BINDINGS = bindings.of(*bindings.NUMBERS, bindings.GO)

    def __init__(self, navigation: Navigation, form: Form, current: Question) -> None:
        go = partial(navigation.show_question, return_to_answers=False)
        super().__init__(navigation, go, form.number(current.id) - 1)
        self._questions = form.questions

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Ga naar vraag ...", classes="question")
        options = [
            Option(Content(f"{number}  {each.label}"), id=each.id)
            for number, each in enumerate(self._questions, start=1)
        ]
        yield OptionList(*options, markup=False)

    async def action_number(self, number: int) -> None:
        """Go to the question with this number, if there is one."""
        if number <= len(self._questions):
            await self._go(self._questions[number - 1].id)


class WhichAnswerDialog(QuestionsDialog):
    """Lists the questions that a version answers otherwise; puts the chosen answer back."""

    BINDINGS = bindings.of(bindings.PUT_BACK_CHOSEN)

    def __init__(self, navigation: Navigation, version: int, questions: Sequence[Question]) -> None:
        super().__init__(navigation, partial(navigation.put_back, version), 0)
        self._questions = questions

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the questions."""
        yield Static("Welk antwoord zet je terug?", classes="question")
        yield Static("De andere blijven zoals ze nu zijn.", classes="text")
        options = [Option(Content(each.label), id=each.id) for each in self._questions]
        yield OptionList(*options, markup=False)
