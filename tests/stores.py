"""Stores of drafts, as the program has them, in a directory of a test's own."""

from pathlib import Path

from reisverslag_tui.storage import DraftStore


def store_in(data: Path) -> DraftStore:
    """Return the store whose data directory is `data`."""
    return DraftStore(data / "concepten", data / "prullenbak", data / "versies")
