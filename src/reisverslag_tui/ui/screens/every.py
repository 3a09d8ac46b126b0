"""Every screen there is, dialogs excepted: on each the keys must be apart."""

from collections.abc import Sequence

from reisverslag_tui.ui.screens.page import Page


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
