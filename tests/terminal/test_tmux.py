"""In tmux what is typed, pasted and shown is right, also after it was detached."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment import environment
from tests.terminal.terminal import only_draft

TMUX = shutil.which("tmux")
PATIENCE = 20.0  # seconds
pytestmark = pytest.mark.skipif(not TMUX, reason="tmux is not installed")


class Tmux:
    """A tmux server of its own, with the program in a window of 80 by 24, between two words."""

    def __init__(self, directory: Path) -> None:
        self._socket = str(directory / "tmux")
        data = str(directory / "data")
        self._environment = environment(HOME=str(directory), REISVERSLAG_DATA=data)

    def do(self, *words: str) -> str:
        """Give tmux an order, and return what it answers."""
        command = [TMUX or "tmux", "-S", self._socket, "-f", "/dev/null", *words]
        outcome = subprocess.run(command, env=self._environment, capture_output=True, check=True)
        return outcome.stdout.decode()

    def wait_for(self, *texts: str) -> str:
        """Return what is shown once all of these texts are."""
        end = time.monotonic() + PATIENCE
        while not all(text in (shown := self.do("capture-pane", "-p")) for text in texts):
            assert time.monotonic() < end, f"never came: {texts}\n{shown}"
        return shown

    def press(self, *keys: str) -> None:
        self.do("send-keys", *keys)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path)
    shell = f"echo begin; {sys.executable} -m reisverslag_tui nieuw; echo einde; cat"
    server.do("new-session", "-d", "-x", "80", "-y", "24", shell)
    yield server
    server.do("kill-server")


def test_a_report_is_written_in_tmux(tmux: Tmux, tmp_path: Path) -> None:
    tmux.wait_for("Vraag 1 van 7", "F10 Stoppen")
    tmux.press("één", "F9")
    tmux.wait_for("Vraag 2 van 7")
    tmux.press("F9")
    tmux.wait_for("Vraag 3 van 7")
    tmux.do("set-buffer", "Leren\nvan Malmö: [/] €")
    tmux.do("paste-buffer", "-p")
    tmux.wait_for("Leren", "van Malmö: [/] €", "3 woorden")
    tmux.do("resize-window", "-x", "40", "-y", "12")
    tmux.wait_for("▌ van Malmö: [/] €", "F10 Stoppen")
    tmux.press("!")
    tmux.do("resize-window", "-x", "100", "-y", "30")
    shown = tmux.wait_for("▌ van Malmö: [/] €!", "3 woorden", "F10 Stoppen")
    assert len(shown.rstrip("\n").split("\n")) == 30
    tmux.press("F10")
    shown = tmux.wait_for("einde")
    assert shown.split()[-2:] == ["begin", "einde"], "what stood there before is back"
    assert only_draft(tmp_path / "data") == {"personen": "één", "doel": "Leren\nvan Malmö: [/] €!"}
