"""The top line says how saving goes, and nothing is lost where it does not go."""

import re
import threading
from pathlib import Path

import pytest
from textual.widgets import Button

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.rescue import rescue
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.path import PathDialog
from reisverslag_tui.ui.flows.leave import LeaveDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.clock import Clock
from tests.ui.conftest import MakeDraft, Start


@pytest.fixture
def fault(tmp_path: Path) -> Path:
    """A file where the directory of the drafts should come; saving works once it is gone."""
    path = tmp_path / "data"
    path.write_text("geen map", encoding="utf-8")
    return path


@pytest.mark.time
async def test_each_save_is_shown_with_its_time(start: Start, draft: Draft, clock: Clock) -> None:
    async with start(draft) as user:
        assert user.status == ""
        await user.write("2")
        await user.saved()
        await user.sees("Opgeslagen 14:32:07")
        clock.forward(minutes=3)
        await user.write("0")
        await user.saved()
        await user.sees("Opgeslagen 14:35:07")
        for key in ("f2", "f3"):
            await user.press(key)
            await user.sees("Opgeslagen 14:35:07")


async def test_a_report_that_was_opened_is_all_saved(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel="Leren.")) as user:
        assert user.status == "Alles opgeslagen"


async def test_a_save_that_fails_is_shown_and_the_text_stays(
    start: Start, draft: Draft, fault: Path
) -> None:
    async with start(draft) as user:
        await user.write("twee mensen")
        await user.sees("Niet opgeslagen: ")
        await user.press("ctrl+s")
        await user.hears("Niet opgeslagen: ")
        assert user.area.text == "twee mensen"
        assert user.status.startswith("Niet opgeslagen: ")
        await user.press("f10")
        await user.at(LeaveDialog)
        labels = [str(button.label) for button in user.screen.query(Button)]
        assert labels == ["Terug naar het verslag", "Opslaan als", "Weggaan zonder opslaan"]
        assert user.focused.id == "stay"
        await user.press("enter")
        await user.at(QuestionScreen)
        assert user.area.text == "twee mensen"
        await user.press("f10", "escape")
        await user.at(QuestionScreen)
        assert user.area.text == "twee mensen"
        await user.press("f2")
        assert user.status.startswith("Niet opgeslagen: ")
        await user.press("escape", "f10")
        await user.at(LeaveDialog)
        await user.click("#leave")
        await user.ended()
    assert fault.read_text(encoding="utf-8") == "geen map"


async def test_once_the_fault_is_gone_saving_works_and_leaving_asks_nothing(
    start: Start, draft: Draft, fault: Path
) -> None:
    async with start(draft) as user:
        await user.write("twee mensen")
        await user.sees("Niet opgeslagen: ")
        fault.unlink()
        await user.press("ctrl+s")
        await user.sees("Opgeslagen 14:32:07", "Alles is opgeslagen.")
        assert user.answers() == {"personen": "twee mensen"}
        await user.press("f10")
        await user.ended()


async def test_going_back_to_the_reports_asks_first_too(
    start: Start, draft: Draft, fault: Path, store: DraftStore
) -> None:
    async with start(draft) as user:
        await user.write("2")
        await user.sees("Niet opgeslagen: ")
        await user.press("escape")
        await user.at(LeaveDialog)
        await user.press("enter")
        await user.at(QuestionScreen)
        fault.unlink()
        await user.press("escape")
        await user.at(ReportsScreen)
        assert store.load(draft.id).answers == {"personen": "2"}


async def test_why_it_fails_is_a_dutch_sentence(start: Start, draft: Draft, fault: Path) -> None:
    assert fault.exists()
    async with start(draft) as user:
        await user.write("2")
        await user.press("f10")
        await user.at(LeaveDialog)
        assert not re.search(r"\.\.(?!\.)", user.text("LeaveDialog .text"))
        assert "fout 17" not in user.text("LeaveDialog .text")


async def test_stop_pressed_twice_asks_once(start: Start, draft: Draft, fault: Path) -> None:
    assert fault.exists()
    async with start(draft) as user:
        await user.write("2")
        await user.press("f10", "f10", "f10")
        await user.at(LeaveDialog)
        await user.press("enter")
        await user.at(QuestionScreen)


