"""The commands that need no screen, and saving, beside the least that could do the same."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reports import LATEST, many, store_in, text, with_answer
from benchmarks.starting import OURS
from benchmarks.table import Row, alternately
from reisverslag_tui.session import Session

_ROUNDS = 20
_PYTHON = ("-c", "import argparse, tomllib")


class _Run:
    """Runs Python with some words, and waits for its end."""

    def __init__(self, words: Sequence[str], data: Path) -> None:
        self._words = [sys.executable, *words]
        self._environment = {**os.environ, "REISVERSLAG_DATA": str(data)}

    def __call__(self) -> float:
        """Return how many milliseconds it took."""
        started = time.perf_counter()
        subprocess.run(self._words, env=self._environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        return (time.perf_counter() - started) * 1000


def commands(place: Path) -> Iterator[Row]:
    """Yield the light commands beside Python with the modules they can't do without."""
    for number in (10, 1_000, 10_000):
        data = many(place / str(number), number)
        bare = _Run(_PYTHON, data)
        for words in (("--version",), ("print", LATEST), ("lijst",), ("print", "laatste")):
            most = 2.0 if number == 10 else None
            if number == 10 or words[-1] in ("lijst", "laatste"):
                pair = alternately(_ROUNDS, _Run((*OURS, *words), data), bare)
                name = f"`{' '.join(words)}`, {number:,} reports"
                yield Row(name, "ms", *pair, "argparse, tomllib", most=most)


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
        changed = draft._replace(answers={"doel": draft.answers["doel"] + "~"})
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
