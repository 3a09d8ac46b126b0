"""Notices that more than one part of the program shows."""

from typing import Any

from textual.app import App

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui.preferences import Preferences

_GONE = (
    "Dit kan nu niet: bestanden van het programma zijn weg of vernieuwd. Wat je typt wordt "
    "opgeslagen zoals altijd. Stop, en start het programma opnieuw."
)


def complain(app: App[Any], error: ReisverslagError) -> None:
    """Say what could not be done, and why."""
    app.notify(f"Dat lukt niet: {error}", severity="error")


def say_files_are_gone(app: App[Any]) -> None:
    """Say that something can't be done, because files of the program are gone."""
    app.notify(_GONE, severity="error", timeout=15)


def count_problems(app: App[Any], preferences: Preferences) -> None:
    """Say how many lines in the file of the settings are wrong, if any."""
    if count := len(preferences.problems):
        what = "klopt 1 ding" if count == 1 else f"kloppen {count} dingen"
        key = preferences.key_label("instellingen")
        app.notify(
            f"In je instellingen {what} niet. Kijk met {key}.", severity="warning", timeout=15
        )


def clear_notices(app: App[Any]) -> None:
    """Remove the notices, also from screens below the one on top, which Textual leaves alone."""
    app.clear_notifications()
    for covered in app.screen_stack[:-1]:
        covered.query("Toast").remove()