async def test_stop_in_the_help_of_what_is_asked_leaves_the_question_one_that_is_heard(
    start: Start, draft: Draft, fault: Path
) -> None:
    assert fault.exists()
    async with start(draft) as user:
        await user.write("2")
        await user.press("f10", "f1", "f10")
        await user.hears("Terug met Esc.")
        await user.press("escape")
        await user.at(LeaveDialog)
        await user.press("right", "enter")
        await user.at(PathDialog)


async def test_a_slow_save_is_never_shown_as_done(
    start: Start, stored: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = stored(doel="Leren.")
    free = threading.Event()
    save = Session.save

    def slowly(session: Session, changed: Draft) -> None:
        assert free.wait(20)
        save(session, changed)

    monkeypatch.setattr(Session, "save", slowly)
    async with start(draft) as user:
        await user.write("2")
        await user.sees("Opslaan ...")
        await user.press("f2")
        await user.at(AnswersScreen)
        shown = user.status
        free.set()
        await user.sees("Opgeslagen ")
        assert shown == "Opslaan ..."


async def test_leaving_names_what_would_be_lost_and_saves_it_elsewhere(
    start: Start, draft: Draft, fault: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "home" / "kopie.toml"
    async with start(draft) as user:
        await user.write("twee mensen")
        await user.press("f10")
        await user.at(LeaveDialog)
        assert "je wijzigingen bij Personen" in user.text(".text")
        await user.press("right", "enter")
        await user.at(PathDialog)
        assert user.value == "~/Reis.toml"
        await user.press("escape")
        await user.at(LeaveDialog)
        await user.press("right", "enter")
        await user.at(PathDialog)
        await user.press("ctrl+u")
        await user.write(str(fault / "kopie.toml"))
        await user.press("enter")
        await user.sees("Dat lukt niet")
        await user.press("ctrl+u")
        await user.write(str(copy))
        await user.press("enter")
        await user.sees("Je verslag staat in", "reisverslag open")
        await user.press("enter")
        await user.ended()
    assert DraftStore(copy.parent, tmp_path, tmp_path).load("kopie").answers == {
        "personen": "twee mensen"
    }


async def test_what_is_too_large_for_a_draft_is_saved_elsewhere_as_text(
    start: Start, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reisverslag_tui.storage.serialization.MAXIMUM_SIZE", 900)
    copy = tmp_path / "home" / "Reis.txt"
    async with start(draft) as user:
        await user.paste("woord " * 200)
        await user.sees("Niet opgeslagen: te groot")
        await user.press("escape")
        await user.at(LeaveDialog)
        await user.press("right", "enter")
        await user.at(PathDialog)
        await user.press("enter")
        await user.sees("Je verslag staat in")
        await user.press("enter")
        await user.at(ReportsScreen)
    assert "woord woord" in copy.read_text(encoding="utf-8")


def test_a_draft_is_rescued_as_often_as_that_is_needed(draft: Draft, tmp_path: Path) -> None:
    answered = [draft.answer("doel", text, draft.created) for text in ("een", "twee", "drie")]
    paths = [rescue(each, tmp_path) for each in answered]
    assert len({*paths}) == 3
    for path, each in zip(paths, answered, strict=True):
        assert path
        assert path.parent == tmp_path / "home"
        store = DraftStore(path.parent, tmp_path, tmp_path)
        assert store.load(path.stem).answers == each.answers


async def test_typing_on_lays_out_nothing(
    start: Start, draft: Draft, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "reisverslag_tui.ui.report_view._SLOW", 60
    )  # a busy disk is told, and moves
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("Een")
        await user.saved()
        await user.sees("1 woord", "Opgeslagen 14:32:07")
        await user.write(" reis")
        await user.sees("2 woorden")
        laid_out: list[object] = []
        user.screen.screen_layout_refresh_signal.subscribe(user.area, laid_out.append)
        clock.forward(seconds=1)
        await user.write(" naar Gent")
        await user.saved()
        await user.sees("4 woorden", "Opgeslagen 14:32:08")
        assert not laid_out
