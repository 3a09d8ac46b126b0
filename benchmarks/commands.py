"""The commands that need no screen, and saving, beside the least that could do the same."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.reports import LATEST, many, store_in, text, with_answer
from benchmarks.starting import OURS
from benchmarks.table import Row, alternately
from reisverslag_tui.storage.session import Session

_ROUNDS = 20
_FEW = 5
_NEW = 2.5  # seconds in which a file is too new for the index
_PYTHON = ("-c", "import argparse, tomllib")


class _Run:
    """Runs Python with some words, and waits for its end."""

    def __init__(self, words: Sequence[str], data: Path, *, cold: bool = False) -> None:
        """Take the words; `cold` is to throw the index of the reports away before each run."""
        self._words = [sys.executable, *words]
        self._environment = {**os.environ, "REISVERSLAG_DATA": str(data)}
        self._lost = [data / "lijst.json"] if cold else []

    def __call__(self) -> float:
        """Return how many milliseconds it took."""
        for file in self._lost:
            file.unlink(missing_ok=True)
        started = time.perf_counter()
        subprocess.run(self._words, env=self._environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        return (time.perf_counter() - started) * 1000


def commands(place: Path) -> Iterator[Row]:
    """Yield the light commands beside Python with the modules they can't do without.

    Where there are many reports with their index, made by an earlier command, and without.
    """
    for number in (10, 1_000, 10_000):
        data = many(place / str(number), number)
        time.sleep(_NEW)
        bare = _Run(_PYTHON, data)
        for words in (("--version",), ("print", LATEST), ("lijst",), ("print", "laatste")):
            if number == 10 or words[-1] != "--version":
                yield _row(_Run((*OURS, *words), data), bare, f"`{' '.join(words)}`", number)
        without = _Run((*OURS, "lijst"), data, cold=True)
        yield _row(without, bare, "`lijst` without index", number, rounds=_FEW)


def _row(ours: _Run, bare: _Run, name: str, number: int, rounds: int = _ROUNDS) -> Row:
    ours()  # which leaves an index behind
    pair = alternately(rounds, ours, bare)
    return Row(f"{name}, {number:,} reports", "ms", *pair, "argparse, tomllib", most=2.5)


def saving(place: Path) -> Iterator[Row]:
    """Yield a save, as the program does it at a change, beside writing the same bytes."""
    for name, size in (("10 KB", 10_000), ("1 MB", 1_000_000)):
        store = store_in(with_answer(place / name, text(size)))
        with store.open(LATEST) as session:
            pair = alternately(_ROUNDS, _Save(session), _BareWrite(store.path(LATEST)))
        yield Row(f"save, {name}", "ms", *pair, "a bare write")


class _Save:
    """Changes a draft, and saves it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self) -> float:
        """Return how many milliseconds the save took."""
        draft = self._session.draft
        changed = replace(draft, answers={"doel": draft.answers["doel"] + "~"})
        started = time.perf_counter()
        self._session.save(changed)
        return (time.perf_counter() - started) * 1000


class _BareWrite:
    """Writes the bytes of a draft durably to a file beside it, and puts that in place."""

    def __init__(self, draft: Path) -> None:
        self._data = draft.read_bytes()
        self._target = draft.with_suffix(".kaal")

    def __call__(self) -> float:
        """Return how many milliseconds that took."""
        temporary = self._target.with_suffix(".nieuw")
        started = time.perf_counter()
        with temporary.open("wb") as file:
            file.write(self._data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._target)
        return (time.perf_counter() - started) * 1000
