"""A plain-text report back into answers.

A report is found by its headings, in the order of the form. An answer may quote a heading, so of
all ways to choose headings the best is taken: the one with most headings that stand as a report
prints them (alone, letter for letter, blank lines around them) and with most answers that are
not empty. A printed report has all of both, hence: printing what was imported gives it back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reisverslag_tui.core.form import Form
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.text import clean, tidy
from reisverslag_tui.errors import ImportingError
from reisverslag_tui.report.sections import UNANSWERED

MAXIMUM_SIZE = 16_000_000
"""The largest file that is imported, in bytes; a report is some thousands."""


@dataclass(frozen=True)
class Imported:
    """The answers a report holds, by question id; `preamble` is text above the first heading.

    The preamble is kept: it stands at the top of the first answer.
    """

    answers: dict[str, str]
    preamble: str


@dataclass(frozen=True)
class _Heading:
    """A place where a heading may stand: lines `start` to `end`, of question number `question`."""

    question: int
    start: int
    end: int
    exact: bool


@dataclass(frozen=True)
class _Path:
    """A choice of headings, the last one first, and how good it is."""

    score: int
    heading: _Heading | None = None
    before: "_Path | None" = None


def read_report(path: Path) -> str:
    """Return the text of a plain-text file; ImportingError if it is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_SIZE + 1)
    except OSError as error:
        raise ImportingError(
            f"{path} kan niet gelezen worden: {os_message(error, reading=True)}."
        ) from error
    return decode(data, str(path))


def decode(data: bytes, source: str) -> str:
    """Return `data` as text; ImportingError, naming `source`, if it is not UTF-8."""
    if len(data) > MAXIMUM_SIZE:
        raise ImportingError(f"{source} is te groot: meer dan {MAXIMUM_SIZE // 1_000_000} MB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportingError(
            f"{source} is geen UTF-8-tekst (regel {line}). Sla het op als UTF-8 "
            "(in Word of Kladblok: Opslaan als, codering UTF-8) en probeer het opnieuw."
        ) from error


def import_report(text: str, form: Form, source: str) -> Imported:
    """Return the answers in a plain-text report; ImportingError if it has no heading at all."""
    lines = _without_title(tidy(clean(text)).split("\n"), form)
    headings = _best(_headings(lines, form), lines)
    if not headings:
        raise ImportingError(
            f"In {source} staat geen enkele vraag van het formulier. Zet elke vraag boven het "
            f"antwoord, op een eigen regel, zoals '{form.questions[0].heading}'."
        )
    ends = [*(heading.start for heading in headings[1:]), len(lines)]
    answers = {
        form.questions[heading.question].id: tidy("\n".join(lines[heading.end : end]))
        for heading, end in zip(headings, ends, strict=True)
    }
    answers = {key: text for key, text in answers.items() if text not in ("", UNANSWERED)}
    preamble = tidy("\n".join(lines[: headings[0].start]))
    if preamble:
        first = form.questions[0].id
        answers[first] = tidy(f"{preamble}\n\n{answers.get(first, '')}")
    return Imported(answers, preamble)


def _without_title(lines: Sequence[str], form: Form) -> list[str]:
    """Return the lines with the title of the form, over however many it is wrapped, made blank."""
    for end in range(1, len(form.title.split()) + 1):
        if _folded(" ".join(lines[:end])) == _folded(form.title):
            return ["", *lines[end:]]
    return list(lines)


def _folded(text: str) -> str:
    """Return `text` as it is compared: one space between words, capitals or not."""
    return " ".join(text.split()).casefold()


def _headings(lines: Sequence[str], form: Form) -> list[_Heading]:
    """Return every place where a heading may stand, also wrapped or in other capitals."""
    numbers = {_folded(question.heading): n for n, question in enumerate(form.questions)}
    beginnings = {heading.split()[0] for heading in numbers}
    found: list[_Heading] = []
    for start, line in enumerate(lines):
        words = line.split(maxsplit=1)
        if words and words[0].casefold() in beginnings:
            found += _heading_at(lines, start, form, numbers)
    return found


def _heading_at(
    lines: Sequence[str], start: int, form: Form, numbers: Mapping[str, int]
) -> Iterator[_Heading]:
    """Yield the heading that begins at line `start`, if one does, over as many lines as it has."""
    longest = max(map(len, numbers))
    text = ""
    for end in range(start + 1, len(lines) + 1):
        text = f"{text} {_folded(lines[end - 1])}".strip()
        if text in numbers:
            number = numbers[text]
            alone = not any(lines[start - 1 : start]) and not any(lines[end : end + 1])
            exact = alone and lines[start] == form.questions[number].heading
            yield _Heading(number, start, end, exact)
            return
        if len(text) > longest or not lines[end - 1]:
            return


def _best(headings: Sequence[_Heading], lines: Sequence[str]) -> list[_Heading]:
    """Return the best choice of headings in the order of the form; of equals the first.

    One pass: only the heading just before another can have nothing but blank lines below it, so
    of all paths that end earlier the best of each question will do.
    """
    paths: list[_Path] = []
    champions: dict[int, _Path] = {}
    for index, heading in enumerate(headings):
        if index >= 2:
            _enter(champions, paths[index - 2])
        options = [_Path(0)]
        options += [
            _Path(path.score + 1, path.heading, path.before)
            for question, path in champions.items()
            if question < heading.question
        ]
        if index and headings[index - 1].question < heading.question:
            options.append(_closed(paths[-1], lines, heading.start))
        best = max(options, key=lambda path: path.score)
        before = best if best.heading else None
        paths.append(_Path(best.score + 1 + heading.exact, heading, before))
    ended = [_closed(path, lines, len(lines)) for path in paths]
    return _unfold(max(ended, key=lambda path: path.score, default=_Path(0)))


def _enter(champions: dict[int, _Path], path: _Path) -> None:
    """Let `path` be the champion of its last question, if it is better than the one there is."""
    if path.heading:
        question = path.heading.question
        if question not in champions or champions[question].score < path.score:
            champions[question] = path


def _closed(path: _Path, lines: Sequence[str], end: int) -> _Path:
    """Return `path` with its last answer, which ends at line `end`, counted if it is not empty."""
    if path.heading is None or not any(lines[path.heading.end : end]):
        return path
    return _Path(path.score + 1, path.heading, path.before)


def _unfold(path: _Path | None) -> list[_Heading]:
    headings: list[_Heading] = []
    while path and path.heading:
        headings.append(path.heading)
        path = path.before
    return headings[::-1]
