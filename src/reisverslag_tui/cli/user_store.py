"""The store of the user's own reports."""

from collections.abc import Iterator
from contextlib import contextmanager

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.index import Index
from reisverslag_tui.storage.store import DraftStore


def user_store() -> DraftStore:
    """Return the store of the user's reports; LocationError if there is no place for it."""
    drafts = locations.drafts_directory()
    return DraftStore(
        drafts,
        locations.bin_directory(),
        locations.versions_directory(),
        Index(locations.index_file(), drafts),
    )


@contextmanager
def saving() -> Iterator[None]:
    """Prefix a StorageError with the message that the report was not saved."""
    try:
        yield
    except StorageError as error:
        raise StorageError(f"Het verslag is niet opgeslagen: {error}.") from error
