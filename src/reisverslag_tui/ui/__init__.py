"""The full-screen program; the only package that knows Textual."""

import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.settings import SettingsFile
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.timeouts import call_within
from reisverslag_tui.ui.textual_fixes.environment import environment_for_textual

_PATIENCE = 1.0  # seconds; only if leaving went wrong is there still something to save
# Seconds that a busy thread keeps others waiting: the one that saves waits a dozen times per save.
_TURN = 0.0005


@dataclass(frozen=True)
class Ended:
    """How the program ended: with which exit code, and with what for a report.

    `report` is the plain text of the report that was open last, None if none was.
    """

    code: int
    report: str | None


def run(
    store: DraftStore,
    first: Draft | Literal["keyboard-test"] | None,
    now: Callable[[], datetime],
    habits: Path,
    settings: SettingsFile,
    say: Callable[[str], None],
) -> Ended:
    """Show the program until the user leaves it or a signal ends it.

    `first` is what it begins with: a draft, at the question where that was left, the test of the
    keys, or None for all reports. The file `habits` remembers how the user had the
    program, and need not be there; what is wrong in the settings is told on the screen. `say` is
    told, once the terminal is as it was, where the text is if it could not be saved. An error of
    the program's own is raised after that.
    """
    gc.disable()  # until the first screen is there: see docs/performance.md
    # asyncio would load OpenSSL, which is of no use here: nothing leaves this machine.
    modules: dict[str, Any] = sys.modules
    modules.setdefault("ssl", None)
    with environment_for_textual(settings.settings) as colours:
        from reisverslag_tui.storage.ui_state import UiStateStore
        from reisverslag_tui.ui.app import ReisverslagApp
        from reisverslag_tui.ui.preferences import Preferences
        from reisverslag_tui.ui.screens.every import every_screen
        from reisverslag_tui.ui.textual_fixes.signals import Signals

        ui_state, preferences = UiStateStore(habits), Preferences(settings, every_screen)
        app = ReisverslagApp(store, first, now, ui_state, preferences, colours)
    sys.setswitchinterval(_TURN)
    signals = Signals(app)
    signals.catch()
    threading.excepthook = app.thread_failed
    try:
        app.run(mouse=settings.settings.mouse)
    finally:
        signals.done()
        app.save_now(_PATIENCE)
        for words in app.last_words():
            say(words)
        with suppress(TimeoutError):
            call_within(_PATIENCE, ui_state.save)
    if app.fault:
        raise app.fault
    return Ended(128 + signals.received if signals.received else 0, app.last_report)
