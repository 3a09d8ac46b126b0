"""Work in a child of this process, which may be killed or stopped in it."""

import json
import os
import signal
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from reisverslag_tui.errors import ReisverslagError

SAVED = "saved"
"""What is said of work that raised nothing."""

Tell = Callable[[str, object], None]
"""Tells, by a name, what is to be known of the work: the process may end right after it."""

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_write = os.write  # as it was before any fault


def forked(work: Callable[[Tell], None], meanwhile: Callable[[int], None]) -> dict[str, Any]:
    """Do work in a child, and return what it tells before it ends or is killed.

    Each time it stops, do what is to be done `meanwhile`, given its id, and let it go on.
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
            meanwhile(child)
        finally:
            os.kill(child, signal.SIGCONT)
    with os.fdopen(ours) as pipe:
        lines = [json.loads(line) for line in pipe]
    return {name: words for line in lines for name, words in line.items()}


def _tell(descriptor: int, name: str, words: object) -> None:
    _write(descriptor, json.dumps({name: words}).encode() + b"\n")


def attempt(work: Callable[[_Given], _Made], given: _Given) -> tuple[_Made | None, str]:
    """Do a part of the work, and return what it made and what is to be said of it."""
    try:
        return work(given), SAVED
    except ReisverslagError as error:
        return None, f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - the outermost frame of this process
        return None, traceback.format_exc()
