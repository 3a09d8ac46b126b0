"""Actions of the app that may close the screen that asks for them."""

from typing import Any

from textual.screen import Screen


def do_later(screen: Screen[Any], action: str) -> None:
    """Have the app carry out `action` in its own time: no screen can wait for its own end."""
    screen.app.call_later(screen.app.run_action, action)
