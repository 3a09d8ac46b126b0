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


class _Start:
    """Starts a program again and again until it shows `awaited`."""

    def __init__(self, words: Sequence[str], data: Path, awaited: str) -> None:
        self._words = words
        self._data = data
        self._awaited = awaited
        self.peaks: list[float] = []

    def __call__(self) -> float:
        """Return how many milliseconds it took."""
        with Program(self._words, self._data) as program:
            seen = program.first(lambda text: self._awaited in text)
        self.peaks.append(program.peak)
        return seen.ms


def starting(place: Path) -> Iterator[Row]:
    """Yield the start with a new report and with one that there is, and their memory."""
    data = many(place, 10)
    for words in (("nieuw",), ("open", LATEST)):
        ours, bare = _Start((*OURS, *words), data, "Vraag 1 van 7"), _Start(BARE, data, "Klaar")
        name = f"first question: `{words[0]}`"
        yield Row(name, "ms", *alternately(_ROUNDS, ours, bare), AGAINST, most=1.15)
        yield Row(f"{name}, memory", "kB", ours.peaks, bare.peaks, AGAINST, most=1.25)


def many_reports(place: Path) -> Iterator[Row]:
    """Yield the first paint of the list, with more and more reports in it."""
    few = many(place / "10", 10)
    for number in (1_000, 10_000):
        lots = many(place / str(number), number)
        pair = alternately(_ROUNDS, _Start(OURS, lots, "Verslagen"), _Start(OURS, few, "Verslagen"))
        yield Row(f"first paint, {number:,} reports", "ms", *pair, "10 reports", most=1.25)
        pair = alternately(_ROUNDS, _Start(OURS, lots, "Barcelona"), _Start(OURS, few, "Barcelona"))
        yield Row(f"list, {number:,} reports", "ms", *pair, "10 reports")
