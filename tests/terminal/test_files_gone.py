"""The program's own files go while it is open: an upgrade, or a drive that is pulled out."""

import signal
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.terminal import (
    CTRL_G,
    CTRL_O,
    CTRL_S,
    CTRL_T,
    ESCAPE,
    F1,
    F2,
    F4,
    F10,
    Terminal,
    only_draft,
)

F3, F11, F12 = "\x1bOR", "\x1b[23~", "\x1b[24~"
CTRL_R, DELETE = "\x12", "\x1b[3~"

GONE = """
import os, sys
from pathlib import Path

import pytest

import reisverslag_tui
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.app import ReisverslagApp as App

PLACES = (str(Path(reisverslag_tui.__file__).parent), sys.prefix, sys.base_prefix, os.__file__)
gone = []

def refuse(event, args):
    if not gone:
        return
    if event == "import":
        raise ModuleNotFoundError(args[0])
    if event == "open" and str(args[0]).startswith(PLACES):
        raise FileNotFoundError(2, "gone", args[0])

sys.addaudithook(refuse)
load = App.load_the_rest

def then_gone(app):
    {ready}
    gone.append(True)

App.load_the_rest = then_gone
{fault}
sys.exit(main(sys.argv[1:]))
"""
AFTER_LOADING = GONE.format(ready="load(app)", fault="")


def _is_gone(terminal: Terminal, shown: str) -> bool:
    return shown not in terminal.text


def test_every_key_works_all_the_same(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path, program=("-c", AFTER_LOADING), EDITOR="true") as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.wait_for("Opgeslagen")
        steps: list[tuple[str | bytes, str, str]] = [
            (F12, "Eerdere versies", ESCAPE),
            (CTRL_G, "Ga naar vraag", ESCAPE),
            (CTRL_T, "Titel van het verslag", ESCAPE),
            (F1, "Op dit scherm", ESCAPE),
            (F11, "Del Standaard", ESCAPE),
            (F3, "Naar printer", ESCAPE),
            (F2, "F5 Afronden", ESCAPE),
            (CTRL_R, "Vervang door", ESCAPE),
            (CTRL_O, "Wat wil je doen?", ESCAPE),
            (F4, "Vraag 1 van 7", ""),
            (b"\x92", "\u2019", ""),
        ]
        for key, shown, back in steps:
            terminal.type(key)
            terminal.wait_for(shown)
            if back:
                terminal.type(back)
                terminal.wait_for(partial(_is_gone, terminal, shown))
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
        terminal.type(DELETE)
        terminal.wait_for("Nog geen verslagen")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "prullenbak").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_was_typed_is_rescued_by_a_signal_right_after_the_start(
    tmp_path: Path, number: signal.Signals
) -> None:
    data = tmp_path / "thuis" / "gegevens"
    data.parent.mkdir()
    data.touch()  # a file where the directory should come: nothing can be saved there
    fault = (
        "from reisverslag_tui.storage.store import DraftStore\nDraftStore.prepare = lambda _: None"
    )
    program = GONE.format(ready="load(app)", fault=fault)
    with Terminal("nieuw", data=data, program=("-c", program), HOME=str(data.parent)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.kill(number)
        assert terminal.wait_for_end() == 128 + number
        assert not terminal.disorder
    (rescued,) = data.parent.glob("*-gered-*.toml")
    assert 'personen = "twee"' in rescued.read_text(encoding="utf-8")
    assert str(rescued) in terminal.sent.rpartition(b"\x1b[?25h")[2].decode()


def test_an_error_of_ours_is_still_told_in_dutch(tmp_path: Path) -> None:
    fault = "App.action_save = lambda app: 1 / 0"
    program = GONE.format(ready="load(app)", fault=fault)
    with Terminal("nieuw", data=tmp_path, program=("-c", program)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + CTRL_S)
        assert terminal.wait_for_end() == 70
    assert only_draft(tmp_path) == {"personen": "twee"}
    assert list((tmp_path / "foutmeldingen").iterdir())


def test_what_can_not_be_loaded_any_more_is_told_and_the_text_is_saved(tmp_path: Path) -> None:
    program = GONE.format(ready="gone.append(True); load(app)", fault="")
    with Terminal("nieuw", data=tmp_path, program=("-c", program)) as terminal:
        terminal.wait_for("Dit kan nu niet")
        terminal.type("twee")
        terminal.wait_for("twee")
        terminal.type(CTRL_G)
        terminal.wait_for("Dit kan nu niet")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert b"Traceback" not in terminal.sent
        assert b"liep vast" not in terminal.sent
