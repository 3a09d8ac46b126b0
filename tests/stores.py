"""Stores of drafts, as the program has them, in a directory of a test's own."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.store import DraftStore

_PATIENCE = 10.0  # seconds


def store_in(data: Path, now: Callable[[], datetime] = local_now) -> DraftStore:
    """Return the store whose data directory is `data`."""
    return DraftStore(data / "concepten", data / "prullenbak", data / "versies", now=now)


class SlowStore(DraftStore):
    """Counts the readings, and holds each up until it may go on."""

    def __init__(self, store: DraftStore) -> None:
        places = (store.directory, store.bin_directory, store.versions_directory)
        super().__init__(*places, now=store.now)
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.readings = 0

    def drafts(self) -> tuple[list[Draft], list[Broken]]:
        self.readings += 1
        self.begun.set()
        self.go_on.wait(_PATIENCE)
        return super().drafts()
