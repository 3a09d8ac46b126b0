"""What is loaded once the first screen is drawn: the program's own files may go while it is open.

An upgrade removes them, or a drive is pulled out.
"""

import codecs

from reisverslag_tui.core.form import example_report
from reisverslag_tui.ui.screens.every import every_screen

_CODECS = ("cp1252", "utf-8-sig")


def load_the_rest() -> None:
    """Load all that is not needed for the first screen; to be called before the first key."""
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
