"""The program: it owns the drafts and the one that is open, and moves between screens."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from textual import on, work
from textual.app import SuspendNotSupported
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.form import Form
from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui import editor
from reisverslag_tui.ui.autosave import Autosaver, Failed, Outcome
from reisverslag_tui.ui.dialogs.leave import LEAVE, LeaveDialog
from reisverslag_tui.ui.dialogs.title import TitleDialog
from reisverslag_tui.ui.editing import Editing
from reisverslag_tui.ui.finishing import may_finish, tell_finished
from reisverslag_tui.ui.house_style import HouseStyleApp
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.shelf import Shelf
from reisverslag_tui.ui.widgets.answer_area import AnswerArea

_SLOW = 0.5  # seconds after which a save that is not done is shown to be busy
_NEWER = (
    "Dit verslag is gemaakt met een nieuwere versie van het programma. "
    "Je kunt het lezen en afdrukken, niet wijzigen."
)


class ReisverslagApp(HouseStyleApp):
    """The full-screen program, from its first screen to its last save."""

    @dataclass
    class SaveTried(Message):
        """The saver has tried to save; comes from its thread."""

        outcome: Outcome

    def __init__(
        self, form: Form, store: DraftStore, draft: Draft | None, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._form = form
        self._store = store
        self._first = draft
        self._now = now
        self._editing: Editing | None = None
        self._outcome: Outcome | None = None
        self._idle = ""
        self._reports = ReportsScreen(Shelf(store, form, now))

    def get_default_screen(self) -> Screen[Any]:
        """Return the reports: the screen below all others."""
        return self._reports

    async def on_mount(self) -> None:
        """Begin at the reports, or at the question of the report that was asked for."""
        if self._first is None:
            self._reports.refill()
        else:
            await self._open(self._first)

    async def on_unmount(self) -> None:
        """Save what was not saved yet, whatever ended the program."""
        if self._editing:
            self._editing.save()
            self._editing.close()

    # The report that is open

    async def _open(self, draft: Draft) -> None:
        stored = self._store.path(draft.id).exists()
        saver = Autosaver(self._store.save, self._tell, self._now)
        self._outcome = None
        self._editing = Editing(draft, saver, self._now, stored=stored)
        self._idle = "Alleen lezen" if draft.read_only else "Alles opgeslagen" if stored else ""
        await self._show(QuestionScreen(self._form, draft))
        if draft.read_only:
            self.notify(_NEWER, timeout=10)

    async def _show(self, page: Page) -> None:
        page.status = self._idle
        await self.push_screen(page)
        page.save_status.show(self._outcome)

    def _tell(self, outcome: Outcome) -> None:
        self.post_message(self.SaveTried(outcome))

    @on(SaveTried)
    def _save_tried(self, event: SaveTried) -> None:
        self._outcome = event.outcome
        for page in self._open_pages():
            page.save_status.show(event.outcome)

    def _open_pages(self) -> list[Page]:
        """Return the screens of the report that is open."""
        pages = [screen for screen in self.screen_stack if isinstance(screen, Page)]
        return [page for page in pages if page is not self._reports and page.is_mounted]

    @on(AnswerArea.Changed)
    def _changed(self, event: AnswerArea.Changed) -> None:
        if isinstance(event.text_area, AnswerArea):
            self._take(event.text_area)

    def _take(self, area: AnswerArea) -> None:
        """Take over what was typed."""
        if self._editing and self._editing.answer(area.question.id, area.text):
            self._show_draft(self._editing.draft)
            self.set_timer(_SLOW, self._show_if_busy)

    def settled(self, focused: Widget) -> None:
        """Take what is in an answer."""
        if isinstance(focused, AnswerArea):
            self._take(focused)

    def _show_if_busy(self) -> None:
        if self._editing and self._editing.pending and not isinstance(self._outcome, Failed):
            for page in self._open_pages():
                page.save_status.busy()

    @on(QuestionScreen.Moved)
    def _moved(self, event: QuestionScreen.Moved) -> None:
        if self._editing:
            self._editing.move(event.place)

    async def action_save(self) -> None:
        """Save now, and say how that went."""
        if self._editing:
            outcome = await self._saved()
            if isinstance(outcome, Failed):
                self.notify(f"Niet opgeslagen: {outcome.reason}", severity="error")
            else:
                self.notify("Alles is opgeslagen.", timeout=2)

    async def _saved(self) -> Outcome | None:
        """Save what is open, and return how that went."""
        return await asyncio.to_thread(self._editing.save) if self._editing else None

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
            await go()

    async def _to_reports(self) -> None:
        await self._close()
        self._reports.refill()

    async def _end(self) -> None:
        self.exit()

    async def _close(self) -> None:
        """Put the open report away, with all its screens."""
        if self._editing:
            await asyncio.to_thread(self._editing.close)
            self._editing = None
        while self.screen is not self._reports:
            await self.pop_screen()

    # Its screens

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the screens of a report only while one is open."""
        if action in ("answers", "preview", "finish", "title", "save"):
            return self._editing is not None
        return super().check_action(action, parameters)

    async def action_answers(self) -> None:
        """Show all answers."""
        if self._editing and not await self._went_back_to(AnswersScreen):
            await self._show(AnswersScreen(self._form, self._editing.draft))

    async def action_preview(self) -> None:
        """Show the report as it will be read."""
        if self._editing and not await self._went_back_to(PreviewScreen):
            await self._show(PreviewScreen(self._form, self._editing.draft))

    async def _went_back_to(self, kind: type[Page]) -> bool:
        """Go back to the screen of this kind, if it is open below the one in sight."""
        if not any(isinstance(screen, kind) for screen in self.screen_stack):
            return False
        while not isinstance(self.screen, kind):
            await self.pop_screen()
        return True

    @on(AnswersScreen.ChangeWanted)
    async def _change(self, event: AnswersScreen.ChangeWanted) -> None:
        if await self._went_back_to(QuestionScreen) and isinstance(self.screen, QuestionScreen):
            await self.screen.show_question(event.question.id, return_to_answers=True)

    @work(exclusive=True, group="finish")
    async def action_finish(self) -> None:
        """Mark the report as done, and say what comes next."""
        if not self._editing or not await may_finish(self, self._editing.draft, self._form):
            return
        self._editing.finish()
        choice = await tell_finished(self)
        if choice == "preview":
            await self.action_preview()
        elif choice == "leave":
            await self._leave(self._to_reports)

    def action_title(self) -> None:
        """Ask for another title for the report that is open."""
        if self._editing:
            self.push_screen(TitleDialog(self._editing.draft.title), self._rename)

    def _rename(self, title: str | None) -> None:
        if self._editing and title:
            self._editing.rename(title)
            self._show_draft(self._editing.draft)

    def _show_draft(self, draft: Draft) -> None:
        for page in self._open_pages():
            page.show_draft(draft)

    @on(ReportsScreen.OpenWanted)
    async def _open_wanted(self, event: ReportsScreen.OpenWanted) -> None:
        await self._open(event.draft)

    @on(ReportsScreen.PreviewWanted)
    async def _preview_wanted(self, event: ReportsScreen.PreviewWanted) -> None:
        await self.push_screen(PreviewScreen(self._form, event.draft))

    @on(QuestionScreen.EditorWanted)
    async def _edit(self, event: QuestionScreen.EditorWanted) -> None:
        """Let the user's own editor rewrite an answer; its copy stays until that is saved."""
        try:
            command = editor.editor_command(os.environ)
            copy = editor.write_copy(event.area.text)
            with self.suspend():
                text = editor.run_editor(command, copy)
        except ReisverslagError as error:
            self.notify(str(error), severity="error")
        except SuspendNotSupported:
            self.notify("Deze terminal kan geen editor openen.", severity="error")
        else:
            event.area.rewrite(text)
            self._take(event.area)
            if self._editing and not isinstance(await self._saved(), Failed):
                copy.unlink()
