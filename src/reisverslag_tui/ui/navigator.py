"""The way from screen to screen: the only code that shows and leaves screens.

Screens are loaded here when they are first shown; dialogs are shown by the conversations. The file
is long because each screen is made here, with all that it needs.
"""

import os
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from typing_extensions import override

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form, Question, load_form
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.storage.versions import Version
from reisverslag_tui.ui.conversations import Conversations
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import say_files_are_gone
from reisverslag_tui.ui.opening import Opening
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp
from reisverslag_tui.ui.widgets.top_bar import Status

if TYPE_CHECKING:
    from reisverslag_tui.ui.library import Entry, Shelf
    from reisverslag_tui.ui.screens.reports import ReportsScreen


class Navigator(Navigation):
    """The reports at the bottom, and on top of them the one that is open."""

    def __init__(
        self,
        app: TerminalApp,
        view: ReportView,
        store: DraftStore,
        ui_state: UiStateStore,
        preferences: Preferences,
    ) -> None:
        self.conversations = Conversations(app, view, self, store, ui_state, preferences)
        self.opening = Opening(app, view, self, store, preferences)
        self._app = app
        self._view = view
        self._store = store
        self._ui_state = ui_state
        self._preferences = preferences
        self._last_search = LastSearch()

    @cached_property
    def library(self) -> "Shelf":
        """What can be done with reports that are not open."""
        from reisverslag_tui.ui.library import Shelf

        return Shelf(self._store, self._view.now)

    @cached_property
    def reports(self) -> "ReportsScreen":
        """The screen below all others."""
        from reisverslag_tui.ui.screens.reports import ReportsScreen

        return ReportsScreen(self.library, self, self._ui_state, self._preferences.key_label)

    # Back

    @override
    def soon(self, go: Callable[[], Awaitable[object]]) -> None:
        async def go_if_loadable() -> None:
            try:
                await go()
            except ImportError:
                say_files_are_gone(self._app)

        self._app.call_before_next_input(go_if_loadable)

    @override
    async def back_to(self, kind: type[Screen[Any]]) -> bool:
        if not any(isinstance(screen, kind) for screen in self._app.screen_stack):
            return False
        while not isinstance(self._app.screen, kind):
            # A dialog on the way is answered with None: somebody waits for that.
            await self._app.screen.dismiss()
        return True

    @override
    async def step_back(self) -> None:
        from reisverslag_tui.ui.screens.answers import AnswersScreen

        left = self._app.screen
        if isinstance(left, QuestionScreen):
            await self.leave_report()
            return
        await self._app.pop_screen()
        if isinstance(left, AnswersScreen) and isinstance(self._app.screen, QuestionScreen):
            self._app.screen.return_no_more()

    # The open report

    async def show_editing(self, editing: OpenReport) -> None:
        """Show the questions of the report that was opened, where it was left."""
        screen = QuestionScreen(
            self._view.form,
            editing.draft,
            self._view.status,
            self,
            self._last_search,
            self._ui_state,
            self._preferences.key_label,
            read_only=editing.read_only,
        )
        await self._app.push_screen(screen)

    @override
    async def show_question(self, question_id: str, *, return_to_answers: bool) -> None:
        await self.back_to(QuestionScreen)
        if isinstance(self._app.screen, QuestionScreen):
            await self._app.screen.show_question(question_id, return_to_answers=return_to_answers)

    @override
    async def show_answers(self, at: str = "") -> None:
        from reisverslag_tui.ui.screens.answers import AnswersScreen

        view = self._view
        if view.open and not await self.back_to(AnswersScreen):
            screen = AnswersScreen(view.form, view.open.draft, view.status, at, self)
            await self._app.push_screen(screen)

    @override
    async def find_in_answers(self, question_id: str) -> None:
        await self.show_question(question_id, return_to_answers=True)
        if isinstance(self._app.screen, QuestionScreen):
            await self._app.screen.action_find()

    @override
    async def show_preview(self) -> None:
        from reisverslag_tui.ui.screens.preview import PreviewScreen

        if self._view.open and not await self.back_to(PreviewScreen):
            await self._push_preview(self._view.open.draft, self._view.status)

    @override
    async def preview(self, draft: Draft) -> Screen[Any]:
        return await self._push_preview(draft, Status(""))

    async def _push_preview(self, draft: Draft, status: Status) -> Screen[Any]:
        from reisverslag_tui.ui.screens.preview import PreviewScreen

        def width() -> int:
            return self._preferences.settings.width

        form = load_form(draft.form)
        screen = PreviewScreen(form, draft, status, self, width, self._last_search)
        await self._app.push_screen(screen)
        return screen

    async def show_versions(self) -> None:
        """Show the earlier versions of the report."""
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        await self._view.saved()
        editing = self._view.open
        if not editing or await self.back_to(VersionsScreen):
            return
        draft, read_only = editing.draft, editing.read_only
        versions = await self.opening.loaded(self.library.versions(draft.id))
        if versions is not None:
            await self.show_versions_of(draft, versions, read_only=read_only)

    async def show_versions_of(
        self, present: Draft | Broken, versions: Sequence[Version], *, read_only: bool = False
    ) -> None:
        """Show the versions of the open report, or of one that can't be read."""
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        view = self._view
        screen = VersionsScreen(view.form, present, view.status, self, read_only=read_only)
        await self._app.push_screen(screen)
        screen.show(present, versions, view.now())

    @override
    async def put_back(self, number: int, question_id: str = "") -> None:
        from reisverslag_tui.ui.flows.restore import put_back
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        await self.back_to(VersionsScreen)
        await put_back(self._app, self._view, number, question_id)

    @override
    async def put_one_back(self, number: int, questions: Sequence[Question]) -> None:
        from reisverslag_tui.ui.dialogs.questions import WhichAnswerDialog

        await self._app.push_screen(WhichAnswerDialog(self, number, questions))

    @override
    async def go_to(self, form: Form, current: Question) -> None:
        from reisverslag_tui.ui.dialogs.questions import GoToDialog

        await self._app.push_screen(GoToDialog(self, form, current))

    @override
    async def finish(self) -> None:
        if self._view.writable:
            self.conversations.finish()

    @override
    def replace_everywhere(self, word: str, by: str) -> None:
        self.conversations.replace_everywhere(word, by)

    @override
    async def leave_report(self) -> None:
        await self.conversations.leave(self._to_reports)

    async def _to_reports(self) -> None:
        editing = self._view.open
        await self._view.put_away()
        if editing:
            left = editing.draft if editing.on_disk else None
            await self.show_reports(editing.draft.id, left)

    # The reports

    @override
    async def show_reports(self, choose: str = "", left: Draft | None = None) -> None:
        if not await self.back_to(type(self.reports)):
            while len(self._app.screen_stack) > 1:
                await self._app.screen.dismiss()
            await self._app.push_screen(self.reports)
        self.reports.refill(choose, left)
        self.conversations.offer_rescued()

    @override
    def read_reports(self, choose: str = "") -> None:
        self.reports.refill(choose)

    @override
    async def new_report(self) -> None:
        await self.opening.new()

    @override
    async def open_report(self, draft_id: str, place: Place | None = None) -> None:
        await self.opening.open(draft_id, place)

    @override
    async def show_report(
        self, draft: Draft, session: Session | None, place: Place | None = None, *, stored: bool
    ) -> None:
        await self.opening.show(draft, session, place, stored=stored)

    @override
    async def put_back_damaged(self, draft_id: str, number: int) -> None:
        await self.opening.put_back_damaged(draft_id, number)

    @override
    async def open_example(self) -> None:
        await self.opening.open_example()

    @override
    async def preview_report(self, draft_id: str) -> None:
        await self.opening.preview(draft_id)

    async def show_bin(self) -> None:
        """Show what is in the bin."""
        from reisverslag_tui.ui.screens.bin import BinScreen

        if self._app.screen is self.reports:
            await self._app.push_screen(BinScreen(self.library, self))

    @override
    async def close_bin(self, choose: str) -> None:
        from reisverslag_tui.ui.screens.bin import BinScreen

        if isinstance(self._app.screen, BinScreen):
            await self._app.pop_screen()
            self.reports.refill(choose)

    @override
    async def erase(self, entry: "Entry", versions: int) -> bool:
        from reisverslag_tui.ui.flows.erase import erase

        return await erase(self._app, self.library, entry, versions)

    # The rest

    @override
    def print_report(self, draft: Draft, way: str = "") -> None:
        self.conversations.printing.start(self._app, draft, way)

    @override
    async def choose_width(self) -> None:
        await self.conversations.printing.ask_width(self._app)

    async def show_help(self) -> None:
        """Show the help of the screen or the dialog on top, with the keys it has now."""
        from reisverslag_tui.ui.dialogs.dialog import Dialog
        from reisverslag_tui.ui.screens.help import HelpScreen

        screen = self._app.screen
        if isinstance(screen, Page | Dialog):
            await self._app.push_screen(HelpScreen(screen.explanation(), screen))

    async def show_settings(self) -> None:
        """Show the settings; what was said of them can be read there."""
        from reisverslag_tui.ui.screens.settings import SettingsScreen

        self._app.clear_notifications()
        await self._app.push_screen(SettingsScreen(self._preferences, self._view.status))

    def show_palette(self) -> None:
        """Show everything that can be done here, by name."""
        from reisverslag_tui.ui.palette import Palette

        self._app.push_screen(Palette(placeholder="Wat wil je doen?"))

    async def test_keys(self, then: Callable[[None], None] | None = None) -> None:
        """Show which keys arrive from this terminal; `then` is called when that is left."""
        from reisverslag_tui.ui.keyboard_test.advice import terminal_kinds
        from reisverslag_tui.ui.keyboard_test.screen import KeyTestScreen

        await self._app.push_screen(KeyTestScreen(terminal_kinds(os.environ)), then)
