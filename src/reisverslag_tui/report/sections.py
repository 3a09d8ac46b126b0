"""The sections of a report, in the order in which every renderer shows them."""

from collections.abc import Iterator
from typing import NamedTuple

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.core.text import tidy

UNANSWERED = "(nog niet ingevuld)"
"""What stands in a report for a question without an answer."""


class Section(NamedTuple):
    """A question and its answer as the report prints it; `answer` is empty if there is none."""

    question: Question
    answer: str

    @property
    def text(self) -> str:
        """The answer, or what stands in its place."""
        return self.answer or UNANSWERED


def sections(draft: Draft, form: Form) -> Iterator[Section]:
    """Yield a section for each question of the form."""
    for question in form.questions:
        yield Section(question, tidy(draft.answers.get(question.id, "")))
