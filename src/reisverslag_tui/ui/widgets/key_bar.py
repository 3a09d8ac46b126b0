"""The keys at the bottom of the screen, as many as fit."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from reisverslag_tui.ui.keys import LEAVE_BAR_FIRST, bar_order

_AROUND = 3  # cells that Footer puts around a key and its description


class KeyBar(Footer):
    """Textual's Footer, which would cut the last keys off; here the least needed make way."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        """Yield the keys that fit in the width of the terminal."""
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        keys.sort(key=lambda key: bar_order(key.key))
        for name in LEAVE_BAR_FIRST:
            if self._fits(keys):
                break
            keys = [key for key in keys if key.key != name]
        yield from keys

    def _fits(self, keys: Sequence[FooterKey]) -> bool:
        margin = 0 if self.screen.has_class("-narrow") else 1
        widths = (len(key.key_display) + len(key.description) + _AROUND + margin for key in keys)
        return sum(widths) <= self.app.size.width - self.gutter.width

    def on_resize(self, _event: events.Resize) -> None:
        """Choose again for the new width."""
        self.call_after_refresh(self.recompose)
