"""The reports that the measurements are done with."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import example_report, load_form
from reisverslag_tui.report.importing import import_report
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore

_BEGUN = datetime(2026, 1, 1, 9, tzinfo=UTC)
_LINE = "Het doel was om kennis op te doen over wonen in de stad, en om die uit te wisselen.\n"
_SUBJECTS = ("regenwater", "woningbouw", "fietsen", "haven", "bibliotheek", "theater", "jeugd")
_CITIES = ("Gent", "Wenen", "Oslo", "Lyon", "Porto", "Leeds", "Turijn", "Malmö", "Graz")
LATEST = "2026-01-01-laatste"
"""The id of the report that was changed last."""


def text(size: int, *, paragraph: bool = False) -> str:
    """Return ordinary text of so many characters, in lines or as one paragraph."""
    line = _LINE.replace("\n", " ") if paragraph else _LINE
    return (line * (size // len(line) + 1))[:size].rstrip()


def store_in(data: Path) -> DraftStore:
    """Return the store that the program has when its data is in `data`."""
    return DraftStore(data / "concepten", data / "prullenbak", data / "versies")


def with_answer(data: Path, answer: str) -> Path:
    """Store a report with `answer` to its third question, left at the end of that."""
    line = answer.count("\n")
    place = Place("doel", line, len(answer) - answer.rfind("\n") - 1)
    store_in(data).save(replace(_example(), answers={"doel": answer}, place=place))
    return data


def many(data: Path, number: int) -> Path:
    """Store so many different reports of 2 KB."""
    directory = data / "concepten"
    directory.mkdir(parents=True)
    for draft in (_numbered(index) for index in range(1, number)):
        (directory / f"{draft.id}.toml").write_bytes(to_toml(draft))
    (directory / f"{LATEST}.toml").write_bytes(to_toml(_example()))
    return data


@cache
def _example() -> Draft:
    answers = import_report(example_report(), load_form(), "").answers
    return Draft(
        id=LATEST,
        title="Barcelona",
        created=_BEGUN,
        modified=_BEGUN + timedelta(days=100),
        place=Place("personen"),
        answers=answers,
    )


def _numbered(index: int) -> Draft:
    """Return one of the many; the word `zaak` with its number stands in that one alone."""
    subject, city = _SUBJECTS[index % len(_SUBJECTS)], _CITIES[index % len(_CITIES)]
    moment = _BEGUN + timedelta(minutes=index)
    about = f"{subject} in {city}, zaak{index}\n"
    return Draft(
        id=f"2026-01-01-{index:05}",
        title=f"{city}: {subject} {index}",
        created=_BEGUN,
        modified=moment,
        answers={key: about + answer for key, answer in _example().answers.items()},
    )
