"""From the start of the process to the first screen, and the memory that takes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.program import Program
from benchmarks.reports import LATEST, many
from benchmarks.table import Row, alternately

BARE = ("-m", "benchmarks.bare")
OURS = ("-m", "reisverslag_tui")
AGAINST = "a bare TextArea"
_ROUNDS = 20
_FEW = 5
_STAYS = 2.0  # seconds, in which ours loads what the first screen did without


class _Start:
    """Starts a program again and again until it shows `awaited`."""

    def __init__(self, words: Sequence[str], data: Path, awaited: str) -> None:
        self._words = words
        self._data = data
        self._awaited = awaited

    def __call__(self) -> float:
        """Return how many milliseconds it took."""
        with Program(self._words, self._data) as program:
            return program.first(lambda text: self._awaited in text).ms

    def peak(self) -> float:
        """Return the most memory that it had when it is there for a while, in kB."""
        with Program(self._words, self._data) as program:
            program.first(lambda text: self._awaited in text)
            program.stay(_STAYS)
        return program.peak


def starting(place: Path) -> Iterator[Row]:
    """Yield the start with a new report and with one that there is, and their memory."""
    data = many(place, 10)
    for words in (("nieuw",), ("open", LATEST)):
        ours, bare = _Start((*OURS, *words), data, "Vraag 1 van 7"), _Start(BARE, data, "Klaar")
        name = f"first question: `{words[0]}`"
        yield Row(name, "ms", *alternately(_ROUNDS, ours, bare), AGAINST, most=1.15)
        peaks = alternately(_FEW, ours.peak, bare.peak)
        yield Row(f"{name}, memory", "kB", *peaks, AGAINST, most=1.25)


def many_reports(place: Path) -> Iterator[Row]:
    """Yield the first paint of the list, with more and more reports in it."""
    few = many(place / "10", 10)
    for number in (1_000, 10_000):
        lots = many(place / str(number), number)
        pair = alternately(_ROUNDS, _Start(OURS, lots, "Verslagen"), _Start(OURS, few, "Verslagen"))
        yield Row(f"first paint, {number:,} reports", "ms", *pair, "10 reports", most=1.25)
        pair = alternately(_ROUNDS, _Start(OURS, lots, "Barcelona"), _Start(OURS, few, "Barcelona"))
        yield Row(f"list, {number:,} reports", "ms", *pair, "10 reports")
