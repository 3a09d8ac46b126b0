"""Ended from outside at any moment of typing: nothing that was typed before is missing."""

import random
import signal
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.typist import (
    PACES,
    Typist,
    count_at,
    open_answer,
    pauses,
    random_text,
    saved_answer,
)


def typing(data: Path, chance: random.Random, end: int) -> Typist:
    """Return somebody who has typed up to a random moment, the last keys fast."""
    before = random_text(chance, 5000) if chance.random() < 0.5 else ""
    terminal = open_answer(data, before)
    terminal.wait_for("Vraag 3 van 7")
    typist = Typist(terminal, random_text(chance, chance.choice([50, 500, 2000])), before)
    typist.type(pauses(chance, PACES[end % len(PACES)]), chance.uniform(0.05, 2.0))
    typist.type_now(chance.randrange(40))
    return typist


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_all_that_was_typed_before_a_signal_is_saved(
    tmp_path: Path, chance: random.Random, end: int, number: signal.Signals
) -> None:
    typist = typing(tmp_path, chance, end)
    with typist.terminal as terminal:
        terminal.kill(number)
        assert terminal.wait_for_end() == 128 + number
        assert not terminal.disorder
    assert saved_answer(tmp_path) == typist.typed


def test_all_that_was_on_the_screen_before_it_was_closed_is_saved(
    tmp_path: Path, chance: random.Random, end: int
) -> None:
    typist = typing(tmp_path, chance, end)
    assert typist.terminal.hang_up() == 128 + signal.SIGHUP
    saved = saved_answer(tmp_path)
    assert (typist.before + typist.text).startswith(saved)
    assert len(saved) >= count_at(typist.shown(), monotonic())
