"""The full-screen program; the only package that knows Textual."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reisverslag_tui.draft import Draft
from reisverslag_tui.settings import Settings, SettingsFile
from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.colours import Colours, colours_for

_PATIENCE = 1.0  # seconds; only if leaving went wrong is there still something to save
# Seconds that a busy thread keeps others waiting: the one that saves waits a dozen times per save.
_TURN = 0.0005
# How often a second Textual draws at most. A key just after something was drawn waits for two turns
# of it: 33 ms at Textual's own 60.
_FRAMES = 120


@dataclass(frozen=True)
class Ended:
    """How the program ended: with which exit code, and with what for a report.

    `report` is the plain text of the report that was open last, None if none was.
    """

    code: int
    report: str | None


def run(
    store: DraftStore,
    first: Draft | str | None,
    now: Callable[[], datetime],
    habits: Path,
    settings: SettingsFile,
    say: Callable[[str], None],
) -> Ended:
    """Show the program until the user leaves it or a signal ends it.

    `first` is what it begins with: a draft, at the question where that was left, the name of an
    action of the app, or None for all reports. The file `habits` remembers how the user had the
    program, and need not be there; what is wrong in the settings is told on the screen. `say` is
    told, once the terminal is as it was, where the text is if it could not be saved. An error of
    the program's own is raised after that.
    """
    colours = _prepare(settings.settings)
    from reisverslag_tui.ui.app import ReisverslagApp
    from reisverslag_tui.ui.memory import Memory
    from reisverslag_tui.ui.preferences import Preferences
    from reisverslag_tui.ui.screens.every import every_screen
    from reisverslag_tui.ui.signals import Signals

    sys.setswitchinterval(_TURN)
    memory = Memory(habits)
    app = ReisverslagApp(store, first, now, memory, Preferences(settings, every_screen), colours)
    signals = Signals(app)
    signals.catch()
    threading.excepthook = app.thread_failed
    try:
        app.run(mouse=settings.settings.mouse)
    finally:
        signals.done()
        app.save_now(_PATIENCE)
        memory.save()
        if unsaved := app.unsaved:
            from reisverslag_tui.ui.leaving import tell_rescued

            say(tell_rescued(unsaved))
    if app.fault:
        raise app.fault
    return Ended(128 + signals.received if signals.received else 0, app.last_report)


def _prepare(settings: Settings) -> Colours:
    """Set what Textual looks for as it is imported, and return the colours."""
    # asyncio would load OpenSSL, which is of no use here: nothing leaves this machine.
    modules: dict[str, Any] = sys.modules
    modules.setdefault("ssl", None)
    # Where the kitty protocol is on, iTerm2 swallows dead keys (Textual #6561) and Windows Terminal
    # sends AltGr+e as alt+e: no é either way.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "0" if settings.kitty else "1")
    os.environ.setdefault("TEXTUAL_FPS", str(_FRAMES))
    colours = colours_for(os.environ)
    os.environ["TEXTUAL_COLOR_SYSTEM"] = colours
    if colours is not Colours.NONE:  # an empty NO_COLOR would count for Textual
        os.environ.pop("NO_COLOR", None)
    return colours
