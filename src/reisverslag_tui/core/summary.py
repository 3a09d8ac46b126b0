"""The summary of a draft in a list."""

from datetime import datetime
from typing import NamedTuple


class Summary(NamedTuple):
    """What a list of reports shows; fields have the meaning they have in Draft.

    `answered` counts the questions that have an answer, of all `questions`.
    """

    id: str
    title: str
    created: datetime
    modified: datetime
    finished: datetime | None
    answered: int
    questions: int

    @property
    def name(self) -> str:
        """What the report is called where it is listed or spoken of."""
        return self.title or "Zonder titel"

    @property
    def changed_since_finished(self) -> bool:
        """Whether it was changed after the user had said it was done."""
        return self.finished is not None and self.modified > self.finished

    @property
    def progress(self) -> str:
        """How far the report is, in Dutch: "5 van 7 beantwoord", or "afgerond"."""
        if self.changed_since_finished:
            return "afgerond, gewijzigd"
        if self.finished is not None:
            return "afgerond"
        return f"{self.answered} van {self.questions} beantwoord"
