"""The full-screen program; the only package that knows Textual."""

import os
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reisverslag_tui.draft import Draft
from reisverslag_tui.settings import SettingsFile
from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.colours import Colours, colours_for

_PATIENCE = 1.0  # seconds; only if leaving went wrong is there still something to save
# Seconds that a busy thread keeps others waiting: the one that saves waits a dozen times per save.
_TURN = 0.0005


def run(
    store: DraftStore,
    draft: Draft | None,
    now: Callable[[], datetime],
    habits: Path,
    settings: SettingsFile,
    say: Callable[[str], None],
    print_out: Callable[[str], None],
    first_action: str = "",
) -> int:
    """Show the program until the user leaves it or a signal ends it; return the exit code.

    With a draft it begins at the question where that was left, without one at all reports, or
    with `first_action` of the app. The file `habits` remembers how the user had the program, and
    need not be there; what is wrong in the settings is told on the screen. `say` is told, once the
    terminal is as it was, where the text is if it could not be saved; `print_out` is given the
    plain text of the report that was open last, if one was. An error of the program's own is
    raised after that.
    """
    # Read while Textual is imported. Where its kitty protocol is on, iTerm2 swallows dead keys
    # (Textual #6561) and Windows Terminal sends AltGr+e as alt+e: no é either way.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "0" if settings.settings.kitty else "1")
    colours = colours_for(os.environ)
    os.environ["TEXTUAL_COLOR_SYSTEM"] = colours
    if colours is not Colours.NONE:  # an empty NO_COLOR would count for Textual
        os.environ.pop("NO_COLOR", None)
    from reisverslag_tui.ui.app import ReisverslagApp
    from reisverslag_tui.ui.leaving import tell_rescued
    from reisverslag_tui.ui.memory import Memory
    from reisverslag_tui.ui.preferences import Preferences
    from reisverslag_tui.ui.signals import Signals

    sys.setswitchinterval(_TURN)
    memory = Memory(habits)
    preferences = Preferences(settings)
    app = ReisverslagApp(store, draft, now, memory, preferences, colours, first_action)
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
            say(tell_rescued(unsaved))
    if app.fault:
        raise app.fault
    if (report := app.last_report) is not None:
        print_out(report)
    return 128 + signals.received if signals.received else 0
