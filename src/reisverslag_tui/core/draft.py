"""A draft: the answers given so far, and where the user was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple, Self

from reisverslag_tui.core.dates import storable
from reisverslag_tui.core.form import DEFAULT_FORM, Form, Question
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean, clean_line, is_blank

VERSION = 1
"""The version of the draft's file that this program writes."""


class Place(NamedTuple):
    """Where the user was: a question's id, and the cursor's line and column, both from 0."""

    question: str
    line: int = 0
    column: int = 0

    @classmethod
    def at(cls, question: str, text: str, index: int) -> Self:
        """Return the place of the character with this index in the text of an answer."""
        before = text[:index]
        return cls(question, before.count("\n"), len(before) - before.rfind("\n") - 1)

    def index_in(self, text: str) -> int:
        """Return how many characters of the answer stand before this place."""
        index = 0
        for _ in range(self.line):
            index = text.find("\n", index) + 1 or len(text)
        return min(index + self.column, len(text))


@dataclass(frozen=True)
class Draft:
    """A report being written; an edit makes a new one, so that it can be saved in a thread.

    Times know their zone. `finished` is when the user said it was done. `answers` may hold
    questions the form does not have, and `unknown` whatever else the file held: both survive.
    """

    id: str
    title: str
    created: datetime
    modified: datetime
    form: str = DEFAULT_FORM
    version: int = VERSION
    place: Place | None = None
    finished: datetime | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The title, or the Dutch name of a report without one."""
        return self.title or "Zonder titel"

    @property
    def read_only(self) -> bool:
        """Whether a newer version of the program wrote it, so that saving could lose something."""
        return self.version > VERSION

    def answer(self, question_id: str, text: str, now: datetime) -> Self:
        """Return the draft with another answer, or this very draft if that changes nothing."""
        before = self.answers.get(question_id, "")
        if text == before or (text := clean(text)) == before:  # cleaning much text takes long
            return self
        return replace(self, answers={**self.answers, question_id: text}, modified=storable(now))

    def same_text(self, other: Self) -> bool:
        """Return whether title and answers are equal."""
        return self.title == other.title and self._given() == other._given()

    def _given(self) -> dict[str, str]:
        return {key: text for key, text in self.answers.items() if text}

    def put_back(self, earlier: Self, now: datetime) -> Self:
        """Return the draft with the title and the answers of an earlier version of it."""
        return replace(self, title=earlier.title, answers=earlier.answers, modified=storable(now))

    def duplicate(self, draft_id: str, title: str, now: datetime) -> Self:
        """Return a new draft, begun just now, with the same text."""
        begun = storable(now)
        return replace(self, id=draft_id, title=title, created=begun, modified=begun, finished=None)

    def rename(self, title: str) -> Self:
        """Return the draft with another title, made one line; the report itself is the same."""
        return replace(self, title=clean_line(title))

    def finish(self, now: datetime) -> Self:
        """Return the draft as one the user has said is done."""
        return replace(self, finished=storable(now))

    def moved(self, place: Place) -> Self:
        """Return the draft with another place to go on."""
        return replace(self, place=place)

    def answered(self, question: Question) -> bool:
        """Return whether a question has an answer that is not blank."""
        return not is_blank(self.answers.get(question.id, ""))

    def unanswered(self, form: Form) -> tuple[Question, ...]:
        """Return the questions of the form that have no answer yet, in their order."""
        return tuple(question for question in form.questions if not self.answered(question))

    def progress(self, form: Form) -> str:
        """Return how far the report is, in Dutch: "5 van 7 beantwoord", or "afgerond"."""
        return self.summary(form).progress

    def summary(self, form: Form) -> Summary:
        """Return the summary for lists."""
        total = len(form.questions)
        return Summary(
            id=self.id,
            title=self.title,
            created=self.created,
            modified=self.modified,
            finished=self.finished,
            answered=total - len(self.unanswered(form)),
            questions=total,
        )
