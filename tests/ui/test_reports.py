"""The list of reports, and what can be done with one that is not open."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from textual import events
from textual.geometry import Offset

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.core.search import SearchableReport
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.flows.in_use import InUseDialog
from reisverslag_tui.ui.library import Entry
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.widgets.report_list import ReportList
from tests.clock import MOMENT, Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, PATIENCE


async def test_without_reports_it_says_what_this_is_and_begins_one(
    start: Start, store: DraftStore
) -> None:
    async with start() as user:
        await user.sees("Nog geen verslagen", "zeven vragen", "0 verslagen")
        await user.sees("Nieuw verslag", "Voorbeeldverslag openen")
        assert user.focused.id == "new"
        await user.press("f1")
        await user.sees("Hulp", "zeven vragen")
        assert "zoeken" not in user.shown
        await user.press("escape")
        await user.press("f3", "f5", "f6", "f7", "delete", "escape")
        await user.at(ReportsScreen)
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Reis 24 november 2026", "Vraag 1 van 7")
        await user.write("2")
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("1 verslag\n", "Reis 24 november 2026", "1 van 7 beantwoord")
    assert not store.directory.parent.joinpath("prullenbak").exists()


async def test_the_example_report_opens_and_is_ones_own(start: Start) -> None:
    async with start() as user:
        await user.click("#example")
        await user.at(QuestionScreen)
        await user.sees("Voorbeeld: Barcelona")
        assert set(user.answers()) == {question.id for question in FORM.questions}
        await user.write("Samen ")
        await user.press("escape")
        await user.sees("7 van 7 beantwoord")
        assert user.answers()["personen"].startswith("Samen ")
        await user.press("f4")
        await user.at(QuestionScreen)
        await user.press("escape")
        await user.sees("1 verslag\n")


@pytest.mark.time
async def test_the_newest_is_at_the_top_with_how_far_it_is_and_when(
    start: Start, stored: MakeDraft, clock: Clock
) -> None:
    stored("Oud", doel="x", duur="y")
    clock.forward(days=1)
    stored("Nieuw")
    async with start() as user:
        assert user.listed == ["Nieuw", "Oud"]
        await user.sees("2 van 7 beantwoord · gisteren 14:33", "0 van 7 beantwoord · zojuist")


async def test_arrows_choose_and_enter_opens(start: Start, stored: MakeDraft) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title, personen=title)
    async with start() as user:
        await user.hammer("down", "down", "up", "enter")
        await user.at(QuestionScreen)
        assert user.area.text == "Twee"
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.press("pagedown", "enter")
        await user.at(QuestionScreen)
        assert user.area.text == "Een"


async def test_the_mouse_opens(start: Start, stored: MakeDraft) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title, personen=title)
    async with start() as user:
        await user.click("#list", Offset(3, 2))
        await user.at(QuestionScreen)
        assert user.area.text == "Twee"


async def test_opening_twice_in_a_hurry_opens_once(start: Start, stored: MakeDraft) -> None:
    stored("Een")
    async with start() as user:
        await user.click("#list", Offset(3, 0), times=2)
        await user.at(QuestionScreen)
        assert len(user.app.screen_stack) == 2
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.hammer("enter", "enter")
        await user.at(QuestionScreen)
        assert len(user.app.screen_stack) == 2


async def test_a_new_report_is_begun_from_the_list(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Een")
    async with start() as user:
        await user.press("ctrl+n")
        await user.at(QuestionScreen)
        await user.write("2")
        await user.press("f10")
        await user.ended()
    assert {draft.title for draft in store.drafts()[0]} == {"Een", "Reis 24 november 2026"}


async def test_a_report_gets_another_title(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Een", doel="Leren.")
    async with start() as user:
        for key, title in (("f6", "Gent"), ("ctrl+t", "Brugge")):
            await user.press(key)
            await user.at(TitleDialog)
            await user.write(title)
            await user.press("enter")
            await user.hears(f"heet nu '{title}'")
            await user.sees(f"▌ {title}\n")
            assert user.listed == [title]
        assert store.load(draft.id).answers == {"doel": "Leren."}
        await user.press("f6", "escape")
        await user.at(ReportsScreen)
    assert store.load(draft.id).title == "Brugge"


async def test_a_title_may_be_typed_faster_than_it_is_asked_for(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Gent")
    async with start() as user:
        await user.hammer("f6", "ctrl+u", *"Oslo", "enter")
        await user.hears("heet nu 'Oslo'")
    assert store.load(draft.id).title == "Oslo"


async def test_what_gets_another_title_is_not_taken_for_open_elsewhere(
    start: Start, stored: MakeDraft, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = stored("Gent")
    change, busy, go_on = store.change, threading.Event(), threading.Event()

    def slowly(draft_id: str, edit: Callable[[Draft], Draft]) -> Draft:
        busy.set()
        assert go_on.wait(PATIENCE)
        return change(draft_id, edit)

    monkeypatch.setattr(store, "change", slowly)
    async with start() as user:
        await user.press("f6", "end", "!", "enter")
        assert busy.wait(PATIENCE)
        user.app.post_message(events.Key("enter", "\r"))
        for _ in range(99):
            await asyncio.sleep(0)
        go_on.set()
        await user.at(QuestionScreen)
        await user.write("4")
        await user.saved()
    assert store.load(draft.id).title == "Gent!"


async def test_a_report_that_was_asked_for_is_begun_though_one_stops_at_once(
    start: Start, stored: MakeDraft, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored("Gent", doel="Leren.")
    load, busy, go_on = DraftStore.load, threading.Event(), threading.Event()

    def slowly(asked: DraftStore, draft_id: str) -> Draft:
        busy.set()
        go_on.wait(PATIENCE)
        return load(asked, draft_id)

    async with start() as user:
        monkeypatch.setattr(DraftStore, "load", slowly)
        await user.press("f5", "X", "enter")
        assert busy.wait(PATIENCE)
        user.app.post_message(events.Key("f10", None))
        for _ in range(99):
            await asyncio.sleep(0)
        go_on.set()
        await user.ended()
    assert {draft.title for draft in store.drafts()[0]} == {"Gent", "X"}


async def test_a_new_report_begins_with_the_answers_of_another(
    start: Start, stored: MakeDraft, store: DraftStore, clock: Clock
) -> None:
    draft = stored("Brugge", place=Place("doel", 0, 3), doel="Leren.")
    store.save(draft.finish(clock()))
    async with start() as user:
        await user.press("f5", "escape", "f5")
        await user.sees("Nieuw verslag met dit als begin")
        assert user.value == "Brugge (kopie)"
        await user.write("Gent")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Gent", "Vraag 1 van 7")
        await user.press("escape")
        await user.until(lambda: user.listed == ["Gent", "Brugge"])
        await user.sees("▌ 1 van 7 beantwoord", "  afgerond")
    assert {made.title: made.answers for made in store.drafts()[0]} == {
        "Brugge": {"doel": "Leren."},
        "Gent": {"doel": "Leren."},
    }


async def test_of_thousands_of_reports_only_those_in_view_are_drawn(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = new_draft("", MOMENT)
    drafts = [replace(draft, id=str(number), title=f"Reis {number}") for number in range(9999)]
    entries = [Entry(draft, SearchableReport(draft.title, {})) for draft in drafts]
    drawn: set[str] = set()
    state = Entry.state

    def noted(entry: Entry, now: datetime) -> str:
        drawn.add(entry.item.id)
        return state(entry, now)

    monkeypatch.setattr(Entry, "state", noted)  # which every row that is drawn shows
    async with start() as user:
        reports = user.screen.query_one(ReportList)
        reports.display = True
        reports.await_choice("5000")
        reports.show(entries)
        await user.sees("▌ Reis 5000\n")
        assert 0 < len(drawn) < 24
        user.screen.set_focus(reports.query_one("#search"))
        await user.write("reis 77")
        await user.sees("▌ Reis 77\n", "  Reis 177")
        assert len(drawn) < 96


async def test_what_was_just_typed_is_in_the_list(start: Start, draft: Draft, clock: Clock) -> None:
    async with start(draft) as user:
        await user.hammer(*"zes", "escape")
        await user.at(ReportsScreen)
        await user.sees("1 van 7 beantwoord · zojuist")
        assert clock() == MOMENT


async def test_the_reports_wait_until_somebody_goes_there(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Gent")
    draft = stored("Luik")
    async with start(draft) as user:
        assert not any(isinstance(screen, ReportsScreen) for screen in user.app.screen_stack)
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("Gent", "▌ Luik")
    with store.open(draft.id):
        async with start(draft) as user:
            await user.at(InUseDialog)
            await user.press("escape")
            await user.at(ReportsScreen)
            await user.sees("Gent", "Luik")
