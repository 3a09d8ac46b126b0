"""What is drawn on a screen."""

from typing import Any

from textual.screen import Screen
from textual.strip import Strip


def lines_of(screen: Screen[Any]) -> list[Strip]:
    """Return the lines of a screen as they are drawn, from top to bottom."""
    return screen._compositor.render_strips()  # noqa: SLF001 - Textual shows them in no other way
