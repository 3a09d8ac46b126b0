"""The list of questions at the side of a wide screen."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form


class QuestionList(OptionList, can_focus=False):
    """Shows which questions have an answer; a click opens one, as Ctrl+G does."""

    def __init__(self, form: Form, draft: Draft) -> None:
        super().__init__(
            *(Option(Content(""), id=question.id) for question in form.questions), markup=False
        )
        self._form = form
        self._answered: tuple[bool, ...] = ()
        self.show(draft)

    def show(self, draft: Draft) -> None:
        """Mark the questions that have an answer."""
        answered = tuple(draft.answered(question) for question in self._form.questions)
        if answered == self._answered:
            return
        self._answered = answered
        for number, question in enumerate(self._form.questions, start=1):
            mark = "✓" if answered[number - 1] else "·"
            text = Content(f"{mark} {number}  {question.label}")
            self.replace_option_prompt(question.id, text)
