"""The full-screen program: its parts, and what wires them to Textual.

Hooks and actions are here because Textual looks for them on the app; each calls the part that does
it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from textual import events, on
from textual.binding import Binding
from textual.command import Provider
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import Widget
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import clean
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.navigator import Navigator
from reisverslag_tui.ui.notices import clear_notices, count_problems, say_files_are_gone
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.preload import load_the_rest
from reisverslag_tui.ui.report_view import PATIENCE, ReportView
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.sizes import HEIGHTS, WIDTHS
from reisverslag_tui.ui.styles import Styles, quiet_colour
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp
from reisverslag_tui.ui.widgets.answer_area import AnswerArea

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

_OFTEN = 1.0  # seconds between two looks at a report that another may write in


def _key_commands() -> type[Provider]:
    from reisverslag_tui.ui.palette import KeyCommands

    return KeyCommands


class ReisverslagApp(TerminalApp):
    """Owns the open report, the navigator with its conversations, and the styles."""

    CSS_PATH = ["app.tcss", "colourless.tcss"]
    TITLE = "Reisverslag"
    COMMANDS = {_key_commands}
    COMMAND_PALETTE_BINDING = "ctrl+o"
    BINDINGS = [bindings.HOW_TO_STOP]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        store: DraftStore,
        first: Draft | Literal["keyboard-test"] | None,
        now: Callable[[], datetime],
        ui_state: UiStateStore,
        preferences: Preferences,
        colours: Colours,
    ) -> None:
        """Begin with `first`: a draft, the test of the keys, or all reports."""
        super().__init__()
        self.report_view = ReportView(self, store, now, lambda: preferences.settings.pause)
        self.navigator = Navigator(self, self.report_view, store, ui_state, preferences)
        self.conversations = self.navigator.conversations
        self._store = store
        self._first = first
        self._preferences = preferences
        self._all_loaded = False
        self._theming = Styles(self, colourless=colours is Colours.NONE)
        self._theming.begin(preferences.settings.theme)
        self.set_keymap(preferences.keymap)

    # Starting

    @override
    def get_default_screen(self) -> Screen[Any]:
        """Return the reports, the screen below all others, or an empty one if they can wait.

        They are not read before the report that was asked for: of many that takes seconds.
        """
        if self._first is not None:
            return Screen()
        self._theming.add(self.navigator.reports)
        return self.navigator.reports

    @override
    async def on_mount(self) -> None:
        """Begin with what was asked for; say what is wrong with the settings.

        From then on no notice stays in the way of another screen than it was for.
        """
        first = self._first
        if isinstance(first, str):
            await self.navigator.test_keys(self.exit)
        elif first and self._store.path(first.id).exists():
            await self.navigator.open_report(first.id)
        elif first:
            await self.navigator.opening.begin(first)
        self.screen_change_signal.subscribe(self, lambda _: clear_notices(self), immediate=True)
        count_problems(self, self._preferences)

    @override
    def on_ready(self) -> None:
        """Load what the first screen does without, once that is drawn; begin to follow."""
        self.screen.call_after_refresh(self.load_the_rest)
        self.set_interval(_OFTEN, self.report_view.follow)

    @override
    async def on_event(self, event: events.Event) -> None:
        """Handle an event; before the first key all that keys may need is loaded."""
        if isinstance(event, events.Key):
            self.load_the_rest()
        is_input = isinstance(event, events.Key | events.Paste)
        if is_input and isinstance(self.screen, QuestionScreen):
            self.screen.focus_for_text(event)
        await super().on_event(event)

    def load_the_rest(self) -> None:
        """Load all screens, once; then offer what was rescued."""
        if self._all_loaded:
            return
        self._all_loaded = True
        try:
            load_the_rest()
            self._theming.load()
        except (ImportError, OSError):
            say_files_are_gone(self)
        else:
            if not isinstance(self._first, str):
                self.conversations.offer_rescued_at_start(self._first.id if self._first else "")

    # The open report

    @on(AnswerArea.Changed)
    def _take_answer(self, event: AnswerArea.Changed) -> None:
        if isinstance(event.text_area, AnswerArea):
            self.report_view.take(event.text_area)

    @on(QuestionScreen.Moved)
    def _take_place(self, event: QuestionScreen.Moved) -> None:
        self.report_view.move(event.place)

    @on(AnswerArea.Refused)
    def _explain_read_only(self) -> None:
        self.navigator.opening.explain_read_only()

    @on(ReportView.SaveTried)
    def _take_outcome(self, event: ReportView.SaveTried) -> None:
        self.report_view.show_outcome(event.editing, event.outcome)
        self.conversations.ask_if_contested(event.editing, event.outcome)

    @override
    def settled(self, focused: Widget) -> None:
        """Take what is in an answer, which the bar to find with changes too."""
        if isinstance(focused, AnswerArea):
            self.report_view.take(focused)
        elif not focused.is_attached:  # it went with its dialog meanwhile
            return
        elif isinstance(screen := focused.screen, QuestionScreen) and screen.finding:
            self.report_view.take(screen.area)

    @property
    def last_report(self) -> str | None:
        """The report that was open last, as it is printed; None if none was."""
        if (draft := self.report_view.last_open) is None:
            return None
        return render_plain(draft, load_form(draft.form), self._preferences.settings.width)

    # Ending

    async def on_unmount(self) -> None:
        """Save what was not saved yet, whatever ended the program."""
        try:
            self.save_now()
        finally:
            if editing := self.report_view.open:
                editing.close(PATIENCE)

    def save_now(self, patience: float = PATIENCE) -> None:
        """Save what is open, and wait so long for it; for use in a signal handler too."""
        self.report_view.save_now(patience)

    @override
    async def changes_made(self) -> None:
        """Wait until what was asked for is so, but for no question and no disk that hangs."""
        await self.conversations.changes_made()

    def end_editor(self, number: int) -> None:
        """Send a signal to the user's editor, if that has the terminal."""
        self.conversations.end_editor(number)

    def last_words(self) -> list[str]:
        """Rescue what is open, if it could not be saved; return what is to be said at the end."""
        return self.conversations.last_words()

    # Styles

    def validate_theme(self, name: str) -> str:
        """Keep to the theme without colours, whatever is chosen, where there are none."""
        return self._theming.usable(name)

    @override
    def refresh_css(self, animate: bool = True) -> None:
        """Style all anew if the theme's colours are others; at the start Textual asks in vain."""
        if self._theming.take_variables():
            super().refresh_css(animate)

    @override
    def get_line_filters(self) -> Sequence[LineFilter]:
        return self._theming.filters(super().get_line_filters())

    @override
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"quiet": quiet_colour(self.current_theme)}

    @override
    def get_key_display(self, binding: Binding) -> str:
        return key_name(binding.key)

    @override
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

    # Actions, for the bindings

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs an open report only while one is, and changes only if they may be."""
        if action in ("finish", "title", "save", "editor"):
            return self.report_view.writable
        if action in ("answers", "preview", "versions"):
            return self.report_view.open is not None
        if action == "settings":
            return self.screen.id != "settings"
        if action == "command_palette":  # a dialog asks for something else first
            return not self.screen.is_modal
        return super().check_action(action, parameters)

    @override
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
            say_files_are_gone(self)
            return True

    async def action_help(self) -> None:
        """Show the help of the screen or the dialog on top."""
        await self.navigator.show_help()

    async def action_step_back(self) -> None:
        """Go one step back."""
        await self.navigator.step_back()

    async def action_answers(self) -> None:
        """Show all answers."""
        await self.navigator.show_answers()

    async def action_preview(self) -> None:
        """Show the report as it will be read."""
        await self.navigator.show_preview()

    async def action_versions(self) -> None:
        """Show the earlier versions of the report."""
        await self.navigator.show_versions()

    async def action_finish(self) -> None:
        """Mark the report as finished."""
        await self.navigator.finish()

    async def action_title(self) -> None:
        """Ask for another title for the report."""
        await self.conversations.rename()

    async def action_editor(self) -> None:
        """Let the user's own editor rewrite the answer."""
        await self.conversations.edit()

    async def action_save(self) -> None:
        """Save now, and say how that went."""
        await self.conversations.save()

    async def action_new_report(self) -> None:
        """Begin a report."""
        await self.navigator.new_report()

    async def action_example_report(self) -> None:
        """Open the example report."""
        await self.navigator.open_example()

    async def action_bin(self) -> None:
        """Show what is in the bin."""
        await self.navigator.show_bin()

    async def action_settings(self) -> None:
        """Show the settings."""
        await self.navigator.show_settings()

    @override
    def action_command_palette(self) -> None:
        self.navigator.show_palette()

    async def action_test_keys(self) -> None:
        """Show which keys arrive from this terminal."""
        await self.navigator.test_keys()

    @override
    async def action_quit(self) -> None:
        await self.conversations.leave(self.conversations.end)

    def action_theme(self) -> None:
        """Change from light to dark, or back, for now; where there are no colours draw all anew."""
        if self._theming.colourless:
            self.redraw()
            self.notify("De kleuren zijn hier die van je terminal zelf.")
            return
        self.theme = self._theming.other_theme(self._preferences.settings.theme)
        key = self._preferences.key_label("instellingen")
        self.notify(f"Alleen voor nu. Kies met {key} wat het altijd is.", timeout=3)

    @override
    def action_help_quit(self) -> None:
        """Tell who presses Ctrl+C out of habit how to stop."""
        key = self._preferences.key_label("stoppen")
        self.notify(f"Stoppen doe je met {key}. Alles wordt opgeslagen.")
