"""Opening a report: a new one, one of the list, one that another window has or that is damaged."""

import asyncio
import os
from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.errors import InUse, ReisverslagError, UnreadableDraft
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp

if TYPE_CHECKING:
    from reisverslag_tui.editing.open_report import OpenReport
    from reisverslag_tui.ui.navigator import Navigator

_T = TypeVar("_T")
_NEWER = (
    "Dit verslag is gemaakt met een nieuwere versie van het programma. "
    "Je kunt het lezen en afdrukken, niet wijzigen."
)
_ELSEWHERE = (
    "Alleen lezen: een ander venster schrijft in dit verslag. "
    "Wil je het hier doen? Ga terug met Esc en open het opnieuw."
)
_LATER = (
    "Er is een versie met tekst die niet in dit verslag staat en later is. Bekijk die met {key}."
)


class Opening:
    """Reads reports from the store; the navigator shows them."""

    def __init__(
        self,
        app: TerminalApp,
        view: ReportView,
        navigator: "Navigator",
        store: DraftStore,
        preferences: Preferences,
    ) -> None:
        self._app = app
        self._view = view
        self._nav = navigator
        self._store = store
        self._preferences = preferences
        self._explained: OpenReport | None = None

    async def begin(self, draft: Draft) -> None:
        """Begin a report; it is stored at its first change."""
        await self.show(draft, self._store.begin(draft), stored=False)

    async def new(self) -> None:
        """Begin a report without a title."""
        await self.begin(new_draft("", self._view.now()))

    async def open(self, draft_id: str, place: Place | None = None) -> None:
        """Open a report as it is on disk now, where it was left or at a place."""
        await self._app.changes_made()  # a report that gets another title is open in this window
        if self._view.open or self._app.return_code is not None:  # on its way out nothing is drawn
            return
        try:
            session = await asyncio.to_thread(self._store.open, draft_id)
        except InUse as error:
            self._nav.conversations.open_in_use(error, draft_id)
        except UnreadableDraft as error:
            await self._show_damaged(Broken(draft_id, self._store.path(draft_id), error))
        except ReisverslagError as error:
            await self._nav.show_reports()
            complain(self._app, error)
        else:
            await self.show(session.draft, session, place, stored=True)
            self._nav.conversations.offer_rescued(draft_id)

    async def show(
        self, draft: Draft, session: Session | None, place: Place | None = None, *, stored: bool
    ) -> None:
        """Show a report that was opened; without a session it can only be read.

        If another report was opened meanwhile, this one is left to others.
        """
        if self._view.open:
            if session:
                await asyncio.to_thread(session.close)
            return
        editing = self._view.begin(draft, session, stored=stored)
        if place:
            editing.move(place)
        await self._nav.show_editing(editing)
        if draft.read_only:
            self._app.notify(_NEWER, timeout=10)
        elif session:
            await self._tell_of_later(session)

    async def _tell_of_later(self, session: Session) -> None:
        if await asyncio.to_thread(session.has_later_version):
            key = self._preferences.key_label("versies")
            self._app.notify(_LATER.format(key=key), timeout=10)

    def explain_read_only(self) -> None:
        """Say once of each report why nothing that is typed comes in it."""
        editing = self._view.open
        if editing and editing.read_only and editing is not self._explained:
            self._explained = editing
            self._app.notify(_NEWER if editing.draft.read_only else _ELSEWHERE)

    async def _show_damaged(self, file: Broken) -> None:
        """Show the earlier versions of a report that can't be read, or say that it is gone."""
        await self._nav.show_reports()
        if not await asyncio.to_thread(os.path.lexists, file.path):
            complain(self._app, file.error)
        elif (versions := await self.loaded(self._nav.library.versions(file.id))) is not None:
            await self._nav.show_versions_of(file, versions)

    async def put_back_damaged(self, draft_id: str, number: int) -> None:
        """Put an earlier version in the place of a report that can't be read, and open that."""
        if await self.loaded(self._nav.library.put_back(draft_id, number)):
            await self._nav.back_to(type(self._nav.reports))
            await self.open(draft_id)

    async def open_example(self) -> None:
        """Open the example report."""
        if draft := await self.loaded(self._nav.library.example()):
            await self.open(draft.id)

    async def preview(self, draft_id: str) -> None:
        """Show a report as it will be read, without opening it."""
        if draft := await self.loaded(self._nav.library.load(draft_id)):
            await self._nav.preview(draft)

    async def loaded(self, loading: Awaitable[_T]) -> _T | None:
        """Wait for what is read from disk, or say why that can't be done."""
        try:
            return await loading
        except ReisverslagError as error:
            complain(self._app, error)
            return None
