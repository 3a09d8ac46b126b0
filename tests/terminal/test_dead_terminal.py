"""A terminal that nobody reads, or that is gone: no key is lost, and no end waits for it."""

import fcntl
import signal
import termios
import time
from pathlib import Path

from tests.terminal.terminal import CTRL_S, Terminal, only_draft


def test_what_is_typed_while_nobody_reads_is_saved(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.freeze()
        terminal.type("twee mensen")
        assert terminal.wait_unread(lambda: saved(tmp_path) == "twee mensen")
        terminal.kill(signal.SIGKILL)
        terminal.wait_for(lambda: not terminal.is_alive)
        assert "twee" not in terminal.text
    assert saved(tmp_path) == "twee mensen"


def saved(data: Path) -> str:
    return only_draft(data)["personen"] if any((data / "concepten").glob("*.toml")) else ""


def test_a_terminal_that_is_read_again_shows_it_all(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.freeze()
        terminal.type("twee mensen")
        terminal.wait_for("▌ twee mensen")


def test_a_terminal_that_nobody_reads_is_left_after_two_seconds(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.freeze()
        began = time.monotonic()
        terminal.type("twee mensen")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_unread(lambda: saved(tmp_path) == "twee mensen")
        for later in (signal.SIGHUP, signal.SIGINT, signal.SIGCONT):
            terminal.kill(later)
        assert terminal.end_unread() == 128 + signal.SIGTERM
        assert time.monotonic() - began > 1.9  # it did try to leave in good order
        terminal.wait_for(lambda: not terminal.disorder)
    assert saved(tmp_path) == "twee mensen"


def without_controlling_terminal() -> None:
    """Have nobody send the program a SIGHUP when its terminal goes."""
    usual = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    fcntl.ioctl(0, termios.TIOCNOTTY)
    signal.signal(signal.SIGHUP, usual)


def test_a_terminal_that_goes_without_a_signal_is_noticed(tmp_path: Path) -> None:
    terminal = Terminal("nieuw", data=tmp_path, before=without_controlling_terminal)
    terminal.wait_for("Vraag 1 van 7")
    terminal.type("twee")
    terminal.wait_for("twee")
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert saved(tmp_path) == "twee"


DEAD_SCREEN = """
import os, sys
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.app import ReisverslagApp

other_end, screen = os.openpty()
os.dup2(screen, 1)
os.close(screen)
ReisverslagApp.action_save = lambda app: os.close(other_end)
sys.exit(main(["nieuw"]))
"""


def test_a_screen_that_goes_while_the_keyboard_stays_is_noticed(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", DEAD_SCREEN)) as terminal:
        terminal.wait_for(lambda: not terminal.is_cooked)
        terminal.type("twee" + CTRL_S + " mensen")
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
        assert terminal.is_cooked
    assert saved(tmp_path) == "twee mensen"
