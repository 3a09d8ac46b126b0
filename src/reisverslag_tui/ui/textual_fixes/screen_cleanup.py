"""An app that clears away a screen that was left while nobody is waiting for anything."""

import gc

from textual._styles_cache import StylesCache
from textual.app import App
from textual.timer import Timer

_CALM = 0.1  # seconds after a screen has come or gone


class TidyApp(App[None]):
    """Python would do it in the middle of drawing, of many screens at once: a tenth of a second.

    That goes for who has told Python that what was there at the start is no garbage, `gc.freeze`;
    to look through all of that as well would take too long.
    """

    async def on_mount(self) -> None:
        """Wait for screens to come and go."""
        calm: Timer = self.set_interval(_CALM, lambda: _tidy(calm), pause=True)
        self.screen_change_signal.subscribe(self, lambda _screen: calm.reset(), immediate=True)


def _tidy(calm: Timer) -> None:
    calm.pause()
    StylesCache.get_inner_outer.cache_clear()  # it keeps all that was drawn of a thousand widgets
    if gc.get_freeze_count():
        gc.collect()
