"""The report that is open, when another window or another program has it too."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import work

from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import ReisverslagError, UnreadableDraft
from reisverslag_tui.session import Session
from reisverslag_tui.storage import DraftStore, new_id
from reisverslag_tui.ui.autosave import Contested
from reisverslag_tui.ui.dialogs.changed import MINE, THEIRS, ChangedDialog
from reisverslag_tui.ui.dialogs.in_use import TAKE_OVER, TakenOverDialog
from reisverslag_tui.ui.editing import Editing
from reisverslag_tui.ui.leaving import what_differs
from reisverslag_tui.ui.saving import SavingApp
from reisverslag_tui.ui.screens.question import QuestionScreen


class SharingApp(SavingApp):
    """Lets the user choose what becomes of two texts; whatever is chosen, both are kept."""

    def __init__(self, store: DraftStore, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._store = store
        self._asking = False

    def contested(self, outcome: Contested) -> None:
        """Ask once, however often saving fails meanwhile."""
        if not self._asking:
            self._asking = True
            self._ask(outcome)

    @work(group="contested")
    async def _ask(self, outcome: Contested) -> None:
        try:
            if not self._editing:
                return
            if session := self._editing.session:
                settle = self._taken_over if outcome.taken_over else self._changed_outside
                await settle(self._editing, session)
        except ReisverslagError as error:
            self.notify(f"Dat lukt niet: {error}", severity="error")
        finally:
            self._asking = False

    async def _taken_over(self, editing: Editing, session: Session) -> None:
        """Go on reading only, or take the report back; what was not saved is kept."""
        if not editing.draft.same_text(session.draft):
            await asyncio.to_thread(session.versions.keep, editing.draft)
        editing.abandon()
        await self.put_away()
        self._go_on_with(editing.draft, None)
        if await self.push_screen_wait(TakenOverDialog()) == TAKE_OVER:
            await self._reopen(editing.draft, take_over=True)

    async def _changed_outside(self, editing: Editing, session: Session) -> None:
        """Go on with the text in this window, with the one in the file, or with both."""
        changed = problem = ""
        try:
            theirs = await asyncio.to_thread(self._store.load, editing.draft.id)
            changed = what_differs(editing.draft, theirs)
        except UnreadableDraft as error:
            problem = str(error)
        choice = await self.push_screen_wait(ChangedDialog(changed, problem))
        if choice == MINE:
            await asyncio.to_thread(session.overrule)
            editing.submit()
        elif choice == THEIRS:
            await asyncio.to_thread(session.versions.keep, editing.draft)
            editing.abandon()
            await self._reopen(editing.draft)
        else:
            await self._part(editing)

    async def _part(self, editing: Editing) -> None:
        """Leave the file to who changed it, and go on with a report of one's own."""
        now = self._now()
        title = f"{editing.draft.name} (uit dit venster)"
        own = editing.draft.duplicate(new_id(now), title, now)
        await asyncio.to_thread(self._store.save, own)
        editing.abandon()
        await self.put_away()
        self._go_on_with(own, await asyncio.to_thread(self._store.open, own.id))
        self.take_all()  # what was typed meanwhile
        self.notify(f"Je schrijft verder in '{own.name}'. Het andere verslag staat in je lijst.")

    async def _reopen(self, draft: Draft, *, take_over: bool = False) -> None:
        """Open a report anew on the screens that are there; only to read if that fails."""
        await self.put_away()
        try:
            session = await asyncio.to_thread(self._store.open, draft.id, take_over=take_over)
        except ReisverslagError:
            self._go_on_with(draft, None)
            raise
        self._go_on_with(session.draft, session)
        self.show_answers(session.draft)
        while not isinstance(self.screen, QuestionScreen):  # what else is open shows the old text
            await self.pop_screen()

    def _go_on_with(self, draft: Draft, session: Session | None) -> None:
        """Go on with another draft on the screens that are open; without a session to read."""
        self.begin(draft, session, stored=True)
        for page in self._open_pages():
            page.show_draft(draft)
            if isinstance(page, QuestionScreen):
                page.show_read_only(read_only=session is None)
        self._show_status()
        self.screen.refresh_bindings()
