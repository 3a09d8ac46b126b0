"""Killed without a chance to do anything: what was on the screen is on disk."""

import random
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.typing_states import STATES, editor, most_kept
from tests.faults.typist import PACES, Typist, count_at, open_answer, pauses, random_text

_PROMISE = 0.1  # seconds


@pytest.mark.parametrize("state", STATES)
def test_what_was_on_the_screen_survives_a_kill(
    quick_path: Path,
    chance: random.Random,
    state: str,
    kill: int,
    record_property: Callable[[str, object], None],
) -> None:
    pace = PACES[kill % len(PACES)]
    before = random_text(chance, 5000) if chance.random() < 0.5 else ""
    data = quick_path / "data"  # the promise is for a disk that takes a save in time
    with open_answer(data, before, editor(data)) as terminal:
        terminal.wait_for("Vraag 3 van 7")
        with STATES[state].meanwhile(data):
            typist = Typist(terminal, random_text(chance, chance.choice([50, 500, 2000])), before)
            typist.type(pauses(chance, pace), chance.uniform(0.05, 2.0))
            STATES[state].at_last(typist, data)
            typist.take(chance.uniform(0, 0.3))
            killed = monotonic()
            terminal.kill(signal.SIGKILL)
            while typist.take(1.0):
                pass
    saved = most_kept(data, before + typist.text)
    shown = typist.shown()
    record_property("kill", [state, *loss(typist, shown, saved, killed)])
    assert (typist.before + typist.text).startswith(saved)
    due = count_at(shown, killed - _PROMISE - typist.lateness(killed))
    assert len(saved) >= due, f"on the screen was: ...{typist.typed[len(saved) : due]}"


def loss(
    typist: Typist, shown: list[tuple[float, int]], saved: str, killed: float
) -> tuple[int, int, int, int]:
    """Return how much was lost: characters and ms of what was shown, and of what was typed."""
    kept = len(saved)
    last = count_at(shown, killed + 60)
    since_shown = next((at for at, count in shown if count > kept), killed)
    missing = len(typist.typed) - kept
    since_typed = typist.typed_at[-missing] if missing > 0 else killed
    return (
        max(0, last - kept),
        max(0, round(1000 * (killed - since_shown))),
        max(0, missing),
        max(0, round(1000 * (killed - since_typed))),
    )
