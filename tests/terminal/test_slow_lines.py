"""On a slow line the program is pleasant too: it sends little, and nothing while nobody types."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from reisverslag_tui.core.new_drafts import new_draft
from tests.clock import MOMENT
from tests.stores import store_in
from tests.terminal.terminal import CTRL_L, ENTER, F1, F2, F3, F9, Terminal

LEFT, DOWN, END = "\x1b[D", "\x1b[B", "\x1b[F"
STILL = 1.2  # seconds, longer than a cursor takes to blink or a status to be looked at


def cost(terminal: Terminal, keys: str, seen: str) -> int:
    """Return how many bytes are sent for some keys, until `seen` is seen and then nothing comes."""
    before = len(terminal.sent)
    terminal.type(keys)
    terminal.wait_for(seen)
    while drawn := terminal.take(STILL / 4):
        terminal.show(drawn)
    return len(terminal.sent) - before


def test_what_is_sent_for_a_key_and_for_a_screen_stays_little(tmp_path: Path) -> None:
    line = "Een regel van een antwoord dat lang genoeg is om het scherm te vullen. "
    store = store_in(tmp_path)
    for title in ("Gent", "Malmö"):
        draft = new_draft(title, MOMENT)
        store.save(draft.answer("doel", line * 20, MOMENT))
    with Terminal(data=tmp_path) as terminal:
        assert cost(terminal, "", "2 verslagen") < 9_000
        assert cost(terminal, DOWN, "Malmö") < 1_000
        assert cost(terminal, ENTER, "Vraag 1 van 7") < 6_000
        assert cost(terminal, F9 + F9, "Een regel") < 7_000
        assert cost(terminal, "abcdefghij", "abcdefghij") < 10 * 500, "all that follows moves on"
        assert cost(terminal, LEFT * 10, "abcdefghij") < 10 * 130
        assert cost(terminal, DOWN * 30 + END, "woorden") < 4_000
        assert cost(terminal, "klmno", "klmno") < 5 * 200
        assert any(not terminal.take(STILL) for _ in range(5)), "a save may still be told"
        assert cost(terminal, F1, "Hulp") < 9_000
        assert cost(terminal, "\x1b", "Vraag 3 van 7") < 7_000
        assert cost(terminal, F2, "Antwoorden") < 7_000
        assert cost(terminal, F3, "VERSLAG BUITENLANDSE DIENSTREIS") < 7_000


def grow_and_shrink(terminal: Terminal) -> None:
    terminal.resize(81, 25)
    terminal.resize(80, 24)


MENDED: dict[str, Callable[[Terminal], object]] = {
    "Ctrl+L": lambda terminal: terminal.type(CTRL_L),
    "a change of size": grow_and_shrink,
    "SIGCONT": lambda terminal: terminal.kill(signal.SIGCONT),
}


@pytest.mark.parametrize("mend", MENDED.values(), ids=MENDED)
def test_a_spoilt_screen_is_drawn_anew(tmp_path: Path, mend: Callable[[Terminal], object]) -> None:
    with Terminal("nieuw", data=tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.screen.reset()
        mend(terminal)
        terminal.wait_for("Vraag 1 van 7")
        terminal.wait_for("F10 Stoppen")


def test_nothing_is_left_of_what_was_drawn_too_large(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path, columns=79) as terminal:
        terminal.wait_for("F10 Stoppen")
        show_all(terminal)
        terminal.type(F3)
        terminal.resize(60, 18)
        terminal.wait_for("Platte tekst")
        show_all(terminal)
        assert terminal.screen.display[-1].rstrip().endswith("F10 Stoppen")


def show_all(terminal: Terminal) -> None:
    """Show what the program draws until it draws no more."""
    while drawn := terminal.take(0.3):
        terminal.show(drawn)
