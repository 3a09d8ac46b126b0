"""A process that makes one save again and again, each time with a fault one call later.

It forks for each, so that nothing is imported twice: `python -m tests.faults.sweep DIRECTORY SAVE
FAULT ...`. Each save has a data directory of its own; a line of JSON on stdout tells how it went.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from reisverslag_tui import versions
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.session import Session
from reisverslag_tui.storage import DraftStore
from tests.faults.faulty import FAULTS, LEFT_AGAIN, Faulty
from tests.faults.left import Left
from tests.faults.saves import ID, NEXT, SAVES, THEIRS, Save
from tests.stores import store_in

SAVED = "saved"
"""What is said of a save that raised nothing."""

Tell = Callable[[str, object], None]
"""Tells, by a name, what is to be known of a save: the process may end right after it."""

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_MOST = 400  # calls; no save makes so many
_write = os.write  # as it was before any fault


@dataclass(frozen=True)
class Interrupted:
    """A save, the call at which the fault struck, and what was said of it and of the next one.

    No call if there was no such call any more; nothing said by a process that was killed. `left`
    is what was on disk between the two.
    """

    data: Path
    fault: str
    call: str = ""
    said: str = ""
    left: Left = field(default_factory=lambda: Left({}), repr=False)
    next: str = ""

    @property
    def killed(self) -> bool:
        """Whether the process came to its end in this save."""
        return not self.said


def sweep(directory: Path, save: str, *faults: str) -> list[Interrupted]:
    """Sweep in a process of its own; the last save of each fault is one that nothing struck."""
    command = [sys.executable, "-m", "tests.faults.sweep", str(directory), save, *faults]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60)
    return [_heard(json.loads(line)) for line in ended.stdout.splitlines()]


def _heard(told: dict[str, Any]) -> Interrupted:
    data, left = Path(told["data"]), Left.told(told.get("left", {}))
    return Interrupted(**told | {"data": data, "left": left})


def _sweep(directory: Path, save: Save, faults: Sequence[str]) -> None:
    gc.freeze()  # and leave its pages alone after each fork
    versions.LIMIT = save.limit
    for fault in faults:
        for number in range(1, _MOST):
            data = directory / fault / str(number)
            told = {"data": str(data), "fault": fault} | _one(data, save, fault, number)
            sys.stdout.write(json.dumps(told) + "\n")
            if "call" not in told:
                break
        else:
            raise AssertionError("there is no end to it")


def _one(data: Path, save: Save, fault: str, number: int) -> dict[str, Any]:
    store = store_in(data)
    save.prepare(store)
    with ExitStack() as others:
        take_over = partial(_take_over, store, others, leave=fault == LEFT_AGAIN)
        return _forked(partial(_interrupt, save, store, fault, number), take_over)


def _take_over(store: DraftStore, others: ExitStack, *, leave: bool) -> None:
    """Write in the draft in the place of the process that has it open, and `leave` it then."""
    session = others.enter_context(store.open(ID, take_over=True))
    session.save(session.draft.answer("vervolg", THEIRS, NEXT.modified))
    if leave:
        session.close()


def _forked(work: Callable[[Tell], None], meanwhile: Callable[[], None]) -> dict[str, Any]:
    """Do work in a child, and return what it tells before it ends or is killed.

    Each time it stops, do what is to be done `meanwhile` and let it go on.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(partial(_tell, theirs))
        finally:
            os._exit(0)
    os.close(theirs)
    while os.WIFSTOPPED(os.waitpid(child, os.WUNTRACED)[1]):
        try:
            meanwhile()
        finally:
            os.kill(child, signal.SIGCONT)
    with os.fdopen(ours) as pipe:
        lines = [json.loads(line) for line in pipe]
    return {name: words for line in lines for name, words in line.items()}


def _tell(descriptor: int, name: str, words: object) -> None:
    _write(descriptor, json.dumps({name: words}).encode() + b"\n")


def _interrupt(save: Save, store: DraftStore, fault: str, number: int, tell: Tell) -> None:
    data = store.directory.parent
    faulty = Faulty(FAULTS[fault], number, data, partial(tell, "call"))
    faulty.install()
    session, said = _attempt(save.open, store)
    if session:
        _, said = _attempt(save.save, session)
    if session and not faulty.struck:
        _, said = _attempt(Session.close, session)
    faulty.heal()
    tell("said", said)
    if session and said == SAVED:  # else it is open all the while
        session.close()
    tell("left", Left.in_directory(data).words)
    if not session:
        session, said = _attempt(save.open, store)
    if session:
        _, said = _attempt(session.save, NEXT)
        session.close()
    tell("next", said)


def _attempt(work: Callable[[_Given], _Made], given: _Given) -> tuple[_Made | None, str]:
    """Do a part of a save, and return what it made and what is to be said of it."""
    try:
        return work(given), SAVED
    except ReisverslagError as error:
        return None, f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - the outermost frame of this process
        return None, traceback.format_exc()


if __name__ == "__main__":
    _sweep(Path(sys.argv[1]), SAVES[sys.argv[2]], sys.argv[3:])
