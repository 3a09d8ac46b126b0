"""The screen comes on the terminal, in its own size, whatever streams and environment say."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import ENTER, F4, F10, Terminal, only_draft

EDITOR = "#!/bin/sh\nenv > env.txt\nstty size >> env.txt\nprintf 'van vi' > \"$1\"\n"


def goes_to(number: int, path: str) -> Callable[[], object]:
    """Return what lets a stream go to a file as a shell does it; `-` closes it."""

    def redirect() -> None:
        if path == "-":
            os.close(number)
        else:
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), number)

    return redirect


@pytest.mark.parametrize("stderr", ["/dev/null", "err.txt", "-"])
def test_the_screen_does_not_go_where_stderr_goes(tmp_path: Path, stderr: str) -> None:
    data = tmp_path / "data"
    place = str(tmp_path / stderr) if stderr == "err.txt" else stderr
    with Terminal("nieuw", data=data, before=goes_to(2, place)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twaalf")
        terminal.wait_for("twaalf")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        assert terminal.disorder == []
    assert only_draft(data) == {"personen": "twaalf"}
    assert stderr != "err.txt" or Path(place).read_bytes() == b""


def test_the_report_can_go_to_a_file_and_stderr_too(tmp_path: Path) -> None:
    data, out, err = tmp_path / "data", tmp_path / "out.txt", tmp_path / "err.txt"

    def redirect() -> None:
        goes_to(1, str(out))()
        goes_to(2, str(err))()
        os.dup2(os.open(os.ctermid(), os.O_RDONLY), 0)  # nobody can draw on it

    with Terminal("nieuw", "--print", data=data, before=redirect) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twaalf" + ENTER)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        assert terminal.disorder == []
    assert "\n\ntwaalf\n\n" in out.read_text(encoding="utf-8")
    assert err.read_bytes() == b""


def test_where_the_text_is_can_be_read_though_stderr_goes_elsewhere(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Terminal("nieuw", data=data, before=goes_to(2, "/dev/null")) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        (data / "concepten").rmdir()
        (data / "concepten").write_text("geen map")
        terminal.type("twaalf")
        terminal.wait_for("Niet opgeslagen")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        terminal.wait_for("Je verslag staat in")


def test_it_is_drawn_in_the_size_of_the_window(tmp_path: Path) -> None:
    """The user's own editor gets the environment as it is."""
    editor = tmp_path / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    with Terminal(
        "nieuw",
        data=tmp_path / "data",
        columns=110,
        rows=40,
        before=lambda: os.chdir(tmp_path),
        VISUAL=str(editor),
        COLUMNS="80",
        LINES="24",
        TEXTUAL_FPS="7",
    ) as terminal:
        terminal.wait_for(lambda: "F10 Stoppen" in terminal.screen.display[39])
        terminal.resize(130, 30)
        terminal.wait_for(lambda: "F10 Stoppen" in terminal.screen.display[29])
        terminal.wait_for(lambda: any(line[110:].strip() for line in terminal.screen.display))
        terminal.type(F4)
        terminal.wait_for("van vi")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    *seen, size = (tmp_path / "env.txt").read_text(encoding="utf-8").splitlines()
    assert size == "30 130"
    odd = {line for line in seen if line.startswith(("TEXTUAL", "COLUMNS", "LINES"))}
    assert odd == {"COLUMNS=80", "LINES=24", "TEXTUAL_FPS=7", "TEXTUAL_ANIMATIONS=none"}


def test_nothing_is_typed_logged_or_drawn_because_a_variable_says_so(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (tmp_path / "tmp").mkdir()
    with Terminal(
        "nieuw",
        data=data,
        TEXTUAL_LOG=str(tmp_path / "log.txt"),
        TEXTUAL_SCREENSHOT_LOCATION=str(tmp_path),
        TMPDIR=str(tmp_path / "tmp"),
        TEXTUAL="devtools,debug",
        TEXTUAL_DEBUG="1",
        TEXTUAL_DRIVER="os:nothing",
        TEXTUAL_PRESS="q,w,e",
        TEXTUAL_SCREENSHOT="0",
        TEXTUAL_SHOW_RETURN="1",
        TEXTUAL_FILTERS="dim",
        TEXTUAL_THEME="no such theme",
        TEXTUAL_FPS="1",
        TEXTUAL_DISABLE_KITTY_KEY="x",
        ESCDELAY="100000",
        FORCE_COLOR="1",
        TTY_COMPATIBLE="0",
        PYTHONIOENCODING="ascii",
        PYTHONWARNINGS="error",
        PYTHONOPTIMIZE="2",
        TZ="AAA-24:59",
    ) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert "Vraag 1 van 7 · Personen" in terminal.text
        terminal.type("één")
        terminal.wait_for("Opgeslagen")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        assert terminal.disorder == []
    assert only_draft(data) == {"personen": "één"}
    assert {path.name for path in tmp_path.iterdir()} == {"data", "tmp"}
    assert not list((tmp_path / "tmp").iterdir())
