"""Opening a report, and leaving it."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on, work
from textual.screen import Screen

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.editing.autosave import Contested, Failed
from reisverslag_tui.errors import InUse, ReisverslagError, UnreadableDraft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import Broken, DraftStore
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.memory import Memory
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.sharing import SharingApp
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.widgets.top_bar import Status

if TYPE_CHECKING:
    from reisverslag_tui.ui.flows.export import Printing
    from reisverslag_tui.ui.library import Shelf
    from reisverslag_tui.ui.screens.preview import PreviewScreen
    from reisverslag_tui.ui.screens.reports import ReportsScreen

_T = TypeVar("_T")
_MOMENT = 0.05  # seconds between two looks at what is being printed

_NEWER = (
    "Dit verslag is gemaakt met een nieuwere versie van het programma. "
    "Je kunt het lezen en afdrukken, niet wijzigen."
)
_LATER = (
    "Er is een versie met tekst die niet in dit verslag staat en later is. Bekijk die met {key}."
)
_ELSEWHERE = (
    "Alleen lezen: een ander venster schrijft in dit verslag. "
    "Wil je het hier doen? Ga terug met Esc en open het opnieuw."
)


class OpeningApp(SharingApp):
    """The reports at the bottom, and on top of them the one that is open."""

    def __init__(
        self,
        store: DraftStore,
        first: Draft | str | None,
        now: Callable[[], datetime],
        memory: Memory,
        preferences: Preferences,
        colours: Colours,
    ) -> None:
        super().__init__(store, now, preferences, colours)
        self._first = first
        self._told: object = None
        self._memory = memory
        self._last_search = LastSearch()

    @cached_property
    def _shelf(self) -> "Shelf":
        from reisverslag_tui.ui.library import Shelf

        return Shelf(self._store, self._now)

    @cached_property
    def printing(self) -> "Printing":
        """The ways of a report out of the program."""
        from reisverslag_tui.ui.flows.export import Printing

        return Printing(self._memory, self._preferences)

    @cached_property
    def _reports(self) -> "ReportsScreen":
        from reisverslag_tui.ui.screens.reports import ReportsScreen

        return ReportsScreen(self._shelf, self.printing, self._memory, self.key_called)

    def get_default_screen(self) -> Screen[Any]:
        """Return the reports, the screen below all others, or an empty one if they can wait.

        They are not read before the question that was asked for: of many that takes seconds.
        """
        if self._first is not None:
            return Screen()
        self.read_styles(self._reports)
        return self._reports

    async def on_mount(self) -> None:
        """Begin with what was asked for: a report, or an action; else stay at the reports."""
        first = self._first
        if isinstance(first, str):
            await self.run_action(first)
        elif first and self._store.path(first.id).exists():
            await self.action_open_report(first.id)
        elif first:
            await self._open(first, self._store.begin(first), stored=False)

    async def action_new_report(self) -> None:
        """Begin a report."""
        draft = new_draft("", self._now())
        await self._open(draft, self._store.begin(draft), stored=False)

    async def action_open_report(self, draft_id: str, at: Sequence[Any] = ()) -> None:
        """Open a report as it is on disk now, where it was left or at a `Place`."""
        await self.changes_made()  # a report that gets another title is open in this window
        if self._editing or self.return_code is not None:  # on its way out nothing is drawn
            return
        try:
            session = await asyncio.to_thread(self._store.open, draft_id)
        except InUse as error:
            self._ask_in_use(draft_id, error.since)
        except UnreadableDraft as error:
            await self._show_damaged(Broken(draft_id, self._store.path(draft_id), error))
        except ReisverslagError as error:
            await self._show_reports()
            self.complain(error)
        else:
            await self._open(session.draft, session, Place(*at) if at else None, stored=True)

    async def _show_damaged(self, file: Broken) -> None:
        """Show the earlier versions of a report that can't be read, or say that it is gone."""
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        await self._show_reports()
        if not await asyncio.to_thread(os.path.lexists, file.path):
            self.complain(file.error)
        elif (versions := await self.loaded(self._shelf.versions(file.id))) is not None:
            screen = VersionsScreen(load_form(), file, Status(""), read_only=False)
            await self.push_screen(screen)
            screen.show(file, versions, self._now())

    async def action_put_back_damaged(self, draft_id: str, number: int) -> None:
        """Put an earlier version in the place of a report that can't be read, and open that."""
        if await self.loaded(self._shelf.put_back(draft_id, number)):
            await self.went_back_to(type(self._reports))
            await self.action_open_report(draft_id)

    @work(exclusive=True, group="open")
    async def _ask_in_use(self, draft_id: str, since: datetime) -> None:
        from reisverslag_tui.ui.dialogs.in_use import READ, TAKE_OVER, InUseDialog

        choice = await self.push_screen_wait(InUseDialog(since, self._now()))
        try:
            if choice == TAKE_OVER:
                session = await asyncio.to_thread(self._store.open, draft_id, take_over=True)
                await self._open(session.draft, session, stored=True)
            elif choice == READ:
                await self._open(await self._shelf.load(draft_id), None, stored=True)
            else:
                await self._show_reports()
        except ReisverslagError as error:
            await self._show_reports()
            self.complain(error)

    async def action_example_report(self) -> None:
        """Open the example report."""
        if draft := await self.loaded(self._shelf.example()):
            await self.action_open_report(draft.id)

    async def action_preview_report(self, draft_id: str) -> None:
        """Show a report as it will be read, without opening it."""
        if draft := await self.loaded(self._shelf.load(draft_id)):
            await self.push_screen(self.preview_of(draft, Status("")))

    def preview_of(self, draft: Draft, status: Status) -> "PreviewScreen":
        """Return the preview of a report."""
        from reisverslag_tui.ui.screens.preview import PreviewScreen

        return PreviewScreen(load_form(draft.form), draft, status, self.printing, self._last_search)

    @property
    def last_report(self) -> str | None:
        """The report that was open last, as it is printed; None if none was."""
        if (draft := self.last_open) is None:
            return None
        return render_plain(draft, load_form(draft.form), self._preferences.settings.width)

    async def action_bin(self) -> None:
        """Show what is in the bin."""
        from reisverslag_tui.ui.screens.bin import BinScreen

        if self.screen is self._reports:
            await self.push_screen(BinScreen(self._shelf))

    async def action_close_bin(self, choose: str) -> None:
        """Go back to the reports; `choose` is the id of the one that was put back last, if any."""
        from reisverslag_tui.ui.screens.bin import BinScreen

        if isinstance(self.screen, BinScreen):
            await self.pop_screen()
            self._reports.refill(choose)

    async def loaded(self, loading: Awaitable[_T]) -> _T | None:
        """Wait for what is read from disk, or say why that can't be done."""
        try:
            return await loading
        except ReisverslagError as error:
            self.complain(error)
            return None

    async def _open(
        self,
        draft: Draft,
        session: Session | None,
        place: Place | None = None,
        *,
        stored: bool,
    ) -> None:
        """Show a report at a place, or where it was left; without a session only to read.

        If another report was opened meanwhile, this one is left to others.
        """
        if self._editing:
            if session:
                await asyncio.to_thread(session.close)
            return
        editing = self.begin(draft, session, stored=stored)
        if place:
            editing.move(place)
        form, status = load_form(draft.form), self._status()
        screen = QuestionScreen(
            form,
            editing.draft,
            status,
            self._last_search,
            self._memory,
            self.key_called,
            read_only=editing.read_only,
        )
        await self.push_screen(screen)
        if draft.read_only:
            self.notify(_NEWER, timeout=10)
        elif session:
            await self._tell_of_later(session)

    async def _tell_of_later(self, session: Session) -> None:
        if await asyncio.to_thread(session.has_later_version):
            self.notify(_LATER.format(key=self.key_called("versies")), timeout=10)

    @on(AnswerArea.Refused)
    def _say_why_not(self) -> None:
        """Say once of each report why nothing that is typed comes in it."""
        editing = self._editing
        if editing and editing.read_only and editing is not self._told:
            self._told = editing
            self.notify(_NEWER if editing.draft.read_only else _ELSEWHERE)

    async def action_step_back(self) -> None:
        """Go one step back; from a question that is to the reports."""
        if isinstance(self.screen, QuestionScreen):
            await self._leave(self._to_reports)
        else:
            await self.pop_screen()

    async def action_quit(self) -> None:
        """Save, and leave the program, once a job for a printer is handed over."""
        await self._leave(self._end_when_printed)

    async def _leave(self, go: Callable[[], Awaitable[None]]) -> None:
        """Save and go; if saving fails, go only if the user says so."""
        from reisverslag_tui.ui.dialogs.dialog import Dialog

        await self.changes_made()
        outcome = await self._saved()
        if not isinstance(outcome, Failed):
            await go()
        elif isinstance(outcome, Contested) and self._editing and not self._stuck:
            self.contest(self._editing, outcome)
            self.notify("Kies eerst met welke tekst je verder wilt.", severity="warning")
        elif any(isinstance(screen, Dialog) for screen in self.screen_stack):  # below its help too
            self.notify(f"{outcome.told}. Terug met Esc.", severity="error")
        else:
            self._ask_to_leave(outcome.reason, go)

    @work(exclusive=True, group="leave")
    async def _ask_to_leave(self, reason: str, go: Callable[[], Awaitable[None]]) -> None:
        from reisverslag_tui.ui.flows.leave import may_leave

        editing = self._editing
        if not editing or not editing.session:
            return
        if await may_leave(self, editing.session.draft, editing, reason):
            editing.abandon()
            await go()

    async def _to_reports(self) -> None:
        editing = self._editing
        await self.put_away()
        if editing:
            left = editing.draft if editing.on_disk else None
            await self._show_reports(editing.draft.id, left)

    async def _show_reports(self, choose: str = "", left: Draft | None = None) -> None:
        """Go to the reports, and read them anew; `choose` and `left` are as in their `refill`."""
        if not await self.went_back_to(type(self._reports)):
            while len(self.screen_stack) > 1:
                await self.screen.dismiss()
            await self.push_screen(self._reports)
        self._reports.refill(choose, left)

    async def _end_when_printed(self) -> None:
        if "printing" not in vars(self):  # nothing was
            self.exit()
            return
        self.printing.forget_outcomes()
        if self.printing.busy:
            self._ask_to_wait()
        else:
            self.exit()

    @work(exclusive=True, group="leave")
    async def _ask_to_wait(self) -> None:
        """Wait until a printer has its job, and end; the user may do so at once, or go back."""
        from reisverslag_tui.ui.dialogs.still_printing import STAY, StillPrintingDialog

        dialog = StillPrintingDialog()
        answered = self.push_screen(dialog, wait_for_dismiss=True)
        while self.printing.busy and not answered.done():
            await asyncio.sleep(_MOMENT)
        dialog.answer("")
        if await answered not in (STAY, None):
            self.exit()

    def last_words(self) -> list[str]:
        """Return what is to be said at the end: of printing too."""
        printed = self.printing.last_words() if "printing" in vars(self) else []
        return [*super().last_words(), *printed]
