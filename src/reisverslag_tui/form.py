"""A form: its questions, read from a TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reisverslag_tui.errors import FormError

_FORMS = Path(__file__).parent / "forms"

DEFAULT_FORM = "dienstreis"
"""The id of the form a new report is written on."""


class Kind(StrEnum):
    """How long an answer is meant to be; the values are those of the form's file."""

    SHORT = "kort"
    LONG = "lang"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a form.

    `heading` is printed verbatim in the report; `wording` is the question on the screen, `label`
    a word or two for lists, `help` says why it is asked, `example` is an answer for inspiration.
    """

    id: str
    heading: str
    wording: str
    label: str
    help: str
    example: str
    kind: Kind


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form; `title` is printed verbatim above the report, `name` is shown on the screen."""

    id: str
    title: str
    name: str
    questions: tuple[Question, ...]

    def __contains__(self, question_id: object) -> bool:
        return any(question.id == question_id for question in self.questions)

    def number(self, question_id: str) -> int:
        """Return the number of a question, counted from 1; ValueError if it is not on the form."""
        return [question.id for question in self.questions].index(question_id) + 1


@cache
def form_ids() -> frozenset[str]:
    """Return the ids of the forms that come with the program."""
    return frozenset(path.stem for path in _FORMS.glob("*.toml"))


@cache
def load_form(form_id: str = DEFAULT_FORM) -> Form:
    """Return a form that comes with the program; FormError if there is none of that id."""
    if form_id not in form_ids():
        raise FormError(f"Het formulier '{form_id}' ken ik niet.")
    return read_form(_FORMS / f"{form_id}.toml")


def example_report() -> str:
    """Return the plain-text report that comes with the program."""
    return (_FORMS / "voorbeeld.txt").read_text(encoding="utf-8")


def read_form(path: Path) -> Form:
    """Read a form from the TOML file at `path`; FormError if that can't be done."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        questions = tuple(_question(table) for table in document["vragen"])
        form = Form(
            id=path.stem, title=document["titel"], name=document["naam"], questions=questions
        )
    except KeyError as error:
        raise FormError(f"In het formulier {path} ontbreekt {error}.") from error
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise FormError(f"Het formulier {path} kan niet gelezen worden.") from error
    ids = {question.id for question in questions}
    headings = {question.heading.casefold().strip() for question in questions} - {""}
    if not questions or not len(ids) == len(headings) == len(questions):
        raise FormError(f"In het formulier {path} ontbreken vragen, of er staan er twee dubbel in.")
    return form


def _question(table: Mapping[str, object]) -> Question:
    def text(key: str) -> str:
        value = table[key]
        if not isinstance(value, str):
            raise TypeError(key)
        return value

    return Question(
        id=text("id"),
        heading=text("kop"),
        wording=text("vraag"),
        label=text("kort"),
        help=text("hulp"),
        example=text("voorbeeld").strip("\n"),
        kind=Kind(text("soort")),
    )
