"""Every screen there is, dialogs excepted: on each the keys must be apart."""

import codecs
from collections.abc import Sequence

from reisverslag_tui.core.form import example_report
from reisverslag_tui.ui.screens.page import Page

_CODECS = ("cp1252", "utf-8-sig")


def every_screen() -> Sequence[type[Page]]:
    """Return the kinds of screen; only now are they all loaded."""
    from reisverslag_tui.ui.screens.answers import AnswersScreen
    from reisverslag_tui.ui.screens.bin import BinScreen
    from reisverslag_tui.ui.screens.preview import PreviewScreen
    from reisverslag_tui.ui.screens.question import QuestionScreen
    from reisverslag_tui.ui.screens.reports import ReportsScreen
    from reisverslag_tui.ui.screens.settings import SettingsScreen
    from reisverslag_tui.ui.screens.versions import VersionsScreen

    return (
        ReportsScreen,
        QuestionScreen,
        AnswersScreen,
        PreviewScreen,
        VersionsScreen,
        BinScreen,
        SettingsScreen,
    )


def load_the_rest() -> None:
    """Load all that is not needed for the first screen, before the first key is obeyed.

    The program's own files may go while it is open: an upgrade, a drive that is pulled out.
    """
    every_screen()
    import concurrent.futures.thread  # noqa: F401 - loads
    import hashlib  # noqa: F401 - loads
    import random  # noqa: F401 - loads

    from reisverslag_tui.core import (
        differences,  # noqa: F401 - loads
        pasting,  # noqa: F401 - loads
    )
    from reisverslag_tui.storage import toml_edit  # noqa: F401 - loads
    from reisverslag_tui.ui import palette  # noqa: F401 - loads
    from reisverslag_tui.ui.dialogs import questions  # noqa: F401 - loads
    from reisverslag_tui.ui.flows import (  # noqa: F401 - loads
        conflict,
        erase,
        export,
        external_editor,
        finish,
        in_use,
        leave,
        offer_rescued,
        replace,
        restore,
    )
    from reisverslag_tui.ui.keyboard_test import screen as key_test  # noqa: F401 - loads
    from reisverslag_tui.ui.screens import help  # noqa: A004, F401 - loads
    from reisverslag_tui.ui.widgets import find_bar  # noqa: F401 - loads

    example_report()
    for codec in _CODECS:
        codecs.lookup(codec)
