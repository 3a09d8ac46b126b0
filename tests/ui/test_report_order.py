"""The orders of the list of reports."""

import asyncio
from dataclasses import replace

import pytest

from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.memory import Memory
from tests.stores import SlowStore
from tests.ui.conftest import MakeDraft, Start
from tests.ui.test_reports import listed
from tests.ui.user import PATIENCE


@pytest.fixture
def store(store: DraftStore) -> SlowStore:
    """The store, which does not hold anything up before a test says so."""
    slow = SlowStore(store)
    slow.go_on.set()
    return slow


async def test_the_order_is_said_and_remembered(
    start: Start, stored: MakeDraft, memory: Memory
) -> None:
    for title, answers in (("Oslo", 2), ("Gent", 1), ("Łódź", 0)):
        stored(title, **dict.fromkeys(("doel", "duur")[:answers], "x"))
    stored("Stuk")
    async with start() as user:
        await user.sees("Op laatst gewijzigd (F8)")
        await user.press("down", "f8")
        await user.sees("Op titel (F8)", "▌ Gent")
        assert listed(user) == ["Gent", "Łódź", "Oslo", "Stuk"]
        await user.press("f8")
        await user.sees("Op laatst begonnen (F8)")
        await user.press("f8")
        await user.sees("Op stand (F8)")
        assert listed(user) == ["Stuk", "Łódź", "Gent", "Oslo"]
        await user.press("f10")
        await user.ended()
    assert memory.habits.order == "stand"
    memory.habits = replace(memory.habits, order="titel")
    async with start() as user:
        await user.sees("Op titel (F8)")
        assert listed(user) == ["Gent", "Łódź", "Oslo", "Stuk"]


async def test_an_order_that_is_chosen_while_the_reports_are_read_is_that_of_the_list(
    start: Start, stored: MakeDraft, store: SlowStore
) -> None:
    stored("Gent")
    stored("Oslo")
    async with start() as user:
        assert listed(user) == ["Oslo", "Gent"]
        store.begun.clear()
        store.go_on.clear()
        await user.press("f6", "end", "!", "enter")
        await asyncio.to_thread(store.begun.wait, PATIENCE)
        await user.press("f8")
        await user.sees("Op titel (F8)", "▌ Gent")
        store.go_on.set()
        await user.until(lambda: "Oslo!" in listed(user))
        assert listed(user) == ["Gent", "Oslo!"]
