"""What ends the program from outside: nothing typed is lost, the terminal is given back."""

import signal
from pathlib import Path

import pytest

from tests.stores import store_in
from tests.terminal.terminal import CTRL_S, F8, F9, Terminal

ENDINGS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]
SANE = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1003l")


def only_draft(data: Path) -> dict[str, str]:
    drafts, broken = store_in(data).drafts()
    assert not broken
    return dict(drafts[0].answers)


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_saves_and_ends_with_its_own_code(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee mensen")
        terminal.wait_for("twee mensen")
        terminal.kill(number)
        assert terminal.wait_for_end() == 128 + number
        assert all(sequence in terminal.sent for sequence in SANE)
        assert terminal.echoes
    assert only_draft(tmp_path) == {"personen": "twee mensen"}


def test_a_closed_window_saves(tmp_path: Path) -> None:
    terminal = Terminal("nieuw", data=tmp_path)
    terminal.wait_for("Vraag 1 van 7")
    terminal.type("twee")
    terminal.wait_for("twee")
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert only_draft(tmp_path) == {"personen": "twee"}


def test_a_terminal_that_nobody_reads_does_not_keep_the_text(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + F9)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type((F8 + F9) * 100)  # and nobody reads what this draws
        terminal.kill(signal.SIGTERM)
        assert terminal.end_unread() == 128 + signal.SIGTERM
    assert only_draft(tmp_path)["personen"] == "twee"


def test_a_stray_sigcont_changes_nothing(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.kill(signal.SIGCONT)
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.echoes


def test_a_byte_of_another_encoding_is_read_as_its_letter(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(b"twee\xebn")
        terminal.wait_for("tweeën")


CRASH = """
import sys
from reisverslag_tui.cli import main
from reisverslag_tui.ui.app import ReisverslagApp

def action_save(self):
    secret = self.screen.area.text
    raise ValueError(secret)

ReisverslagApp.action_save = action_save
sys.exit(main(["nieuw"]))
"""


def test_an_error_of_our_own_loses_nothing_and_tells_nothing(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, program=("-c", CRASH)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("geheim" + CTRL_S)
        assert terminal.wait_for_end() == 70
        after = terminal.sent.partition(b"\x1b[?1049l")[2].decode()
        assert terminal.echoes
    assert only_draft(tmp_path) == {"personen": "geheim"}
    (report,) = (tmp_path / "foutmeldingen").iterdir()
    assert "liep vast op een fout van onszelf (ValueError)" in after
    assert after.count("\r\n") == 3
    assert str(report) in after
    assert "geheim" not in after
    assert "geheim" not in report.read_text()
    assert "action_save" in report.read_text()
