"""The user's own clock, the store of their own drafts, and their settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reisverslag_tui.cli.console import say
from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.index import Index
from reisverslag_tui.storage.store import DraftStore

if TYPE_CHECKING:
    from reisverslag_tui.storage.settings import SettingsFile


def own_store() -> DraftStore:
    """Return the store of the user's own drafts."""
    drafts = locations.drafts_directory()
    return DraftStore(
        drafts,
        locations.bin_directory(),
        locations.versions_directory(),
        Index(locations.index_file(), drafts),
    )


def own_settings() -> "SettingsFile":
    """Return the user's own settings."""
    from reisverslag_tui.storage.settings import read_settings  # which a list does without

    return read_settings(locations.config_file())


def own_width() -> int:
    """Return the width the user has chosen for plain text; say so if that can't be it."""
    from reisverslag_tui.storage.settings import WIDTH  # as above

    file = own_settings()
    for problem in file.problems:
        if problem.keys in ((), (WIDTH,)):
            say(f"{problem} ({file.path})")
    return file.settings.width


@contextmanager
def saving() -> Iterator[None]:
    """Say of what is refused inside that it was not saved."""
    try:
        yield
    except StorageError as error:
        raise StorageError(f"Het verslag is niet opgeslagen: {error}.") from error
