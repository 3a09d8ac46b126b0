"""Two texts of one report: another window, or another program, wrote it too."""

import asyncio
from collections.abc import Callable

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_id
from reisverslag_tui.editing.autosave import SaveConflict
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.editing.rescue import rescue_and_explain
from reisverslag_tui.errors import ReisverslagError, StorageError, UnreadableDraft
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.flows.in_use import READ, TAKE_OVER
from reisverslag_tui.ui.flows.leave import what_differs
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.workers import run_in_worker

_MOST_WAITS = 20  # so many times that is waited for
_BOTH, _MINE, _THEIRS = "both", "mine", "theirs"

KEPT = "Wat je hier typte is opgeslagen. Staat het niet in het verslag, dan vind je het met {key}."
"""What is said of text that is in the file of the report or in a version of it."""


class ChangedDialog(ChoiceDialog):
    """Asks which text to go on with; Esc keeps both.

    `problem` says why the file can't be read, if it can't; else `changed` names the parts in which
    the two texts differ. Earlier versions are found with the key `versions`.
    """

    BINDINGS = bindings.of(bindings.KEEP_BOTH)

    def __init__(self, changed: str, problem: str, versions: str) -> None:
        what = f"Anders is: {changed}. " if changed else ""
        buttons = {_BOTH: "Beide, als twee verslagen", _MINE: "De tekst van dit venster"}
        if problem:
            what = f"Het bestand kan nu niet gelezen worden: {problem}. "
        else:
            buttons[_THEIRS] = "De tekst uit het bestand"
        super().__init__(
            "Elders gewijzigd",
            f"Dit verslag is buiten dit venster gewijzigd. {what}Welke tekst wil je houden? De "
            f"andere vind je met {versions}. Esc: beide.",
            buttons,
        )


class TakenOverDialog(ChoiceDialog):
    """Says that another window has taken the report over; `kept` says where the text is."""

    def __init__(self, kept: str) -> None:
        super().__init__(
            "Overgenomen in een ander venster",
            "Je schrijft nu verder in een ander venster. Hier kun je dit verslag alleen lezen. "
            f"{kept}",
            {READ: "Hier alleen lezen", TAKE_OVER: "Hier verder schrijven"},
        )


class Conflict:
    """Lets the user choose what becomes of two texts; whatever is chosen, both are kept.

    It is `stuck` if what was chosen can't be done: then the report can be left without a choice.
    """

    calm = 0.7  # seconds without a key before a dialog comes that nobody asked for

    def __init__(
        self,
        app: App[None],
        view: ReportView,
        navigation: Navigation,
        store: DraftStore,
        key_label: Callable[[str], str],
    ) -> None:
        self.stuck = False
        self._app = app
        self._view = view
        self._nav = navigation
        self._store = store
        self._key_label = key_label
        self._asking = False

    def ask(self, editing: OpenReport, outcome: SaveConflict) -> None:
        """Have the user choose, in a worker, unless they are asked already."""
        if not self._asking:
            self._asking = True
            run_in_worker(self._app, "contested", self._ask, editing, outcome)

    async def _ask(self, editing: OpenReport, outcome: SaveConflict) -> None:
        try:
            await _until_calm(editing, self.calm)
            if self._view.open is editing and editing.session:
                self._view.show_read_only(read_only=True)
                self._view.take_all()
                ask = self._taken_over if outcome.taken_over else self._changed_outside
                await ask(editing, editing.session)
            self.stuck = False
        except ReisverslagError as error:
            self.stuck = True
            complain(self._app, error)
        finally:
            self._asking = False
            self._view.show_read_only(read_only=not self._view.writable)

    async def _taken_over(self, editing: OpenReport, session: Session) -> None:
        """Go on reading only, or take the report back; what was not saved is kept."""
        kept = await self._keep(editing, session)
        await self._view.give_up(editing)
        await self._go_on_with(editing, editing.draft, None)
        reading = self._view.open
        if reading and await self._app.push_screen_wait(TakenOverDialog(kept)) == TAKE_OVER:
            await self._reopen(reading, take_over=True)

    async def _keep(self, editing: OpenReport, session: Session) -> str:
        """Keep what was not saved as a version, or else in another place; return what to say."""
        if not editing.draft.same_text(session.draft):
            try:
                await asyncio.to_thread(session.versions.keep, editing.draft)
            except StorageError:
                origin = self._store.path(editing.draft.id)
                return await asyncio.to_thread(rescue_and_explain, editing.draft, origin)
        return KEPT.format(key=self._key_label("versies"))

    async def _changed_outside(self, editing: OpenReport, session: Session) -> None:
        """Go on with the text in this window, with the one in the file, or with both."""
        choice = await self._choice(editing)
        if self._view.open is not editing:
            return
        if choice == _MINE:
            self._view.show_read_only(read_only=False)  # what comes on top of this text is saved
            await asyncio.to_thread(session.overwrite_external_change)
            editing.submit()
            await self._view.saved()  # now, and not when the pause after a failure is over
        elif choice == _THEIRS:
            await asyncio.to_thread(session.versions.keep, editing.draft)
            await self._view.give_up(editing)
            await self._reopen(editing)
        else:
            await self._part(editing)

    async def _choice(self, editing: OpenReport) -> str | None:
        """Ask which text counts, unless there is no difference."""
        changed = problem = ""
        try:
            theirs = await asyncio.to_thread(self._store.load, editing.draft.id)
            if theirs.same_text(editing.draft):
                return _MINE
            changed = what_differs(editing.draft, theirs)
        except UnreadableDraft as error:
            problem = str(error)
        if self._view.open is not editing:
            return None
        dialog = ChangedDialog(changed, problem, self._key_label("versies"))
        return await self._app.push_screen_wait(dialog)

    async def _part(self, editing: OpenReport) -> None:
        """Leave the file to who changed it, and go on with a report of one's own."""
        now = self._view.now()
        title = f"{editing.draft.name} (dit venster, {now:%H:%M})"
        own = editing.draft.duplicate(new_id(now), title, now)
        session = self._store.begin(own)
        try:
            await asyncio.to_thread(session.save, own)
        except StorageError:
            session.close()
            raise
        await self._view.give_up(editing)
        await self._go_on_with(editing, own, session)
        text = f"Je schrijft verder in '{own.name}'. Het andere verslag staat in je lijst."
        self._app.notify(text)

    async def _reopen(self, editing: OpenReport, *, take_over: bool = False) -> None:
        """Open a report anew on the screens that are there; only to read if that fails."""
        draft = editing.draft
        try:
            session = await asyncio.to_thread(self._store.open, draft.id, take_over=take_over)
        except ReisverslagError:
            await self._go_on_with(editing, draft, None)
            raise
        await self._go_on_with(editing, session.draft, session)

    async def _go_on_with(self, editing: OpenReport, draft: Draft, session: Session | None) -> None:
        """Go on with another draft on the screens of a report, unless that was left meanwhile.

        Without a session it can only be read.
        """
        if self._view.open is not editing:
            if session:
                session.close()
            return
        begun = self._view.begin(draft, session, stored=True)
        self._view.show_read_only(read_only=begun.read_only)
        self._view.show_answers(draft)
        await self._nav.back_to(QuestionScreen)
        self._view.show_status()
        self._app.screen.refresh_bindings()


async def _until_calm(editing: OpenReport, calm: float) -> None:
    """Wait until nobody types, but not for ever: a dialog would swallow the keys."""
    for _ in range(_MOST_WAITS):
        before = editing.draft
        await asyncio.sleep(calm)
        if editing.draft is before:
            return
