"""From a key to what it does on the screen, and the bytes that are sent for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.program import Holds, Program, Seen
from benchmarks.reports import LATEST, many, text, with_answer
from benchmarks.starting import AGAINST, BARE, OURS
from benchmarks.table import Row, alternately
from reisverslag_tui.core.form import load_form

_ROUNDS = 40
_VISITS = 5
_SOUGHT = "zaak1234"
_LETTER = "~"  # stands in no text and on no screen
_F2, _F3, _F9, _ESCAPE = "\x1bOQ", "\x1bOR", "\x1b[20~", "\x1b"
_ANSWERS = (
    ("2 KB", text(2_000), 1.15),
    ("50 KB", text(50_000), None),
    ("1 MB", text(1_000_000), 1.5),
    ("one paragraph of 50,000", text(50_000, paragraph=True), None),
)


def typing(place: Path) -> Iterator[Row]:
    """Yield the echo of a key in answers of several sizes, saved as they are typed."""
    for name, answer, most in _ANSWERS:
        data = with_answer(place / name, answer)
        with _report(data) as ours, _bare(data, answer) as bare:
            pair = alternately(_ROUNDS, lambda: ours.type(_LETTER), lambda: bare.type(_LETTER))
        yield from _rows(f"key, {name}", *pair, most=most)


def typing_fast(place: Path) -> Iterator[Row]:
    """Yield the echo of a key 30 ms after another: Textual draws by a clock, and it may wait."""
    answer = text(2_000)
    data = with_answer(place, answer)
    with _report(data) as ours, _bare(data, answer) as bare:
        pair = alternately(_ROUNDS, lambda: ours.type_on(_LETTER), lambda: bare.type_on(_LETTER))
    yield from _rows("key 30 ms after another", *pair)


def slow_disk(place: Path) -> Iterator[Row]:
    """Yield the echo of a key while every `fsync` takes half a second."""
    answer = text(2_000)
    slow, fast = with_answer(place / "slow", answer), with_answer(place / "fast", answer)
    with _report(slow, "benchmarks.slow_disk") as ours, _report(fast) as same:
        pair = alternately(_ROUNDS, lambda: ours.type(_LETTER), lambda: same.type(_LETTER))
    slowly, normally = ([seen.ms for seen in side] for side in pair)
    yield Row("key, fsync of 500 ms", "ms", slowly, normally, "a fast disk", most=1.1)


def screens(place: Path) -> Iterator[Row]:
    """Yield the way to each screen, beside the echo of one key in the bare program."""
    data = many(place, 10)
    with _bare(data, "") as bare:
        ours, keys = _first_visits(data, bare)
        yield from _rows("next question", ours, keys, most=4, limit=60)
        with _report(data) as program:
            for name, key, awaited in (
                ("Antwoorden", _F2, "Alle vragen zijn beantwoord"),
                ("Voorbeeld", _F3, "VERSLAG BUITENLANDSE DIENSTREIS"),
            ):
                way = _ThereAndBack(program, key, awaited)
                yield from _rows(name, *alternately(_ROUNDS, way, lambda: bare.type(_LETTER)))


def _first_visits(data: Path, bare: Program) -> tuple[list[Seen], list[Seen]]:
    """Go from question to question, each for the first time since the report was opened."""
    ours: list[Seen] = []
    keys: list[Seen] = []
    for _ in range(_VISITS):
        with Program((*OURS, "nieuw"), data) as program:
            program.first(_has("Vraag 1 van 7"))
            for number in range(2, 8):
                ours.append(program.press(_F9, _asks(number)))
                keys.append(bare.type(_LETTER))
    return ours, keys


def _asks(number: int) -> Holds:
    """Tell whether all of a question is there: its number and its wording, and the keys."""
    wording = load_form().questions[number - 1].wording[:30]
    parts = (f"Vraag {number} van 7", wording, "F10 Stoppen")
    return lambda text: all(part in text for part in parts)


def _has(wanted: str) -> Holds:
    return lambda text: wanted in text


class _ThereAndBack:
    """Goes from a question to a screen; the way back is not measured."""

    def __init__(self, program: Program, key: str, awaited: str) -> None:
        self._program = program
        self._key = key
        self._awaited = awaited

    def __call__(self) -> Seen:
        """Go there, return how that went, and go back."""
        seen = self._program.press(self._key, _has(self._awaited))
        self._program.press(_ESCAPE, _has("Vraag 1 van 7"))
        return seen


def searching(place: Path) -> Iterator[Row]:
    """Yield a key in the search line, until the list shows what was then to be found.

    Of `zaak1`, `zaak12` ... it is known how many reports have the word.
    """
    for number in (10, 1_000, 10_000):
        data = many(place / str(number), number)
        with Program(OURS, data) as ours, _bare(data, "") as bare:
            ours.first(_has(f"{number} verslagen"))
            pair = alternately(_ROUNDS, _Search(ours, number), lambda: bare.type(_LETTER))
        yield from _rows(f"search, {number:,} reports", *pair, limit=50)


class _Search:
    """Types a word that finds fewer and fewer, letter by letter, again and again."""

    def __init__(self, program: Program, number: int) -> None:
        self._program = program
        self._number = number
        self._typed = ""

    def __call__(self) -> Seen:
        """Type the next letter, and return how that went."""
        if self._typed == _SOUGHT[: len(str(self._number)) + 3]:
            self._program.press(_ESCAPE, _has(f"{self._number} verslagen"))
            self._typed = ""
        if not self._typed:
            self._program.press("zaak", _has(f"{self._number - 1} van {self._number} "))
            self._typed = "zaak"
        self._typed += _SOUGHT[len(self._typed)]
        return self._program.press(self._typed[-1], self._found)

    def _found(self, text: str) -> bool:
        """Tell whether it is said how many reports have the word, which is known."""
        wanted = self._typed.removeprefix("zaak")
        count = sum(str(number).startswith(wanted) for number in range(1, self._number))
        return f"{count} van {self._number} " in text


def _rows(
    name: str,
    ours: Sequence[Seen],
    reference: Sequence[Seen],
    most: float | None = None,
    limit: float | None = None,
) -> Iterator[Row]:
    """Yield the time and the bytes, beside those of one key in the bare program."""
    mine, bare = ([seen.ms for seen in side] for side in (ours, reference))
    yield Row(name, "ms", mine, bare, AGAINST, most, limit)
    sent, bare = ([float(seen.size) for seen in side] for side in (ours, reference))
    yield Row(f"{name}, sent", "bytes", sent, bare, AGAINST)


def _report(data: Path, module: str = OURS[1]) -> Program:
    """Open the report, at the end of its answer."""
    program = Program(("-m", module, "open", LATEST), data)
    program.first(_has("Vraag "))
    return program


def _bare(data: Path, answer: str) -> Program:
    """Open the same text in the bare program."""
    file = data / "tekst.txt"
    file.write_text(answer, encoding="utf-8")
    program = Program((*BARE, str(file)), data)
    program.first(lambda text: "│" in text or "▊" in text)
    return program
