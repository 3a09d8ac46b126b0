"""Stopped and started again, by whoever: the terminal is lent and taken back, the text stays."""

import signal
from pathlib import Path

from tests.terminal.terminal import F10, Terminal, only_draft


def test_sigtstp_lends_the_terminal_and_goes_on_afterwards(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.kill(signal.SIGTSTP)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.wait_for(lambda: not terminal.disorder)
        terminal.screen.reset()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("Vraag 1 van 7")
        terminal.wait_for("▌ twee")
        terminal.type(" mensen")
        terminal.wait_for("▌ twee mensen")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "twee mensen"}


SLOW = """
import os, select, sys
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver

def read_slowly(driver):
    select.select([], [], [], 0.02)
    return os.read(driver.fileno, 2)

TerminalDriver._read = read_slowly
sys.exit(main(["nieuw"]))
"""


def test_sigtstp_does_not_throw_away_what_is_not_read_yet(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", SLOW)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee mensen")
        terminal.kill(signal.SIGTSTP)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("▌ twee mensen")


def test_sigstop_lets_a_shell_do_as_it_likes_with_the_terminal(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.kill(signal.SIGSTOP)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.screen.reset()
        terminal.cook()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("Vraag 1 van 7")
        terminal.wait_for("▌ twee")
        terminal.wait_for(lambda: not terminal.is_cooked)
        terminal.type(" mensen" + F10)
        assert terminal.wait_for_end() == 0
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "twee mensen"}


def test_a_signal_while_it_is_stopped_ends_it_once_it_goes_on(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.kill(signal.SIGTSTP)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.kill(signal.SIGTERM)
        terminal.kill(signal.SIGCONT)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder
    assert only_draft(tmp_path) == {"personen": "twee"}


LEAVING = """
import os, signal, sys
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver

close = TerminalDriver.close

def stop_and_close(driver):
    os.kill(os.getpid(), signal.SIGTSTP)
    close(driver)

TerminalDriver.close = stop_and_close
sys.exit(main([]))
"""


def test_sigtstp_while_leaving_does_not_take_the_terminal_again(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", LEAVING)) as terminal:
        terminal.wait_for("Nog geen verslagen")
        terminal.type(F10)
        terminal.wait_for(lambda: terminal.is_stopped)
        terminal.kill(signal.SIGCONT)
        assert terminal.wait_for_end() == 0
        assert not terminal.disorder


def test_a_stray_sigcont_changes_nothing(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.kill(signal.SIGCONT)
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.kill(signal.SIGTERM)
        terminal.kill(signal.SIGCONT)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not terminal.disorder
