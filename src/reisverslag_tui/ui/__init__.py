"""The full-screen program; the only package that knows Textual."""

import os
from collections.abc import Callable
from datetime import datetime

from reisverslag_tui.draft import Draft
from reisverslag_tui.storage import DraftStore


def run(store: DraftStore, draft: Draft | None, now: Callable[[], datetime]) -> bool:
    """Show the program until the user leaves it; False if it ended on a fault of its own.

    With a draft it begins at the question where that was left, without one at all reports.
    """
    # Read while Textual is imported. Where its kitty protocol is on, iTerm2 swallows dead keys
    # (Textual #6561) and Windows Terminal sends AltGr+e as alt+e: no é either way.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    if not os.environ.get("NO_COLOR"):  # an empty one counts as not set: no-color.org
        os.environ.pop("NO_COLOR", None)
    from reisverslag_tui.ui.app import ReisverslagApp

    app = ReisverslagApp(store, draft, now)
    app.run()
    return app.return_code == 0
