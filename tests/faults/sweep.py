"""A process that makes one save again and again, each time with a fault one call later.

It forks for each, so that nothing is imported twice: `python -m tests.faults.sweep DIRECTORY SAVE
FAULT ...`. Each save has a data directory of its own.
"""

import gc
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from reisverslag_tui.storage import versions
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from tests.faults.faulty import FAULTS, LEFT_AGAIN, Faulty
from tests.faults.forks import Tell, attempt, forked
from tests.faults.interrupted import Interrupted, go_on, report, run
from tests.faults.saves import ID, NEXT, SAVES, THEIRS, Save
from tests.stores import store_in

_MOST = 400  # calls; no save makes so many


def sweep(directory: Path, save: str, *faults: str) -> list[Interrupted]:
    """Sweep in a process of its own; the last save of each fault is one that nothing struck."""
    return run("sweep", directory, save, *faults)


def _sweep(directory: Path, save: Save, faults: Sequence[str]) -> None:
    gc.freeze()  # and leave its pages alone after each fork
    versions.LIMIT = save.limit
    for fault in faults:
        for number in range(1, _MOST):
            data = directory / fault / str(number)
            told = _one(data, save, fault, number)
            report(data, fault, told)
            if "call" not in told:
                break
        else:
            raise AssertionError("there is no end to it")


def _one(data: Path, save: Save, fault: str, number: int) -> dict[str, Any]:
    store = store_in(data)
    save.prepare(store)
    with ExitStack() as others:
        take_over = partial(_take_over, store, others, leave=fault == LEFT_AGAIN)
        return forked(partial(_interrupt, save, store, fault, number), take_over)


def _take_over(store: DraftStore, others: ExitStack, _child: int, *, leave: bool) -> None:
    """Write in the draft in the place of the process that has it open, and `leave` it then."""
    session = others.enter_context(store.open(ID, take_over=True))
    session.save(session.draft.answer("vervolg", THEIRS, NEXT.modified))
    if leave:
        session.close()


def _interrupt(save: Save, store: DraftStore, fault: str, number: int, tell: Tell) -> None:
    faulty = Faulty(FAULTS[fault], number, store.directory.parent, partial(tell, "call"))
    faulty.install()
    session, said = attempt(save.open, store)
    if session:
        _, said = attempt(save.save, session)
    if session and not faulty.struck:
        _, said = attempt(Session.close, session)
    faulty.heal()
    go_on(save, store, session, said, tell)


if __name__ == "__main__":
    _sweep(Path(sys.argv[1]), SAVES[sys.argv[2]], sys.argv[3:])
