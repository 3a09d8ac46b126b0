"""The user's own settings; apart from their store, because most commands read no settings."""

from reisverslag_tui.cli.console import write_message
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.settings import WIDTH, SettingsFile, read_settings


def user_settings() -> SettingsFile:
    """Return the user's settings, with what is wrong in their file."""
    return read_settings(locations.config_file())


def user_width() -> int:
    """Return the width for plain text in cells, 0 for no wrapping; warn if the setting is wrong."""
    file = user_settings()
    for problem in file.problems:
        if problem.keys in ((), (WIDTH,)):
            write_message(f"{problem} ({file.path})")
    return file.settings.width
