"""The list of reports while they are being read, which of many takes seconds."""

import asyncio
import threading

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.stores import SlowStore
from tests.ui.conftest import MakeApp, MakeDraft, Start
from tests.ui.user import PATIENCE, User


@pytest.fixture
def store(store: DraftStore) -> SlowStore:
    """The store, which does not hold anything up before a test says so."""
    slow = SlowStore(store)
    slow.go_on.set()
    return slow


async def test_an_order_that_is_chosen_while_the_reports_are_read_is_that_of_the_list(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    stored("Gent")
    stored("Oslo")
    async with start() as user:
        assert user.listed == ["Oslo", "Gent"]
        store.begun.clear()
        store.go_on.clear()
        await user.press("f6", "end", "!", "enter")
        await asyncio.to_thread(store.begun.wait, PATIENCE)
        await user.press("f8")
        await user.sees("Op titel (F8)", "▌ Gent")
        store.go_on.set()
        await user.until(lambda: "Oslo!" in user.listed)
        assert user.listed == ["Gent", "Oslo!"]


async def test_a_report_that_is_left_is_listed_as_it_is_before_all_are_read(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    stored("Oslo")
    stored("Gent")
    async with start() as user:
        store.go_on.clear()
        await user.press("down", "enter")
        await user.at(QuestionScreen)
        await user.write("zes")
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("▌ 1 van 7 beantwoord")
        await user.press("ctrl+n")
        await user.at(QuestionScreen)
        await user.write("2")
        await user.press("escape")
        await user.until(lambda: set(user.listed) == {"Reis 24 november 2026", "Oslo", "Gent"})
        await user.press("ctrl+n", "escape")
        await user.at(ReportsScreen)
        assert len(user.listed) == 3
        store.go_on.set()


async def test_what_is_typed_while_the_reports_are_read_is_sought_when_they_are_there(
    app: MakeApp, stored: MakeDraft, store: SlowStore
) -> None:
    stored("Oslo")
    stored("Gent")
    store.go_on.clear()
    program = app()
    async with program.run_test() as pilot:
        user = User(program, pilot, store)
        await user.sees("Typ om te zoeken", "Verslagen lezen ...")
        await user.write("gent")
        await user.sees("▌ gent", "Verslagen lezen ...")
        store.go_on.set()
        await user.sees("▌ Gent", "1 van 2")


async def test_what_is_thrown_away_while_others_are_read_is_all_that_goes(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    for number in range(105):
        stored(f"Reis {number}")
    store.go_on.clear()
    async with start() as user:
        await user.sees("▌ Reis 104", "Verslagen lezen ...")
        await user.press("delete", "delete")
        await user.sees("▌ Reis 102", "Verslagen lezen ...")
        assert user.focused.id == "search"
        store.go_on.set()
        await user.sees("▌ Reis 102", "103 verslagen")


async def test_a_choice_made_while_the_reports_are_read_stays(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    stored("Oslo")
    stored("Gent")
    async with start() as user:
        await user.press("enter")
        await user.at(QuestionScreen)
        store.go_on.clear()
        await user.write("zes")
        await user.press("escape")
        await user.sees("▌ Gent", "1 van 7 beantwoord")
        await user.press("down")
        await user.sees("▌ Oslo")
        stored("Riga")
        store.go_on.set()
        await user.until(lambda: "Riga" in user.listed)
        await user.sees("▌ Oslo")


async def test_what_is_taken_back_is_chosen_unless_the_user_went_on(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    for title in ("Oslo", "Gent", "Riga"):
        stored(title)
    async with start() as user:
        await user.press("delete", "ctrl+z")
        await user.sees("▌ Riga")
        await user.press("delete")
        await user.until(lambda: user.listed == ["Gent", "Oslo"])
        store.go_on.clear()
        await user.press("ctrl+z", "down")
        await user.sees("▌ Oslo")
        store.go_on.set()
        await user.until(lambda: len(user.listed) == 3)
        await user.sees("▌ Oslo")


async def test_a_choice_made_while_a_report_gets_another_title_stays(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    draft = stored("Oslo")
    stored("Gent")
    async with start() as user:
        with store.open(draft.id):
            await user.press("down", "f6", "end", "!", "enter")  # waits until it is closed
            await user.press("up")
            await user.sees("▌ Gent")
        await user.until(lambda: "Oslo!" in user.listed)
        await user.sees("▌ Gent")


async def test_a_title_that_is_saved_slowly_is_listed_though_another_is_begun_and_left(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    draft = stored("Oslo")
    async with start() as user:
        with store.open(draft.id):
            await user.press("f6", "end", "!", "enter")  # waits until it is closed
            await user.press("f6", "escape")
        await user.until(lambda: user.listed == ["Oslo!"])
        await user.hears("Het verslag heet nu 'Oslo!'.")


async def test_the_work_of_a_screen_ends_before_the_parts_it_is_for_go(
    start: Start, stored: MakeDraft, store: SlowStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored("Gent")
    go_on, binned = threading.Event(), store.binned

    def slowly() -> tuple[list[Draft], list[Broken]]:
        go_on.wait(PATIENCE)
        return binned()

    async with start() as user:
        monkeypatch.setattr(store, "binned", slowly)
        await user.press("f9")
        await user.at(BinScreen)
        (work,) = [worker for worker in user.app.workers if worker.node is user.screen]
        leaving = user.app.pop_screen()
        assert work.is_cancelled
        await leaving
        go_on.set()
