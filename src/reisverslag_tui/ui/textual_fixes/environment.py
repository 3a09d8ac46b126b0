"""What Textual may read in the environment: as it is imported, and as its app is made.

Textual 8.2 switches the kitty keyboard protocol on, with which iTerm2 swallows dead keys (Textual
#6561); takes an empty NO_COLOR for one that is set; and has variables that log what is typed or
type of themselves. `tests/unit/ui/test_environment.py` and `tests/terminal/test_streams.py` fail
without this.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reisverslag_tui.storage.settings import Settings
from reisverslag_tui.ui.colours import Colours, colours_for

_KITTY = "TEXTUAL_DISABLE_KITTY_KEY"
_ANIMATIONS = "TEXTUAL_ANIMATIONS"
# Textual's others log what is typed, type of themselves, draw files or reach for the network;
# COLUMNS and LINES are of the window that they were once exported in.
_IGNORED = ("TEXTUAL", "ESCDELAY", "COLUMNS", "LINES", "NO_COLOR")
# How often a second Textual draws at most. A key just after something was drawn waits for two turns
# of it: 33 ms at Textual's own 60.
_FRAMES = 120


def seen_by_textual(environment: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """Return the environment as Textual is to see it."""
    # With the kitty protocol Windows Terminal too sends AltGr+e as alt+e, which types no é.
    kitty = environment.get(_KITTY)
    seen = {name: value for name, value in environment.items() if not name.startswith(_IGNORED)}
    seen[_KITTY] = kitty if kitty in ("0", "1") else str(int(not settings.kitty))
    seen["TEXTUAL_FPS"] = str(_FRAMES)
    seen["TEXTUAL_COLOR_SYSTEM"] = colours_for(environment)
    if _ANIMATIONS in environment:
        seen[_ANIMATIONS] = environment[_ANIMATIONS]
    if environment.get("NO_COLOR"):  # an empty one would count for Textual
        seen["NO_COLOR"] = "1"
    return seen


@contextmanager
def environment_for_textual(settings: Settings) -> Iterator[Colours]:
    """Let Textual see what it may, and give the colours; programs that are started see it all."""
    before = dict(os.environ)
    _replace(seen_by_textual(before, settings))
    try:
        yield colours_for(before)
    finally:
        _replace(before)


def _replace(environment: Mapping[str, str]) -> None:
    for name in set(os.environ) - set(environment):
        del os.environ[name]
    os.environ.update(environment)
