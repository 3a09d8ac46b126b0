"""How a save went that was interrupted, told by the process that made it to the test."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from tests.faults.forks import SAVED, Tell, attempt
from tests.faults.left import Left
from tests.faults.saves import NEXT, Save


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


def run(module: str, directory: Path, *words: str) -> list[Interrupted]:
    """Return what a module of this package tells when it is run: a line for each save."""
    command = [sys.executable, "-m", f"tests.faults.{module}", str(directory), *words]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60)
    return [_heard(json.loads(line)) for line in ended.stdout.splitlines()]


def _heard(told: dict[str, Any]) -> Interrupted:
    data, left = Path(told["data"]), Left.told(told.get("left", {}))
    return Interrupted(**told | {"data": data, "left": left})


def report(data: Path, fault: str, told: dict[str, Any]) -> None:
    """Tell of a save, as `run` hears it."""
    sys.stdout.write(json.dumps({"data": str(data), "fault": fault} | told) + "\n")


def go_on(save: Save, store: DraftStore, session: Session | None, said: str, tell: Tell) -> None:
    """Tell what was said of a save that was not killed, what it left, and how the next one goes."""
    tell("said", said)
    if session and said == SAVED:  # else it is open all the while
        session.close()
    tell("left", Left.in_directory(store.directory.parent).words)
    if not session:
        session, said = attempt(save.open, store)
    if session:
        _, said = attempt(session.save, NEXT)
        session.close()
    tell("next", said)
