"""The reports on a shelf, read in threads."""

import asyncio
import threading

from reisverslag_tui.draft import Draft
from reisverslag_tui.sorting import Order
from reisverslag_tui.storage import Broken, DraftStore
from reisverslag_tui.ui.shelf import Shelf
from tests.ui.conftest import MakeDraft
from tests.ui.user import PATIENCE, Clock


class SlowStore(DraftStore):
    """Counts the readings, and holds each up until it may go on."""

    def __init__(self, store: DraftStore) -> None:
        super().__init__(store.directory, store.bin_directory, store.versions_directory)
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.readings = 0

    def drafts(self) -> tuple[list[Draft], list[Broken]]:
        self.readings += 1
        self.begun.set()
        self.go_on.wait(PATIENCE)
        return super().drafts()


async def test_what_nobody_waits_for_any_more_is_not_read(
    store: DraftStore, stored: MakeDraft, clock: Clock
) -> None:
    draft = stored("Gent")
    slow = SlowStore(store)
    shelf = Shelf(slow, clock)
    asked = [asyncio.create_task(shelf.reports(Order.CHANGED))]
    await asyncio.to_thread(slow.begun.wait, PATIENCE)
    asked += [asyncio.create_task(shelf.reports(Order.CHANGED)) for _ in range(3)]
    await asyncio.sleep(0)
    slow.go_on.set()
    *_, last = await asyncio.gather(*asked)
    assert [entry.item for entry in last] == [draft]
    assert slow.readings == 2
