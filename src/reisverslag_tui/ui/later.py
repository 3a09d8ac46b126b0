"""Actions of the app that may close the screen that asks for them."""

from functools import partial
from typing import Any

from textual.screen import Screen

from reisverslag_tui.ui.textual_fixes.key_queue import OrderedKeysApp


def do_later(screen: Screen[Any], action: str) -> None:
    """Have the app carry out `action` before the next key: no screen can wait for its own end."""
    app = screen.app
    if isinstance(app, OrderedKeysApp):
        app.call_before_next_input(partial(app.run_action, action))
