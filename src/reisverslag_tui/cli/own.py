"""The user's own clock, and the store of their own drafts."""

from datetime import datetime

from reisverslag_tui import locations
from reisverslag_tui.storage import DraftStore


def now() -> datetime:
    """Return the time, in whole seconds, with the user's own zone."""
    return datetime.now().astimezone().replace(microsecond=0)


def own_store() -> DraftStore:
    """Return the store of the user's own drafts."""
    return DraftStore(
        locations.drafts_directory(), locations.bin_directory(), locations.versions_directory()
    )
