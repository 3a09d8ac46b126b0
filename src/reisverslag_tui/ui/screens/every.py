"""Every screen there is, dialogs excepted: on each the keys must be apart."""

from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.settings import SettingsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen

SCREENS = (
    ReportsScreen,
    QuestionScreen,
    AnswersScreen,
    PreviewScreen,
    VersionsScreen,
    BinScreen,
    SettingsScreen,
)
"""The kinds of screen."""
