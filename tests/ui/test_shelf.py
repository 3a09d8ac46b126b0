"""The reports on a shelf, read in threads."""

import asyncio

from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.shelf import Shelf
from tests.stores import SlowStore
from tests.ui.conftest import MakeDraft
from tests.ui.user import PATIENCE, Clock


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
