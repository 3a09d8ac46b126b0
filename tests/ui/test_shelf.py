"""The reports on a shelf, read in threads."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.library import Shelf, distinctions
from tests.clock import Clock
from tests.stores import SlowStore
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import PATIENCE


async def test_what_nobody_waits_for_any_more_is_not_read(
    store: DraftStore, stored: MakeDraft, clock: Clock
) -> None:
    draft = stored("Gent")
    slow = SlowStore(store)
    shelf = Shelf(slow, clock)
    asked = [asyncio.create_task(shelf.reports())]
    await asyncio.to_thread(slow.begun.wait, PATIENCE)
    asked += [asyncio.create_task(shelf.reports()) for _ in range(3)]
    await asyncio.sleep(0)
    slow.go_on.set()
    *_, last = await asyncio.gather(*asked)
    assert [entry.item for entry in last] == [draft]
    assert slow.readings == 2


_CONFLICTS = (
    " (conflicted copy 2026-11-24 143207)",
    ".sync-conflict-20261124-143207-ABCDEFG",
    " (Kopie in conflict van Jan 2026-11-24)",
    "-LAPTOP",
)


async def test_copies_of_a_sync_client_are_told_apart(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Brugge")
    draft = stored("Gent")
    for end in _CONFLICTS:
        store.path(draft.id + end).write_bytes(to_toml(draft))
    async with start() as user:
        await user.sees(
            "6 verslagen", f"{draft.id} · 0 van 7", *(f"…{end} ·" for end in _CONFLICTS)
        )
        brugge = user.shown.partition("Brugge")[2].splitlines()[1]
        assert brugge.strip().startswith("0 van 7")


async def test_it_is_said_which_of_two_reports_with_one_title_is_erased(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    for draft in (stored("Gent"), stored("GENT")):
        store.throw_away(draft.id)
    async with start() as user:
        await user.press("f9")
        await user.sees(f"{draft.id} ·")
        await user.press("delete", "right", "enter")
        await user.sees("het goede verslag", f"{draft.id} ·")


@pytest.mark.parametrize(
    ("draft_id", "ids", "said"),
    [
        ("a", ["a"], ""),
        ("a", ["a", "b"], "a"),
        ("a b c", ["a", "a b", "a b c"], "… c"),
        ("a\x1b", ["a", "a\x1b"], "…"),
    ],
)
def test_what_tells_reports_with_one_title_apart(draft_id: str, ids: list[str], said: str) -> None:
    assert distinctions(ids)[draft_id] == said


@given(st.sets(st.text("ab", min_size=1, max_size=4), min_size=2))
def test_no_two_reports_with_one_title_look_the_same(ids: set[str]) -> None:
    assert len({*distinctions(sorted(ids)).values()}) == len(ids)
