"""What terminals send is a key, a paste, a click or nothing, on a real terminal."""

import signal
import termios
import tty
from pathlib import Path

import pytest

from tests.faults.typist import open_answer, saved_answer
from tests.sequences import KEYS, NOTHING
from tests.terminal.terminal import ENTER, ESCAPE, F10, Terminal, only_draft

BEGIN, END = "\x1b[200~", "\x1b[201~"
UNFINISHED = ("\x1b[[", "\x1bO", "\x9f\x9c")
MEANINGLESS = (
    *("\x1b[<0;999;999M\x1b[<32;999;1M\x1b[<0;1;999m", "\x1b[<64;999;999M"),  # outside the screen
    *(sequence for sequence in NOTHING if sequence not in UNFINISHED),
    *(sent for sent, key in KEYS.items() if key.startswith("alt+") and key != "alt+backspace"),
)


def pause(terminal: Terminal, seconds: float) -> None:
    """Let time pass, as a slow line does."""
    terminal.wait_unread(lambda: False, seconds)


def test_what_means_nothing_does_nothing_to_an_answer_or_a_report(tmp_path: Path) -> None:
    with open_answer(tmp_path, "Leren. ") as terminal:
        terminal.wait_for("Vraag 3 van 7")
        for sequence in MEANINGLESS:
            terminal.type(f"{sequence}x")
        terminal.type("!")
        terminal.wait_for("x!")
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
        for sequence in MEANINGLESS:
            terminal.type(sequence)
        terminal.type(ESCAPE)
        pause(terminal, 0.3)
        terminal.type("[3~")  # what is left of Del when a line cuts off its Esc
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        assert not terminal.disorder
    assert saved_answer(tmp_path) == f"Leren. {'x' * len(MEANINGLESS)}!"


def test_keys_do_what_they_do_elsewhere_also_in_pieces(tmp_path: Path) -> None:
    with open_answer(tmp_path, "een twee drie") as terminal:
        terminal.wait_for("Vraag 3 van 7")
        for parts in (
            ("\x1b[1;3D", "A"),  # a word back
            ("\x1b[", "D", "B"),
            ("\x1b\x1b[", "D", "C"),
            ("\x1bO", "H", "\x1b[27;2;68~"),
            ("\x1b[1;", "5F", "\x1bOp"),
            ("\x1b", "]11;rgb:1e/", "1e/1e\x1b\\", "E"),
            ("\x1b[20", f"0~ tekst{ESCAPE}\x11{END[:3]}", END[3:], "F"),
        ):
            for number, part in enumerate(parts):
                if number and parts[0] != ESCAPE:
                    pause(terminal, 0.15)
                terminal.type(part)
        terminal.wait_for("tekstF")
        terminal.type(" x y\x08\x1b[1;2D\x1b[3;2~" + F10)  # the last word, and the space
        assert terminal.wait_for_end() == 0
    assert saved_answer(tmp_path) == "Deen twee CBAdrie0E tekstF x"


def test_a_paste_without_an_end_is_shown_and_keys_work_again(tmp_path: Path) -> None:
    with open_answer(tmp_path, "voor") as terminal:
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(f"{BEGIN} tekst\x11")
        terminal.wait_for("voor tekst")
        terminal.type("!" + F10)
        assert terminal.wait_for_end() == 0
    assert saved_answer(tmp_path) == "voor tekst!"


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_what_came_of_a_paste_is_kept_whatever_ends_the_program(
    tmp_path: Path, end: signal.Signals
) -> None:
    with open_answer(tmp_path, "voor") as terminal:
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(f"{BEGIN} tekst\x1b[2")
        terminal.wait_for(lambda: terminal.has_read_all)
        if end is signal.SIGHUP:
            assert terminal.hang_up() == 128 + end
        else:
            terminal.kill(end)
            assert terminal.wait_for_end() == 128 + end
            assert not terminal.disorder
    assert saved_answer(tmp_path) == "voor tekst"


def erase_with_ctrl_h() -> None:
    attributes = termios.tcgetattr(0)
    attributes[tty.CC][termios.VERASE] = b"\x08"
    termios.tcsetattr(0, termios.TCSANOW, attributes)


def test_ctrl_h_is_backspace_where_the_terminal_erases_with_it(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path, before=erase_with_ctrl_h) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("een twee\x08\x7f" + F10)
        assert terminal.wait_for_end() == 0
    assert only_draft(tmp_path) == {"personen": "een tw"}


def test_del_with_a_modifier_leaves_a_report_where_it_is(tmp_path: Path) -> None:
    with open_answer(tmp_path, "Leren.") as terminal:
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
        terminal.type("\x1b[3;3~\x1b\x1b[3~\x1b[3;7~\x1b[3^\x1b[3$\x1b\x9b3~\x1b[3;13~" + ENTER)
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    assert saved_answer(tmp_path) == "Leren."
