"""A report on its way to paper, a file or the clipboard, and what is remembered of that."""

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.settings import SettingsFile, read_settings, write_setting
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.clipboard import MAXIMUM_SIZE, objection, sent_message
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.path import PathDialog
from reisverslag_tui.ui.dialogs.printer import PrinterDialog
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.settings import SettingsScreen
from tests.printers import NOT_RUNNING, FakeCups, fake_cups
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, PATIENCE, User

LONG = "Een woord dat telkens terugkomt. " * 8


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    return fake_cups(tmp_path, monkeypatch)


def _highlighted(user: User) -> str:
    listed = user.screen.query_one(OptionList)
    assert listed.highlighted is not None
    return str(listed.get_option_at_index(listed.highlighted).prompt)


async def test_a_report_goes_to_a_printer_with_its_copies(
    start: Start, stored: MakeDraft, cups: FakeCups, ui_state: UiStateStore
) -> None:
    draft = stored("Gent", doel=LONG)
    async with start(draft, size=(40, 12)) as user:
        await user.press("f3", "p")
        await user.at(PrinterDialog)
        assert _highlighted(user) == "PS (standaard)"
        assert user.inside(user.screen.query_one(OptionList))
        await user.press("down", "tab", "ctrl+k")
        assert user.inside(user.screen.query_one(Input))
        await user.press("backspace", "x", "tab", "enter")
        await user.sees("van 1 tot en met 99.")
        assert user.value == "x"
        await user.press("backspace", "3", "enter")
        await user.hears("Naar printer Dicht gestuurd: opdracht PDF-12.")
        assert cups.asked[:6] == ["-n", "3", "-t", "Gent", "-d", "Dicht"]
        assert cups.text == render_plain(draft, FORM)
        await user.press("p")
        await user.at(PrinterDialog)
        assert _highlighted(user) == "Dicht"
        await user.press("escape")
        await user.at(PreviewScreen)
    assert ui_state.current.printer == "Dicht"


