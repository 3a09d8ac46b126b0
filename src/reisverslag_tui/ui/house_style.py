"""How the program looks and speaks on every screen."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on
from textual.binding import Binding
from textual.command import Provider
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen

from reisverslag_tui.core.text import clean
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui import keys, themes
from reisverslag_tui.ui.colourless import COLOURLESS, NoColours
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.complaint import Complaint
from reisverslag_tui.ui.keys import key_name
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.sizes import HEIGHTS, WIDTHS
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

_GONE = (
    "Dit kan nu niet: bestanden van het programma zijn weg of vernieuwd. Wat je typt wordt "
    "opgeslagen zoals altijd. Stop, en start het programma opnieuw."
)


def _key_commands() -> type[Provider]:
    from reisverslag_tui.ui.palette import KeyCommands

    return KeyCommands


class HouseStyleApp(TerminalApp):
    """Themes, sizes, keys, notices and the command palette; all of it in Dutch.

    The theme and the keys are those that the user has chosen, from the first screen on; where there
    are no colours the theme is the one that needs none.
    """

    CSS_PATH = ["app.tcss", "colourless.tcss"]
    TITLE = "Reisverslag"
    COMMANDS = {_key_commands}
    COMMAND_PALETTE_BINDING = "ctrl+o"
    BINDINGS = [keys.HOW_TO_STOP]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, preferences: Preferences, colours: Colours) -> None:
        super().__init__()
        for theme in (themes.DARK, themes.LIGHT, COLOURLESS):
            self.register_theme(theme)
        self._preferences = preferences
        self._styles: dict[str, str] = {}
        self._colourless = self.no_color = colours is Colours.NONE
        self.theme = preferences.settings.theme
        self._styled_with = self.get_css_variables()
        self.stylesheet.set_variables(self._styled_with)
        self.set_keymap(preferences.keymap)

    async def on_mount(self) -> None:
        """Say how much in the file of the settings is not as it should be, if anything.

        From then on no notice stays in the way of another screen than it was for.
        """
        self.screen_change_signal.subscribe(self, self._leave_notices_behind, immediate=True)
        if count := len(self._preferences.problems):
            what = "klopt 1 ding" if count == 1 else f"kloppen {count} dingen"
            self.notify(
                f"In je instellingen {what} niet. Kijk met {self.key_called('instellingen')}.",
                severity="warning",
                timeout=15,
            )

    def key_called(self, command: str) -> str:
        """Return what the key of the command with this id is called now."""
        return self._preferences.key_called(command)

    def validate_theme(self, name: str) -> str:
        """Keep to the theme without colours, whatever is chosen, where there are none."""
        return COLOURLESS.name if self._colourless else name

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Style all anew if the theme's colours are others; at the start Textual asks in vain."""
        if (variables := self.get_css_variables()) != self._styled_with:
            self._styled_with = variables
            super().refresh_css(animate)

    def read_styles(self, screen: Screen[Any]) -> None:
        """Read the styles that a screen brings along; the default screen's are left to us."""
        for path in screen.css_path:
            name = str(path)
            if name in self._styles and not self.stylesheet.has_source(name):
                self.stylesheet.add_source(self._styles[name], (name, ""))
            elif not self.stylesheet.has_source(name):
                self.stylesheet.read(path)

    def keep_styles(self) -> None:
        """Keep the styles of all screens in memory, for when the program's files are gone.

        Raises OSError.
        """
        for path in Path(__file__).parent.rglob("*.tcss"):
            self._styles[str(path)] = path.read_text(encoding="utf-8")

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action; say so if what it needs can't be loaded any more."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except ImportError:
            self.say_files_are_gone()
            return True

    def say_files_are_gone(self) -> None:
        """Say that something can't be done, because files of the program are gone."""
        self.notify(_GONE, severity="error", timeout=15)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Do so first: where Textual finds something to read it parses all other styles anew."""
        self.read_styles(screen)
        super()._load_screen_css(screen)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line before it is drawn."""
        return [NoColours()] if self._colourless else super().get_line_filters()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colour of quiet text for a theme that is not ours: its softer foreground."""
        theme = self.current_theme
        colours = theme.to_color_system().generate()
        return {"quiet": colours["foreground" if theme.ansi else "foreground-muted"]}

    def get_key_display(self, binding: Binding) -> str:
        """Return what a key is called in the key bar."""
        return key_name(binding.key)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner: literally, and in the place of what was said before."""
        self.clear_notifications()
        text = clean(message)
        super().notify(text, title=title, severity=severity, timeout=timeout, markup=markup)

    def _leave_notices_behind(self, _screen: Screen[Any]) -> None:
        self.clear_notifications()
        for covered in self.screen_stack[:-1]:  # Textual clears the screen on top only
            covered.query("Toast").remove()

    @on(Complaint)
    def _complaint(self, event: Complaint) -> None:
        self.complain(event.error)

    def complain(self, error: ReisverslagError) -> None:
        """Say what could not be done, and why."""
        self.notify(f"Dat lukt niet: {error}", severity="error")

    def action_theme(self) -> None:
        """Change from light to dark, or back, for now; where there are no colours draw all anew."""
        if self._colourless:
            self.redraw()
            self.notify("De kleuren zijn hier die van je terminal zelf.")
            return
        to_dark, chosen = not self.current_theme.dark, self._preferences.settings.theme
        usual = themes.DARK.name if to_dark else themes.LIGHT.name
        self.theme = chosen if self.available_themes[chosen].dark == to_dark else usual
        key = self.key_called("instellingen")
        self.notify(f"Alleen voor nu. Kies met {key} wat het altijd is.", timeout=3)

    def action_command_palette(self) -> None:
        """Show everything that can be done here, by name."""
        from reisverslag_tui.ui.palette import Palette

        self.push_screen(Palette(placeholder="Wat wil je doen?"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the commands where no dialog asks for something else first."""
        if action == "command_palette":
            return not self.screen.is_modal
        return super().check_action(action, parameters)

    async def action_test_keys(self, and_stop: bool = False) -> None:  # noqa: FBT001, FBT002 - an action's parameter
        """Show which keys arrive from this terminal; `and_stop` to end the program after that."""
        from reisverslag_tui.ui.keyboard_test.advice import traits
        from reisverslag_tui.ui.keyboard_test.screen import KeyTestScreen

        done = self.exit if and_stop else None
        await self.push_screen(KeyTestScreen(traits(os.environ)), done)

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl+C out of habit how to stop."""
        self.notify(f"Stoppen doe je met {self.key_called('stoppen')}. Alles wordt opgeslagen.")
