"""A screen that was left is freed while the program waits for input.

Textual 8.2 keeps what was drawn of the last thousand widgets (Textual #6665), and the cycles in a
screen are garbage that Python frees in the middle of drawing: a tenth of a second for many screens
at once. `tests/ui/test_tidying.py` fails without this.
"""

import gc
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App

_PAUSE = 0.1  # seconds after a screen has come or gone


class ScreenCleanup:
    """Collects garbage soon after each change of screen, once `gc.freeze` has made that fast."""

    def __init__(self, app: App[Any]) -> None:
        """Begin; the app must be mounted."""
        self._timer = app.set_interval(_PAUSE, self._clean, pause=True)
        app.screen_change_signal.subscribe(app, lambda _: self._timer.reset(), immediate=True)

    def _clean(self) -> None:
        self._timer.pause()
        StylesCache.get_inner_outer.cache_clear()
        if gc.get_freeze_count():
            gc.collect()
