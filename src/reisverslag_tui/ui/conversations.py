"""Begins the conversations with the user, each in a worker of the app.

A screen that is left cancels no change that was asked for there, and hides no outcome. Flows are
loaded here when they are first needed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from reisverslag_tui.editing.autosave import Failed, Outcome, SaveConflict
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.editing.rescue import rescue_and_explain
from reisverslag_tui.errors import InUse
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.report_view import PATIENCE, ReportView
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp
from reisverslag_tui.ui.workers import run_in_worker

if TYPE_CHECKING:
    from reisverslag_tui.ui.flows.conflict import Conflict
    from reisverslag_tui.ui.flows.export import Printing
    from reisverslag_tui.ui.flows.external_editor import ExternalEditor
    from reisverslag_tui.ui.flows.offer_rescued import RescuedTexts
    from reisverslag_tui.ui.navigation import Navigation

_MOMENT = 0.01  # seconds between two looks at what is not done yet
_CHANGES = ("change", "replace", "settings")  # the workers that make what the user asked for so
_UNFINISHED = "Wat je het laatst vroeg was nog niet klaar toen je stopte. Kijk na of het gelukt is."


class Conversations:
    """Those that last longer than one call are kept, from when they first begin."""

    def __init__(
        self,
        app: TerminalApp,
        view: ReportView,
        navigation: "Navigation",
        store: DraftStore,
        ui_state: UiStateStore,
        preferences: Preferences,
    ) -> None:
        self._app = app
        self._view = view
        self._nav = navigation
        self._store = store
        self._ui_state = ui_state
        self._preferences = preferences
        self._started = False
        self._unfinished = False

    def _run(self, group: str, flow: Callable[..., Awaitable[None]], *args: object) -> None:
        """Run a conversation, in the place of another of its group."""
        run_in_worker(self._app, group, flow, *args, exclusive=True)

    # What lasts

    @cached_property
    def _conflict(self) -> "Conflict":
        from reisverslag_tui.ui.flows.conflict import Conflict

        key_label = self._preferences.key_label
        return Conflict(self._app, self._view, self._nav, self._store, key_label)

    @cached_property
    def printing(self) -> "Printing":
        """The ways of a report out of the program."""
        from reisverslag_tui.ui.flows.export import Printing

        return Printing(self._ui_state, self._preferences)

    @cached_property
    def _editor(self) -> "ExternalEditor":
        from reisverslag_tui.ui.flows.external_editor import ExternalEditor

        return ExternalEditor(self._app, self._view)

    @cached_property
    def _rescued(self) -> "RescuedTexts":
        from reisverslag_tui.ui.flows.offer_rescued import RescuedTexts

        key_label = self._preferences.key_label
        return RescuedTexts(self._app, self._view, self._nav, self._store, key_label)

    def last_words(self) -> list[str]:
        """Rescue what is open, if it could not be saved; return what is to be said at the end."""
        words, begun = [_UNFINISHED] if self._unfinished else [], vars(self)
        if draft := self._view.unsaved:
            words.append(rescue_and_explain(draft, self._store.path(draft.id)))
        if "printing" in begun:
            words += self.printing.last_words()
        if "_editor" in begun:
            words += self._editor.last_words()
        return words

    # The open report

    def ask_if_contested(self, editing: OpenReport, outcome: Outcome) -> None:
        """Let the user choose between two texts, if saving failed because there are two."""
        if isinstance(outcome, SaveConflict) and editing is self._view.open:
            self._conflict.ask(editing, outcome)

    def finish(self) -> None:
        """Mark the open report as finished."""
        from reisverslag_tui.ui.flows.finish import finish

        if editing := self._view.open:
            path = self._store.path(editing.draft.id)
            self._run("finish", finish, self._app, self._view, self._nav, path)

    def replace_everywhere(self, word: str, by: str) -> None:
        """Replace a word in all answers."""
        from reisverslag_tui.ui.flows.replace import replace_everywhere

        key_label = self._preferences.key_label
        self._run("replace", replace_everywhere, self._app, self._view, key_label, word, by)

    async def edit(self) -> None:
        """Let the user's own editor rewrite the answer on the screen."""
        if isinstance(self._app.screen, QuestionScreen):
            await self._editor.edit(self._app.screen.area)

    def end_editor(self, number: int) -> None:
        """Send a signal to the user's editor, if that has the terminal."""
        if self._app.terminal_is_lent:
            self._editor.end(number)

    async def save(self) -> None:
        """Save now, and say how that went."""
        outcome = await self._view.saved()
        if isinstance(outcome, Failed):
            self._app.notify(outcome.told, severity="error")
        elif self._view.open and self._view.open.stored:
            self._app.notify("Alles is opgeslagen.", timeout=2)
        else:
            self._app.notify("Er is nog niets om op te slaan.", timeout=2)

    async def rename(self) -> None:
        """Ask for another title for the open report."""
        from reisverslag_tui.ui.dialogs.line import TitleDialog

        def take(title: str | None) -> None:
            if self._view.open and title:
                self._view.change(self._view.open.draft.rename(title))

        if self._view.open:
            await self._app.push_screen(TitleDialog(self._view.open.draft.title), take)

    # Opening

    def open_in_use(self, error: InUse, draft_id: str) -> None:
        """Ask what to do with a report that is open in another window."""
        from reisverslag_tui.ui.flows.in_use import open_in_use

        now = self._view.now()
        self._run("open", open_in_use, self._app, self._nav, self._store, error, draft_id, now)

    def offer_rescued_at_start(self, draft_id: str) -> None:
        """Begin to offer what was rescued, now that the first screen is there."""
        self._started = True
        self.offer_rescued(draft_id)

    def offer_rescued(self, draft_id: str = "") -> None:
        """Offer what was rescued of one report, or of all, unless the program only starts."""
        if self._started:
            self._rescued.offer(draft_id)

    # Leaving

    async def changes_made(self) -> None:
        """Wait until what was asked for is so, but for no question and no disk that hangs."""
        self._unfinished = True
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._preferences.writing or self._changing:
                    await asyncio.sleep(_MOMENT)
                self._unfinished = False

    @property
    def _changing(self) -> bool:
        """Whether a worker makes a change, and does not wait for an answer to do so."""
        busy = any(each.group in _CHANGES and not each.is_finished for each in self._app.workers)
        return busy and not self._app.screen.is_modal

    async def leave(self, go: Callable[[], Awaitable[None]]) -> None:
        """Save and go; if saving fails, go only if the user says so."""
        await self._app.changes_made()
        outcome = await self._view.saved()
        if not isinstance(outcome, Failed):
            await go()
        elif self._view.open:
            self._ask_to_leave(self._view.open, outcome, go)

    def _ask_to_leave(
        self, editing: OpenReport, outcome: Failed, go: Callable[[], Awaitable[None]]
    ) -> None:
        from reisverslag_tui.ui.flows.leave import dialog_is_open, leave_unsaved

        if isinstance(outcome, SaveConflict) and not self._conflict.stuck:
            self._conflict.ask(editing, outcome)
            self._app.notify("Kies eerst met welke tekst je verder wilt.", severity="warning")
        elif dialog_is_open(self._app):
            self._app.notify(f"{outcome.told}. Terug met Esc.", severity="error")
        else:
            self._run("leave", leave_unsaved, self._app, editing, outcome, go)

    async def end(self) -> None:
        """End the program, once a job for a printer is handed over."""
        if "printing" not in vars(self):  # nothing was printed
            self._app.exit()
            return
        self.printing.forget_outcomes()
        if self.printing.busy:
            from reisverslag_tui.ui.flows.leave import end_when_printed

            self._run("leave", end_when_printed, self._app, self.printing)
        else:
            self._app.exit()
