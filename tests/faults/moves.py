"""A process that moves a draft to the bin and back, each time with a fault one call later.

`python -m tests.faults.moves DIRECTORY`; each move has a data directory of its own.
"""

import gc
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage.store import DraftStore
from tests.faults.faulty import FAULTS, HELD_UP, Faulty
from tests.faults.forks import Tell, attempt, forked
from tests.faults.saves import ID, NEW, OLD
from tests.stores import store_in

MOVES: dict[str, Callable[[DraftStore], None]] = {
    "to the bin": lambda store: store.throw_away(ID),
    "back": lambda store: store.take_back(ID),
}
"""Each by where it leads."""


def prepare(store: DraftStore, move: str) -> None:
    """Store a draft with an earlier version, and throw it away if it is to come back."""
    store.prepare()
    store.save(OLD)
    store.save(NEW)
    if move == "back":
        store.throw_away(ID)


def _sweep(directory: Path, move: str, fault: str) -> None:
    for number in count(1):
        data = directory / f"{move} {fault} {number}"
        store = store_in(data)
        prepare(store, move)
        told = forked(partial(_interrupt, store, move, fault, number), partial(_meddle, store))
        sys.stdout.write(json.dumps([str(data), move, told.get("call"), told.get("said")]) + "\n")
        if "call" not in told:
            return


def _interrupt(store: DraftStore, move: str, fault: str, number: int, tell: Tell) -> None:
    faulty = Faulty(FAULTS[fault], number, store.directory.parent, partial(tell, "call"))
    faulty.install()
    tell("said", attempt(MOVES[move], store)[1])


def _meddle(store: DraftStore, _child: int) -> None:
    """Try from another window to move the draft there and back."""
    for action in (store.throw_away, store.take_back):
        with suppress(ReisverslagError):
            action(ID)


if __name__ == "__main__":
    gc.freeze()
    for move in MOVES:
        for fault in ("killed", "EIO", "EIO for what was done", HELD_UP):
            _sweep(Path(sys.argv[1]), move, fault)
