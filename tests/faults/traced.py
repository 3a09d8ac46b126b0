"""A process that makes one save again and again under strace, which lets a system call go wrong.

`python -m tests.faults.traced DIRECTORY SAVE`. First it makes the save untouched: its trace, in
DIRECTORY/trace, tells which calls there are.
"""

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from tests.faults.forks import SAVED, Tell, attempt, forked
from tests.faults.interrupted import Interrupted, go_on, report, run
from tests.faults.saves import SAVES, Save
from tests.stores import store_in

TRACE = "trace"
"""The name of the trace of the untouched save."""

INJECTIONS = {"killed": "signal=SIGKILL", "EIO": "error=EIO"}
"""What happens to each call in its turn, as strace is told."""

_CALLS = "/^(openat?|write|fsync|close|(rename|link|unlink|mkdir)(at2?)?|flock|utimensat)$"
_NAME = re.compile(r"\d+ +(\w+)\(")
_PR_SET_PTRACER, _ANY = 0x59616D61, ctypes.c_ulong(-1)


def why_not() -> str:
    """Return why nothing can be traced here, or nothing."""
    if not shutil.which("strace"):
        return "strace is not there"
    command = ["strace", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr.strip()


def traced_sweep(directory: Path, save: str) -> list[Interrupted]:
    """Sweep in a process of its own; the first save is one that nothing struck."""
    return run("traced", directory, save)


def calls(trace: Path) -> list[str]:
    """Return the lines of a trace that are about the first save: until it is told of."""
    lines = trace.read_text().splitlines()
    told = next(number for number, line in enumerate(lines) if "<pipe:" in line)
    return [line for line in lines[:told] if _NAME.match(line)]


def _sweep(directory: Path, save: Save) -> None:
    report(directory / "0", "", _one(directory / "0", save, directory / TRACE))
    names = Counter(match[1] for line in calls(directory / TRACE) if (match := _NAME.match(line)))
    for fault, injection in INJECTIONS.items():
        for name, count in names.items():
            for number in range(1, count + 1):
                data = directory / fault / name / str(number)
                inject = f"inject={name}:{injection}:when={number}"
                told = _one(data, save, directory / "another", "-e", inject)
                report(data, fault, {"call": f"{name} {number}"} | told)


def _one(data: Path, save: Save, trace: Path, *options: str) -> dict[str, Any]:
    store = store_in(data)
    save.prepare(store)
    with ExitStack() as tracers:
        attach = partial(_attach, tracers, ["-o", str(trace), *options])
        return forked(partial(_save, save, store), attach)


def _attach(tracers: ExitStack, options: Sequence[str], child: int) -> None:
    command = ["strace", "-f", "-y", "-e", f"trace={_CALLS}", *options, "-p", str(child)]
    tracer = tracers.enter_context(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
    assert tracer.stderr
    assert "attached" in (said := tracer.stderr.readline()), said


def _save(save: Save, store: DraftStore, tell: Tell) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANY)  # where only a descendant may be traced
    os.kill(os.getpid(), signal.SIGSTOP)
    session, said = attempt(save.open, store)
    if session:
        _, said = attempt(save.save, session)
    if session and said == SAVED:
        _, said = attempt(Session.close, session)
    go_on(save, store, session, said, tell)


if __name__ == "__main__":
    _sweep(Path(sys.argv[1]), SAVES[sys.argv[2]])
