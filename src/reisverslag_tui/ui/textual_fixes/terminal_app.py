"""Textual's app, with what it lacks for a program that runs in any terminal."""

import gc

from textual.actions import SkipAction

from reisverslag_tui.ui.textual_fixes.drawing import FrugalApp
from reisverslag_tui.ui.textual_fixes.key_queue import OrderedKeysApp
from reisverslag_tui.ui.textual_fixes.screen_cleanup import TidyApp
from reisverslag_tui.ui.textual_fixes.shutdown import SteadyApp


class TerminalApp(OrderedKeysApp, FrugalApp, SteadyApp, TidyApp, inherit_bindings=False):
    """Keeps keys in order, draws only what changed, and loses nothing, whatever ends it.

    It has none of Textual's own keys: every key is ours.
    """

    def on_ready(self) -> None:
        """Look for garbage from now on, if the start did not, and only in what is made from now."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the clipboard; with none it stays as it is, and the key is not used."""
        if not text:
            raise SkipAction
        super().copy_to_clipboard(text)
