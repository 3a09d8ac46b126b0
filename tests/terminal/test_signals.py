"""What ends the program from outside: nothing typed is lost, the terminal is given back."""

import signal
from pathlib import Path

import pytest

from tests.terminal.terminal import CTRL_G, CTRL_O, CTRL_T, F1, F4, F10, Terminal, only_draft

ENDINGS = [
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT),
    *(signal.SIGUSR1, signal.SIGALRM, signal.SIGVTALRM),
    *(each for each in signal.Signals if each.name in ("SIGPOLL", "SIGPWR", "SIGSTKFLT")),
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


LEFT_BEHIND = """
import signal, sys
from reisverslag_tui.cli.main import main

code = main(["nieuw"])
alarm = signal.getitimer(signal.ITIMER_REAL)[0]
sys.exit(99 if alarm or signal.getsignal(signal.SIGHUP) != signal.SIG_IGN else code)
"""


def test_nothing_can_kill_it_any_more_once_it_has_left(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", LEFT_BEHIND)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM


SLOW = """
import asyncio, select, sys
from textual import events
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver
from reisverslag_tui.ui.widgets.answer_area import AnswerArea

read, on_event = TerminalDriver._read, AnswerArea.on_event

def slow_read(driver):
    select.select([], [], [], 0.1)
    return read(driver)

async def slow_event(area, event):
    if isinstance(event, events.Key):
        await asyncio.sleep(0.03)
    await on_event(area, event)

TerminalDriver._read, AnswerArea.on_event = slow_read, slow_event
sys.exit(main(["nieuw"]))
"""


def test_a_signal_waits_for_slow_reading_and_slow_writing(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", SLOW)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee mensen")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert only_draft(tmp_path) == {"personen": "twee mensen"}


HELD_UP = """
import os, select, sys
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver

handed_on = []
process_message = TerminalDriver.process_message

def hold_up_half_way(driver, message):
    handed_on.append(message)
    while len(handed_on) == 1000 and not os.path.exists(os.environ["HOME"] + "/go-on"):
        select.select([], [], [], 0.01)
    process_message(driver, message)

TerminalDriver.process_message = hold_up_half_way
sys.exit(main(["nieuw"]))
"""


def test_a_long_burst_is_saved_as_it_comes_and_a_signal_waits_for_the_rest(tmp_path: Path) -> None:
    text = "tien tekens" * 200
    with Terminal(data=tmp_path, program=("-c", HELD_UP)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("tien tekenss\x7f" * 200)  # with Backspace among it, so that it is no paste
        terminal.wait_for(lambda: any((tmp_path / "concepten").glob("*.toml")))
        assert len(only_draft(tmp_path)["personen"]) < 1000
        terminal.kill(signal.SIGTERM)
        (tmp_path / "go-on").touch()
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert only_draft(tmp_path) == {"personen": text}


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
    [(F1, "Op dit scherm"), (CTRL_O, "Wat wil je doen?"), (CTRL_T, "Titel"), (CTRL_G, "Ga naar")],
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
from reisverslag_tui.cli.main import main
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
        ("textual_fixes.driver", "TerminalDriver", "__init__"),
        ("textual_fixes.driver", "TerminalDriver", "start_application_mode"),
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


EDITOR = """#!/bin/sh
trap '' INT
echo mensen > "$1"
touch "$HOME/open"
while [ -e "$HOME/open" ]; do sleep 0.05; done
"""


def test_ctrl_c_in_the_editor_is_for_the_editor(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    with Terminal("nieuw", data=tmp_path, EDITOR=str(editor)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + F4)
        terminal.wait_for(lambda: (tmp_path / "open").exists())
        terminal.kill(signal.SIGINT)
        terminal.kill(signal.SIGQUIT)
        (tmp_path / "open").unlink()
        terminal.wait_for("▌ mensen")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    assert only_draft(tmp_path) == {"personen": "mensen"}


def test_a_byte_of_another_encoding_is_read_as_its_letter(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(b"twee\xebn")
        terminal.wait_for("tweeën")


def test_a_letter_of_two_bytes_may_come_in_two_pieces(tmp_path: Path) -> None:
    first, second = "ë".encode()[:1], "ë".encode()[1:]
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(first)
        assert terminal.wait_unread(lambda: terminal.has_read_all)
        terminal.type(second + b"n")
        terminal.wait_for("▌ ën")


SAVING_EDITOR = """#!/bin/sh
echo mensen > "$1"
touch "$HOME/open"
while :; do sleep 0.05; done
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_editor_is_open_says_where_its_text_is(
    tmp_path: Path, number: signal.Signals
) -> None:
    editor, temporary = tmp_path / "editor", tmp_path / "tijdelijk"
    editor.write_text(SAVING_EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    temporary.mkdir()
    with Terminal("nieuw", data=tmp_path, EDITOR=str(editor), TMPDIR=str(temporary)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + F4)
        terminal.wait_for(lambda: (tmp_path / "open").exists())
        terminal.kill(number)
        assert terminal.wait_for_end() == 128 + number
        assert not terminal.disorder
    (copy,) = temporary.iterdir()
    assert copy.read_text(encoding="utf-8") == "mensen\n"
    assert str(copy) in terminal.sent.rpartition(b"\x1b[?25h")[2].decode()
    assert only_draft(tmp_path) == {"personen": "twee"}
