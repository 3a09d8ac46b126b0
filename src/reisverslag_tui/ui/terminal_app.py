"""Textual's app, with what it lacks for a program that runs in any terminal."""

import gc

from reisverslag_tui.ui.frugal_app import FrugalApp
from reisverslag_tui.ui.ordered_keys import OrderedKeysApp
from reisverslag_tui.ui.steady_app import SteadyApp
from reisverslag_tui.ui.tidy_app import TidyApp


class TerminalApp(OrderedKeysApp, FrugalApp, SteadyApp, TidyApp, inherit_bindings=False):
    """Keeps keys in order, draws only what changed, and loses nothing, whatever ends it.

    It has none of Textual's own keys: every key is ours.
    """

    def on_ready(self) -> None:
        """Look for garbage from now on, if the start did not, and only in what is made from now."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
