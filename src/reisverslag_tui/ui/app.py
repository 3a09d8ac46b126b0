"""The program: it owns the report that is open, and moves between screens."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from textual import work
from textual.screen import Screen

from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.form import Form, load_form
from reisverslag_tui.storage import DraftStore, new_draft
from reisverslag_tui.ui import editor
from reisverslag_tui.ui.autosave import Failed
from reisverslag_tui.ui.dialogs.leave import LEAVE, LeaveDialog
from reisverslag_tui.ui.dialogs.title import TitleDialog
from reisverslag_tui.ui.finishing import may_finish, tell_finished
from reisverslag_tui.ui.saving import SavingApp
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.shelf import Shelf
from reisverslag_tui.ui.widgets.top_bar import Status

_NEWER = (
    "Dit verslag is gemaakt met een nieuwere versie van het programma. "
    "Je kunt het lezen en afdrukken, niet wijzigen."
)


class ReisverslagApp(SavingApp):
    """The full-screen program, from its first screen to its last save."""

    def __init__(self, store: DraftStore, draft: Draft | None, now: Callable[[], datetime]) -> None:
        super().__init__(store, now)
        self._store = store
        self._first = draft
        self._shelf = Shelf(store, now)
        self._reports = ReportsScreen(self._shelf)

    def get_default_screen(self) -> Screen[Any]:
        """Return the reports: the screen below all others."""
        return self._reports

    async def on_mount(self) -> None:
        """Begin at the reports, or at the question of the report that was asked for."""
        if self._first:
            await self._open(self._first, stored=self._store.path(self._first.id).exists())

    # Opening and closing

    async def action_new_report(self) -> None:
        """Begin a report."""
        await self._open(new_draft("", self._now()), stored=False)

    async def action_open_report(self, draft_id: str) -> None:
        """Open a report where it was left, as it is on disk now."""
        if draft := await self._loaded(self._shelf.load(draft_id)):
            await self._open(draft, stored=True)

    async def action_example_report(self) -> None:
        """Open the example report."""
        if draft := await self._loaded(self._shelf.example()):
            await self._open(draft, stored=True)

    async def action_preview_report(self, draft_id: str) -> None:
        """Show a report as it will be read, without opening it."""
        if draft := await self._loaded(self._shelf.load(draft_id)):
            await self.push_screen(PreviewScreen(load_form(draft.form), draft, Status("")))

    async def _loaded(self, loading: Awaitable[Draft]) -> Draft | None:
        try:
            return await loading
        except ReisverslagError as error:
            self.notify(f"Dat lukt niet: {error}", severity="error")
            return None

    async def _open(self, draft: Draft, *, stored: bool) -> None:
        if self._editing:
            return
        self.begin(draft, stored=stored)
        await self.push_screen(QuestionScreen(load_form(draft.form), draft, self._status()))
        if draft.read_only:
            self.notify(_NEWER, timeout=10)

    async def action_step_back(self) -> None:
        """Go one step back; from a question that is to the reports."""
        if isinstance(self.screen, QuestionScreen):
            await self._leave(self._to_reports)
        else:
            await self.pop_screen()

    async def action_quit(self) -> None:
        """Save, and leave the program."""
        await self._leave(self._end)

    async def _leave(self, go: Callable[[], Awaitable[None]]) -> None:
        """Save and go; if saving fails, go only if the user says so."""
        outcome = await self._saved()
        if not isinstance(outcome, Failed):
            await go()
        elif not isinstance(self.screen, LeaveDialog):
            self._ask_to_leave(outcome.reason, go)

    @work(exclusive=True, group="leave")
    async def _ask_to_leave(self, reason: str, go: Callable[[], Awaitable[None]]) -> None:
        if await self.push_screen_wait(LeaveDialog(reason)) == LEAVE:
            self.abandon()
            await go()

    async def _to_reports(self) -> None:
        self.put_away()
        while self.screen is not self._reports:
            await self.pop_screen()
        self._reports.refill()

    async def _end(self) -> None:
        self.exit()

    # The screens of a report

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs an open report only while one is, and changes only if they may be."""
        if action in ("finish", "title", "save", "editor"):
            return self._editing is not None and not self._editing.draft.read_only
        if action in ("answers", "preview"):
            return self._editing is not None
        return super().check_action(action, parameters)

    async def action_answers(self, at: str = "") -> None:
        """Show all answers, with the way to change the question `at` in sight."""
        if self._editing and not await self._went_back_to(AnswersScreen):
            draft, status = self._editing.draft, self._status()
            await self.push_screen(AnswersScreen(self._form, draft, status, at))

    async def action_preview(self) -> None:
        """Show the report as it will be read."""
        if self._editing and not await self._went_back_to(PreviewScreen):
            draft, status = self._editing.draft, self._status()
            await self.push_screen(PreviewScreen(self._form, draft, status))

    async def _went_back_to(self, kind: type[Page]) -> bool:
        """Go back to the screen of this kind, if it is open below the one in sight."""
        if not any(isinstance(screen, kind) for screen in self.screen_stack):
            return False
        while not isinstance(self.screen, kind):
            await self.pop_screen()
        return True

    async def action_show_question(self, question_id: str, and_back: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Go to a question; `and_back` if the way on leads back to the answers."""
        if await self._went_back_to(QuestionScreen) and isinstance(self.screen, QuestionScreen):
            await self.screen.show_question(question_id, return_to_answers=and_back)

    @work(exclusive=True, group="finish")
    async def action_finish(self) -> None:
        """Mark the report as done, and say what comes next."""
        if not self._editing or not await may_finish(self, self._editing.draft, self._form):
            return
        self._editing.finish()
        if isinstance(outcome := await self._saved(), Failed):
            self.notify(f"Niet opgeslagen: {outcome.reason}", severity="error")
            return
        choice = await tell_finished(self, self._editing.draft)
        if choice == "preview":
            await self.action_preview()
        elif choice == "leave":
            await self._leave(self._to_reports)

    @property
    def _form(self) -> Form:
        """The form of the report that is open."""
        return load_form(self._editing.draft.form) if self._editing else load_form()

    async def action_title(self) -> None:
        """Ask for another title for the report that is open."""
        if self._editing:
            await self.push_screen(TitleDialog(self._editing.draft.title), self._rename)

    def _rename(self, title: str | None) -> None:
        if self._editing and title:
            self._editing.rename(title)
            self._show_draft(self._editing.draft)

    async def action_editor(self) -> None:
        """Let the user's own editor rewrite the answer; its copy stays until that is saved."""
        if not isinstance(self.screen, QuestionScreen):
            return
        area = self.screen.area
        try:
            text, copy = editor.edit_in(self, area.text)
        except ReisverslagError as error:
            self.notify(str(error), severity="error")
            return
        area.rewrite(text)
        self._take(area)
        if not isinstance(await self._saved(), Failed):
            copy.unlink(missing_ok=True)
