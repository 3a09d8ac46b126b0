"""`--print`: the screen on the terminal, and the report on stdout once it is left."""

import os
import signal
from pathlib import Path

from tests.terminal.terminal import ENTER, ESCAPE, F4, F10, Terminal

EDITOR = "#!/bin/sh\ntest -t 1 && printf '€ van vi' > \"$1\"\n"


def redirected(*words: str, data: Path, **environment: str) -> Terminal:
    """Run the program with stdout in a file, as `> FILE` does."""

    def redirect() -> None:
        os.dup2(os.open(data.with_name("out"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)

    return Terminal(*words, data=data, before=redirect, columns=100, rows=30, **environment)


def printed(data: Path) -> str:
    return data.with_name("out").read_text(encoding="utf-8")


def test_the_screen_is_whole_and_what_was_written_last_comes_out(tmp_path: Path) -> None:
    data = tmp_path / "data"
    editor = tmp_path / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    with redirected("nieuw", "--print", data=data, VISUAL=str(editor)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        # All of the terminal is drawn on.
        terminal.wait_for(lambda: "F10 Stoppen" in terminal.screen.display[29])
        terminal.type("twaalf" + ENTER)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(F4)
        terminal.wait_for("€ van vi")
        assert printed(data) == ""
        terminal.type("m" + F10)
        assert terminal.wait_for_end() == 0
        assert terminal.disorder == []
    assert "\n\ntwaalf\n\n" in printed(data)
    assert "\x1b" not in printed(data)
    with redirected("--print", "open", "laatste", data=data) as terminal:
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    assert "€ van vi" in printed(data)


def test_without_a_report_nothing_comes_out_and_that_is_said(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with redirected("--print", data=data) as terminal:
        terminal.wait_for("Nog geen verslagen")
        terminal.type("\x0e")
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(F10)  # nothing was written
        assert terminal.wait_for_end() == 0
        terminal.wait_for("er is niets afgedrukt")
    assert printed(data) == ""


def test_a_signal_prints_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with redirected("nieuw", "--print", data=data) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert printed(data) == ""
