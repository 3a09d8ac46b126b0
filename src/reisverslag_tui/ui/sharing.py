"""The report that is open, when another window or another program has it too."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import on, work

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_id
from reisverslag_tui.editing.autosave import Contested
from reisverslag_tui.editing.report import Editing
from reisverslag_tui.editing.rescue import tell_rescued
from reisverslag_tui.errors import ReisverslagError, StorageError, UnreadableDraft
from reisverslag_tui.storage.draft_file import DraftFile
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.daemon_thread import aside
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.saving import SavingApp
from reisverslag_tui.ui.screens.question import QuestionScreen

_CALM = 0.7  # seconds without a key before a dialog comes that nobody asked for
_MOST_WAITS = 20  # so many times that is waited for

KEPT = "Wat je hier typte is opgeslagen. Staat het niet in het verslag, dan vind je het met {key}."
"""What is said of text that is in the file of the report or in a version of it."""


class SharingApp(SavingApp):
    """Lets the user choose what becomes of two texts; whatever is chosen, both are kept.

    It is stuck if what was chosen can't be done: then the report can be left without a choice.
    """

    def __init__(
        self,
        store: DraftStore,
        now: Callable[[], datetime],
        preferences: Preferences,
        colours: Colours,
    ) -> None:
        super().__init__(now, preferences, colours)
        self._store = store
        self._asking = False
        self._stuck = False
        self._looking = False
        self._reading: DraftFile | None = None

    def begin(self, draft: Draft, session: Session | None, *, stored: bool) -> Editing:
        """Begin as any report is begun; what can only be read is followed as others change it."""
        editing = super().begin(draft, session, stored=stored)
        self._reading = DraftFile(self._store.path(draft.id)) if editing.read_only else None
        return editing

    def follow(self) -> None:
        """See whether another wrote in the report that is only read here; to be called often."""
        if self._editing and self._reading and not (self._looking or self.screen.is_modal):
            self._looking = True
            self._look_again(self._editing, self._reading)

    @work(group="follow")
    async def _look_again(self, editing: Editing, file: DraftFile) -> None:
        """Show what is in the file now, or since when that can't be known."""
        try:
            draft = await aside(file.reread)
        except ReisverslagError:
            draft, self._reading = None, DraftFile(file.path)  # which is read in any case
        else:
            if draft is None:
                return
        finally:
            self._looking = False
        if editing is self._editing:
            if editing.follow(draft):
                self.show_answers(editing.draft)
            self._show_status()

    @on(SavingApp.SaveTried)
    def _ask_if_contested(self, event: SavingApp.SaveTried) -> None:
        """Ask once, however often saving fails meanwhile."""
        if isinstance(event.outcome, Contested) and event.editing is self._editing:
            self.contest(event.editing, event.outcome)

    def last_words(self) -> list[str]:
        """Rescue what is open, if it could not be saved, and return what to say of that."""
        words = super().last_words()
        if draft := self.unsaved:
            words.append(tell_rescued(draft, self._store.path(draft.id)))
        return words

    def contest(self, editing: Editing, outcome: Contested) -> None:
        """Have the user choose, unless they are asked already."""
        if not self._asking:
            self._asking = True
            self._ask(editing, taken_over=outcome.taken_over)

    @work(group="contested")
    async def _ask(self, editing: Editing, *, taken_over: bool) -> None:
        try:
            await self._calm(editing)
            if self._editing is editing and editing.session:
                self._let_type(allowed=False)
                self.take_all()
                ask = self._taken_over if taken_over else self._changed_outside
                await ask(editing, editing.session)
            self._stuck = False
        except ReisverslagError as error:
            self._stuck = True
            self.complain(error)
        finally:
            self._asking = False
            self._let_type(allowed=self._editing is not None and not self._editing.read_only)

    async def _calm(self, editing: Editing) -> None:
        """Wait until nobody types, but not for ever: a dialog would swallow the keys."""
        for _ in range(_MOST_WAITS):
            before = editing.draft
            await asyncio.sleep(_CALM)
            if editing.draft is before:
                return

    async def _taken_over(self, editing: Editing, session: Session) -> None:
        """Go on reading only, or take the report back; what was not saved is kept."""
        from reisverslag_tui.ui.dialogs.in_use import TAKE_OVER, TakenOverDialog

        kept = await self._keep(editing, session)
        await self.give_up(editing)
        await self._go_on_with(editing, editing.draft, None)
        reading = self._editing
        if reading and await self.push_screen_wait(TakenOverDialog(kept)) == TAKE_OVER:
            await self._reopen(reading, take_over=True)

    async def _keep(self, editing: Editing, session: Session) -> str:
        """Keep what was not saved as a version, or else in another place; return what to say."""
        if not editing.draft.same_text(session.draft):
            try:
                await asyncio.to_thread(session.versions.keep, editing.draft)
            except StorageError:
                origin = self._store.path(editing.draft.id)
                return await asyncio.to_thread(tell_rescued, editing.draft, origin)
        return KEPT.format(key=self.key_called("versies"))

    async def _changed_outside(self, editing: Editing, session: Session) -> None:
        """Go on with the text in this window, with the one in the file, or with both."""
        from reisverslag_tui.ui.dialogs.changed import MINE, THEIRS

        choice = await self._chosen(editing)
        if self._editing is not editing:
            return
        if choice == MINE:
            self._let_type(allowed=True)  # what comes on top of this text is saved with it
            await asyncio.to_thread(session.overrule)
            editing.submit()
            await self._saved()  # now, and not when the pause after a failure is over
        elif choice == THEIRS:
            await asyncio.to_thread(session.versions.keep, editing.draft)
            await self.give_up(editing)
            await self._reopen(editing)
        else:
            await self._part(editing)

    async def _chosen(self, editing: Editing) -> str | None:
        """Ask which text counts, unless there is no difference."""
        from reisverslag_tui.ui.dialogs.changed import MINE, ChangedDialog
        from reisverslag_tui.ui.flows.leave import what_differs

        changed = problem = ""
        try:
            theirs = await asyncio.to_thread(self._store.load, editing.draft.id)
            if theirs.same_text(editing.draft):
                return MINE
            changed = what_differs(editing.draft, theirs)
        except UnreadableDraft as error:
            problem = str(error)
        if self._editing is not editing:
            return None
        dialog = ChangedDialog(changed, problem, self.key_called("versies"))
        return await self.push_screen_wait(dialog)

    async def _part(self, editing: Editing) -> None:
        """Leave the file to who changed it, and go on with a report of one's own."""
        now = self._now()
        title = f"{editing.draft.name} (dit venster, {now:%H:%M})"
        own = editing.draft.duplicate(new_id(now), title, now)
        session = self._store.begin(own)
        try:
            await asyncio.to_thread(session.save, own)
        except StorageError:
            session.close()
            raise
        await self.give_up(editing)
        await self._go_on_with(editing, own, session)
        self.notify(f"Je schrijft verder in '{own.name}'. Het andere verslag staat in je lijst.")

    async def _reopen(self, editing: Editing, *, take_over: bool = False) -> None:
        """Open a report anew on the screens that are there; only to read if that fails."""
        draft = editing.draft
        try:
            session = await asyncio.to_thread(self._store.open, draft.id, take_over=take_over)
        except ReisverslagError:
            await self._go_on_with(editing, draft, None)
            raise
        await self._go_on_with(editing, session.draft, session)

    async def _go_on_with(self, editing: Editing, draft: Draft, session: Session | None) -> None:
        """Go on with another draft on the screens of a report, unless that was left meanwhile.

        Without a session it can only be read.
        """
        if self._editing is not editing:
            if session:
                session.close()
            return
        self.begin(draft, session, stored=True)
        self._let_type(allowed=not self._editing.read_only)
        self.show_answers(draft)
        await self.went_back_to(QuestionScreen)
        self._show_status()
        self.screen.refresh_bindings()

    def _let_type(self, *, allowed: bool) -> None:
        for page in self._open_pages():
            if isinstance(page, QuestionScreen):
                page.show_read_only(read_only=not allowed)
