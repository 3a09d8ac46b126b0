"""A form: its questions, read from a TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reisverslag_tui.core import toml
from reisverslag_tui.core.text import clean, clean_line
from reisverslag_tui.core.toml_table import Table
from reisverslag_tui.errors import FormError, Unreadable

_MAXIMUM_SIZE = 1_000_000
_FORMS = Path(__file__).parent.parent / "forms"

DEFAULT_FORM = "dienstreis"
"""The id of the form a new report is written on."""


class Kind(StrEnum):
    """How long an answer is meant to be; the values are those of the form's file."""

    SHORT = "kort"
    LONG = "lang"


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@cache
def example_report() -> str:
    """Return the plain-text report that comes with the program."""
    return (_FORMS / "voorbeeld.txt").read_text(encoding="utf-8")


def read_form(path: Path) -> Form:
    """Read a form from the TOML file at `path`; FormError if that can't be done."""
    try:
        document = toml.parse(path.read_bytes(), _MAXIMUM_SIZE)
        table = Table(document)
        title, name = _line(table, "titel"), _line(table, "naam")
        return Form(id=path.stem, title=title, name=name, questions=_questions(document))
    except (OSError, Unreadable) as error:
        why = str(error) if isinstance(error, Unreadable) else "het bestand gaat niet open"
        raise FormError(
            f"Het formulier {clean_line(str(path))} kan niet gelezen worden: {why}."
        ) from error


def _questions(document: toml.Document) -> tuple[Question, ...]:
    tables = document.values.get("vragen")
    if not isinstance(tables, list) or not tables:
        raise Unreadable("er staan geen vragen in", document.line("vragen"))
    questions: list[Question] = []
    for number, values in enumerate(tables, start=1):
        is_table = isinstance(values, Mapping)
        table = Table(document, values if is_table else {}, ["vragen"] * number)
        if not is_table:
            raise table.error("een vraag is geen tabel")
        question = _question(table)
        if question.id in [other.id for other in questions]:
            raise table.error("een eerdere vraag heeft dit 'id' al", "id")
        if question.heading.casefold() in [other.heading.casefold() for other in questions]:
            raise table.error("een eerdere vraag heeft deze 'kop' al", "kop")
        questions.append(question)
    return tuple(questions)


def _question(table: Table) -> Question:
    kind = _line(table, "soort")
    if kind not in tuple(Kind):
        raise table.wrong("soort", "geen 'kort' of 'lang'")
    return Question(
        id=_line(table, "id"),
        heading=_line(table, "kop"),
        wording=_line(table, "vraag"),
        label=_line(table, "kort"),
        help=clean_line(table.text("hulp")),
        example=clean(table.text("voorbeeld")).strip("\n"),
        kind=Kind(kind),
    )


def _line(table: Table, key: str) -> str:
    """Return a text on one line; Unreadable if it is empty."""
    line = clean_line(table.text(key))
    if not line:
        raise table.wrong(key, "leeg")
    return line
