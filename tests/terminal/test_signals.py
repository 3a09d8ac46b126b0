"""What ends the program from outside: nothing typed is lost, the terminal is given back."""

import signal
from pathlib import Path

import pytest

from tests.terminal.terminal import CTRL_G, CTRL_O, CTRL_T, F1, Terminal, only_draft

ENDINGS = [
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT),
    *(signal.SIGUSR1, signal.SIGALRM),
]


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_saves_what_was_typed_before_it_read_or_not(
    tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee ")
        terminal.wait_for("twee")
        terminal.kill(signal.SIGSTOP)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.type("mensen")
        terminal.kill(number)
        terminal.kill(signal.SIGCONT)
        assert terminal.wait_for_end() == 128 + number
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "twee mensen"}


def test_the_keyboard_protocol_is_given_back_too(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path, TEXTUAL_DISABLE_KITTY_KEY="0") as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert "keyboard protocol" in terminal.disorder
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder


def test_a_closed_window_saves(tmp_path: Path) -> None:
    terminal = Terminal("nieuw", data=tmp_path)
    terminal.wait_for("Vraag 1 van 7")
    terminal.type("twee")
    terminal.wait_for("twee")
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert only_draft(tmp_path) == {"personen": "twee"}


@pytest.mark.parametrize(
    ("key", "shown"),
    [(F1, "Toetsen"), (CTRL_O, "Wat wil je doen?"), (CTRL_T, "Titel"), (CTRL_G, "Ga naar")],
)
def test_a_signal_saves_from_whatever_lies_over_the_question(
    tmp_path: Path, key: str, shown: str
) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + key)
        terminal.wait_for(shown)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "twee"}


EARLY = """
import os, signal, sys
from reisverslag_tui.cli import main
from reisverslag_tui.ui.{module} import {owner}

usual = {owner}.{method}

def early(*args, **more):
    os.kill(os.getpid(), signal.SIGTERM)
    return usual(*args, **more)

{owner}.{method} = early
sys.exit(main(["nieuw"]))
"""


@pytest.mark.parametrize(
    ("module", "owner", "method"),
    [
        ("app", "ReisverslagApp", "run"),
        ("steady_driver", "SteadyDriver", "__init__"),
        ("steady_driver", "SteadyDriver", "start_application_mode"),
        ("screens.question", "QuestionScreen", "compose_page"),
    ],
)
def test_a_signal_that_comes_before_the_first_screen_ends_it_well(
    tmp_path: Path, module: str, owner: str, method: str
) -> None:
    program = EARLY.format(module=module, owner=owner, method=method)
    with Terminal(data=tmp_path, program=("-c", program)) as terminal:
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder
        assert b"Traceback" not in terminal.sent


def test_a_byte_of_another_encoding_is_read_as_its_letter(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(b"twee\xebn")
        terminal.wait_for("tweeën")
