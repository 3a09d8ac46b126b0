"""Errors of our own, wherever: nothing typed is lost, the terminal is given back, in Dutch."""

from pathlib import Path

import pytest

from reisverslag_tui.cli.crash import report_crash
from reisverslag_tui.storage import locations
from tests.terminal.terminal import CTRL_S, Terminal, only_draft

PROGRAM = """
import asyncio, sys, threading
from textual.screen import Screen
from reisverslag_tui.cli.main import main
from reisverslag_tui.ui.app import ReisverslagApp as App
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver as Driver

def fail(*_, **__):
    raise ValueError(f"geheim")

async def fail_later():
    await asyncio.sleep(0)
    fail()

{fault}
sys.exit(main(["nieuw"]))
"""


def on_save(deed: str) -> str:
    """Return a fault that Ctrl+S brings about."""
    return f"""
def action_save(app):
    {deed}

App.action_save = action_save
"""


FAULTS = {
    "action": on_save("fail()"),
    "handler of a widget": on_save("app.screen.area.call_later(fail)"),
    "handler of a screen": on_save("app.screen.call_later(fail)"),
    "worker": on_save("app.run_worker(fail_later())"),
    "worker in a thread": on_save("app.run_worker(fail, thread=True)"),
    "timer": on_save("app.set_timer(0.01, fail)"),
    "watcher": on_save("app.watch(app, 'sub_title', fail, init=False); app.sub_title = 'x'"),
    "drawing": on_save("app.screen.area.render_line = fail; app.screen.area.refresh()"),
    "compose": on_save("app.push_screen(type('Bad', (Screen,), {'compose': fail})())"),
    "mount": on_save("app.push_screen(type('Bad', (Screen,), {'on_mount': fail})())"),
    "task": on_save("asyncio.create_task(fail_later())"),
    "callback": on_save("asyncio.get_running_loop().call_soon(fail)"),
    "thread": on_save("threading.Thread(target=fail).start()"),
    "output": """
usual = Driver._put

def fail_once(driver, text):
    Driver._put = usual
    fail()
"""
    + on_save("Driver._put = fail_once"),
    "input": """
usual = Driver.process_message
Driver.process_message = (
    lambda driver, message: fail() if getattr(message, "key", "") == "ctrl+s"
    else usual(driver, message)
)
""",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_error_loses_nothing_and_tells_nothing(tmp_path: Path, fault: str) -> None:
    with Terminal(data=tmp_path, program=("-c", PROGRAM.format(fault=fault))) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("geheim")
        terminal.wait_for("geheim")
        terminal.type(" en privé" + CTRL_S)
        check_the_end(terminal, tmp_path)
    assert only_draft(tmp_path) == {"personen": "geheim en privé"}


def test_what_was_typed_behind_an_error_is_saved_too(tmp_path: Path) -> None:
    program = PROGRAM.format(fault=FAULTS["action"])
    with Terminal(data=tmp_path, program=("-c", program)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("geheim" + CTRL_S + " en meer")
        check_the_end(terminal, tmp_path)
    assert only_draft(tmp_path) == {"personen": "geheim en meer"}


SECOND_FAULTS = {
    "taking leave, with a slow disk": """
from reisverslag_tui.storage.session import Session
leaving, save = threading.Event(), Session.save
Session.save = lambda session, draft: (leaving.wait(), save(session, draft))
App.on_unmount = lambda app: (leaving.set(), fail())
""",
    "saving, with a slow disk": """
import time
from reisverslag_tui.storage.session import Session
save = Session.save
Session.save = lambda session, draft: (time.sleep(0.5), save(session, draft))
App.save_now = fail
""",
    "giving the terminal back": "Driver.stop_application_mode = fail",
    "closing the terminal": "Driver.close = fail",
}


@pytest.mark.parametrize("fault", SECOND_FAULTS.values(), ids=SECOND_FAULTS)
def test_a_second_error_while_leaving_loses_nothing_either(tmp_path: Path, fault: str) -> None:
    program = PROGRAM.format(fault=FAULTS["action"] + fault)
    with Terminal(data=tmp_path, program=("-c", program)) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("geheim" + CTRL_S)
        check_the_end(terminal, tmp_path)
    assert only_draft(tmp_path) == {"personen": "geheim"}


FIRST_FAULTS = {
    "first screen": "App.get_default_screen = fail",
    "first question": "QuestionScreen.compose_page = fail",
    "style sheet": "App.CSS = 'geheim {'",
    "taking the terminal": "Driver.start_application_mode = fail",
}


@pytest.mark.parametrize("fault", FIRST_FAULTS.values(), ids=FIRST_FAULTS)
def test_an_error_at_the_start_is_told_in_dutch(tmp_path: Path, fault: str) -> None:
    with Terminal(data=tmp_path, program=("-c", PROGRAM.format(fault=fault))) as terminal:
        check_the_end(terminal, tmp_path, kind="Error")


def check_the_end(terminal: Terminal, data: Path, kind: str = "ValueError") -> None:
    """Check the exit code, what is said, the report of the crash, and the terminal."""
    assert terminal.wait_for_end() == 70
    assert not terminal.disorder
    said = terminal.sent.rpartition(b"\x1b[?25h")[2].decode().splitlines()
    words = [line for line in said if line.strip("\x1b[?104l")]
    (report,) = (data / "foutmeldingen").iterdir()
    assert len(words) == 3, words
    assert "liep vast op een fout van onszelf" in words[0]
    assert kind in words[0]
    assert str(report) in words[2]
    text = report.read_text(encoding="utf-8")
    assert "fail" in text or kind == "Error"
    assert "geheim" not in "".join(words) + text
    assert b"Traceback" not in terminal.sent


def test_errors_that_are_the_cause_of_each_other_are_told_once() -> None:
    first, second = ValueError("geheim"), KeyError("geheim")
    first.__cause__, second.__cause__ = second, first
    report_crash(first)
    (report,) = locations.crash_directory().iterdir()
    names = report.read_text(encoding="utf-8").split("\n\n")[1:]
    assert [name.strip() for name in names] == ["builtins.ValueError", "builtins.KeyError"]
