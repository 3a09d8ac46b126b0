"""The themes and style sheets of the app."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from reisverslag_tui.ui import themes
from reisverslag_tui.ui.colourless import COLOURLESS, NoColours
from reisverslag_tui.ui.textual_fixes.stylesheet import ScreenStyles


class Styles:
    """Has the theme that the user chose, and the styles of a screen once that is shown.

    Style sheets outlive the program's files; where there are no colours the theme is the one that
    needs none.
    """

    def __init__(self, app: App[Any], *, colourless: bool) -> None:
        self.colourless = colourless
        self._app = app
        self._variables: dict[str, str] = {}
        self._sheet = ScreenStyles(self._variables)

    def begin(self, theme: str) -> None:
        """Begin with a theme, before the app styles anything."""
        for each in (themes.DARK, themes.LIGHT, COLOURLESS):
            self._app.register_theme(each)
        self._app.no_color = self.colourless
        self._app.theme = theme
        self._variables = self._app.get_css_variables()
        self._sheet = ScreenStyles(self._variables)
        self._app.stylesheet = self._sheet

    def load(self) -> None:
        """Keep all styles in memory: an upgrade may remove the files. Raises OSError."""
        self._sheet.keep(Path(__file__).parent)

    def add(self, screen: Screen[Any]) -> None:
        """Add the styles of a screen, if they are not there yet."""
        for path in screen.css_path:
            self._sheet.has_source(str(path))

    def usable(self, theme: str) -> str:
        """Return the theme to have when one is chosen."""
        return COLOURLESS.name if self.colourless else theme

    def take_variables(self) -> bool:
        """Take over the colours of the theme, and return whether they are others."""
        before, self._variables = self._variables, self._app.get_css_variables()
        return before != self._variables

    def filters(self, usual: Sequence[LineFilter]) -> Sequence[LineFilter]:
        """Return what is done to every line before it is drawn."""
        return [NoColours()] if self.colourless else usual

    def other_theme(self, chosen: str) -> str:
        """Return a theme that is light if the present one is dark, and the other way round.

        It is the one that the user has chosen, if that fits.
        """
        to_dark = not self._app.current_theme.dark
        usual = themes.DARK.name if to_dark else themes.LIGHT.name
        return chosen if self._app.available_themes[chosen].dark == to_dark else usual


def quiet_colour(theme: Theme) -> str:
    """Return the colour of quiet text for a theme that is not ours: its softer foreground."""
    colours = theme.to_color_system().generate()
    return colours["foreground" if theme.ansi else "foreground-muted"]