async def test_what_cups_says_is_passed_on_and_nothing_else_stops(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    async with start(stored()) as user:
        cups.refuses('lp: Destination "PS" is not accepting jobs.')
        await user.press("f3", "p")
        await user.at(PrinterDialog)
        await user.press("enter")
        await user.hears('CUPS zegt: Destination "PS" is not accepting jobs.')
        cups.lists("no system default destination\n", NOT_RUNNING)
        await user.press("p")
        await user.hears("CUPS zegt: Scheduler is not running.")
        cups.hangs("lpstat")
        await user.press("p", "t")
        await user.hears("Printers zoeken ...")
        await user.press("escape", "f3", "t")  # the screen goes on meanwhile
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS")
        cups.lists()


async def test_what_became_of_a_job_is_told_wherever_one_is_by_then(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    async with start(stored()) as user:
        await user.press("f3", "p")
        await user.at(PrinterDialog)
        cups.hold()
        await user.press("enter", "k")  # another way out of the program, while the printer thinks
        await user.hears("klembord")
        await user.press("escape", "escape")
        await user.at(ReportsScreen)
        await user.press("f7", "escape")
        cups.let_go()
        await user.hears("Naar printer PS gestuurd: opdracht PDF-12.")


async def test_a_printer_is_not_asked_for_elsewhere(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    cups.hold()
    async with start(stored()) as user:
        await user.press("f3", "p")
        await user.hears("Printers zoeken ...")
        await user.press("escape")
        cups.let_go()
        await user.until(lambda: user.said == "")
        await user.at(QuestionScreen)
        assert not user.dialog


async def test_the_width_is_a_setting_and_that_of_all_that_is_printed(
    start: Start, stored: MakeDraft, cups: FakeCups, settings: Path, tmp_path: Path
) -> None:
    draft = stored(doel=LONG)
    async with start(draft) as user:
        await user.press("f3", "t")
        await user.sees("80 tekens breed")
        await user.press("b")
        await user.at(ChoiceDialog)
        await user.press("left", "enter")
        await user.sees("72 tekens breed")
        at_72 = render_plain(draft, FORM, 72)
        assert user.text("#report") == at_72
        await user.press("k")
        await user.until(lambda: user.app.clipboard == at_72)
        await user.press("p")
        await user.at(PrinterDialog)
        await user.press("enter")
        await user.hears("Naar printer PS")
        assert cups.text == at_72
        await user.press("o")
        await user.at(PathDialog)
        await user.sees("72 tekens breed")
        await user.press("enter")
        await user.hears("Het verslag staat in")
        assert (tmp_path / "home" / "Reis.txt").read_text(encoding="utf-8") == at_72
        await user.press("b", "right", "right", "right", "right", "enter")
        await user.press("ctrl+u", *"10001", "enter")
        await user.sees("getal van 0 tot en met 10000")
        await user.press("ctrl+u", "0", "enter")
        await user.sees("regels niet afgebroken")
        assert user.text("#report") == render_plain(draft, FORM, 0)
        await user.press("b", "escape")
    assert read_settings(settings).settings.width == 0


async def test_a_width_that_is_chosen_at_the_settings_is_shown_at_once(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel=LONG * 20)
    async with start(draft) as user:
        await user.press("f3", "t", "pagedown", "f1", "escape")
        line = user.screen.query_one("#preview").scroll_offset.y
        assert line > 0
        await user.press("f11", "escape")
        assert user.screen.query_one("#preview").scroll_offset.y == line
        await user.press("f11", "down", "enter", *"40", "enter", "escape")
        await user.at(PreviewScreen)
        await user.until(lambda: user.text("#report") == render_plain(draft, FORM, 40))
        await user.sees("40 tekens breed")


async def test_a_width_that_is_saved_slowly_is_shown_where_one_went_meanwhile(
    start: Start, stored: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = stored(doel=LONG)
    go_on = threading.Event()

    def slowly(path: Path, keys: Sequence[str], value: str | int | None) -> SettingsFile:
        go_on.wait(PATIENCE)
        return write_setting(path, keys, value)

    monkeypatch.setattr("reisverslag_tui.ui.preferences.write_setting", slowly)
    async with start(draft) as user:
        await user.press("f3", "t", "f11", "down", "enter", "ctrl+u", *"40", "enter", "escape")
        await user.at(PreviewScreen)
        go_on.set()
        await user.until(lambda: user.text("#report") == render_plain(draft, FORM, 40))
        go_on.clear()
        await user.press("f11", "down", "enter", "ctrl+u", *"60", "enter", "escape", "f11")
        await user.at(SettingsScreen)
        go_on.set()
        await user.sees("60 tekens")


async def test_a_path_is_completed_and_its_directory_remembered(
    start: Start, stored: MakeDraft, ui_state: UiStateStore, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "Documenten").mkdir()
    (home / "Documenten" / "gent-1.txt").touch()
    (home / "Documenten" / "gent-2.txt").touch()
    async with start(stored()) as user:
        await user.press("f3", "o")
        await user.at(PathDialog)
        await user.press("ctrl+u", *"~/D")
        await user.sees("~/Documenten/", "Tab Aanvullen")  # the rest in grey
        assert user.value == "~/D"
        await user.press("right")
        assert user.value == "~/Documenten/"
        await user.press("ctrl+u")
        await user.hammer(*"~/D", "tab", "g", "tab")
        assert user.value == "~/Documenten/gent-"
        await user.sees("gent-1.txt  gent-2.txt")
        await user.hammer("tab", "3")
        assert user.value == "~/Documenten/gent-3"
        await user.press("tab")
        assert user.focused.id == "ok"
        await user.press("enter")
        await user.hears("gent-3.txt")
        assert (home / "Documenten" / "gent-3.txt").exists()
        await user.press("o")
        await user.at(PathDialog)
        assert user.value == "~/Documenten/Reis.txt"
        await user.press("escape")
        shutil.rmtree(home / "Documenten")
        await user.press("o")
        await user.at(PathDialog)
        assert user.value == "~/Reis.txt"
    assert ui_state.current.print_directory == "~/Documenten"


async def test_from_the_list_a_report_goes_every_way(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    stored("Brugge")
    draft = stored("Gent [/]", doel=LONG)
    async with start() as user:
        await user.at(ReportsScreen)
        await user.press("f7")
        await user.sees("Afdrukken", "'Gent [/]'", "80 tekens breed")
        await user.press("up", "enter", "left", "left", "enter")
        await user.sees("60 tekens breed")
        await user.press("enter")
        await user.at(PrinterDialog)
        await user.press("enter")
        await user.hears("opdracht PDF-12")
        assert cups.text == render_plain(draft, FORM, 60)
        await user.press("f7", "down", "down", "enter")
        await user.until(lambda: user.app.clipboard == render_plain(draft, FORM, 60))


async def test_what_the_clipboard_can_not_hold_may_go_to_a_file(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    async with start(stored(doel="€ " * 20_000)) as user:
        await user.press("f3", "k")
        await user.sees("te lang voor het klembord")
        assert user.app.clipboard == ""
        await user.press("right", "enter")
        await user.at(PathDialog)
        await user.press("enter")
        await user.hears("Het verslag staat in")
        assert (tmp_path / "home" / "Reis.txt").stat().st_size > MAXIMUM_SIZE


def test_a_clipboard_that_is_known_not_to_be_there_is_not_written_to() -> None:
    assert objection("é" * (MAXIMUM_SIZE // 2), {"TERM": "xterm-256color", "TMUX": "0"}) == ""
    assert "set-clipboard" in sent_message({"TMUX": "0"})
    assert "tmux" not in sent_message({})
    assert "te lang" in objection("é" * (MAXIMUM_SIZE // 2) + "x", {})
    for deaf in ({"TERM": "linux"}, {"TERM_PROGRAM": "Apple_Terminal"}, {"STY": "12.pts"}):
        assert "Deze terminal" in objection("x", deaf)


async def test_a_width_chosen_in_the_preview_holds_though_that_was_left_meanwhile(
    start: Start, stored: MakeDraft, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(path: Path, keys: Sequence[str], value: str | int | None) -> SettingsFile:
        begun.set()
        go_on.wait(PATIENCE)
        return write_setting(path, keys, value)

    monkeypatch.setattr("reisverslag_tui.ui.preferences.write_setting", slowly)
    async with start(stored()) as user:
        await user.press("f3", "b")
        await user.at(ChoiceDialog)
        await user.click("#w60")
        await user.until(begun.is_set)
        await user.press("escape")
        await user.at(QuestionScreen)
        go_on.set()
        await user.until(lambda: user.app.conversations.printing.width == 60)
        assert "breedte = 60" in settings.read_text(encoding="utf-8")


async def test_who_leaves_while_a_printer_is_slow_waits_and_hears_of_it_afterwards(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    draft = stored("Gent", doel=LONG * 100)
    async with start(draft) as user:
        await user.press("f3", "p")
        await user.at(PrinterDialog)
        cups.hold()
        await user.press("enter")
        await user.at(PreviewScreen)
        await user.press("f10")
        await user.sees("Nog bezig met afdrukken")
        await user.press("escape")
        await user.at(PreviewScreen)
        await user.press("f10")
        await user.sees("Nog bezig met afdrukken")
        cups.let_go()
        await user.ended()
    assert cups.text == render_plain(draft, FORM)
    (said,) = user.app.last_words()
    assert "gestuurd: opdracht PDF-12." in said


async def test_who_does_not_wait_for_a_printer_has_all_printed_all_the_same(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    draft = stored("Gent", doel=LONG * 1000)
    async with start(draft) as user:
        await user.press("f3", "p")
        await user.at(PrinterDialog)
        cups.hold()
        await user.press("enter")
        await user.at(PreviewScreen)
        await user.press("f10")
        await user.sees("Nog bezig met afdrukken")
        await user.click("#leave")
        await user.ended()
        (said,) = user.app.last_words()
        assert "'Gent' was nog onderweg naar de printer" in said
        cups.let_go()


async def test_who_leaves_while_printers_are_sought_hears_that_nothing_was_printed(
    start: Start, stored: MakeDraft, cups: FakeCups
) -> None:
    async with start(stored()) as user:
        cups.hold()
        await user.press("f3", "p")
        await user.hears("Printers zoeken ...")
        await user.press("f10")
        await user.ended()
        cups.let_go()
    (said,) = user.app.last_words()
    assert said.startswith("Er is niets afgedrukt")
