"""What was rescued when a report could not be saved is offered: at the start, and on opening it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from textual.app import App

from reisverslag_tui.core.dates import when
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.editing.rescue import Rescued, discard, find_rescued, put_in
from reisverslag_tui.errors import ReisverslagError, StorageError
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.flows.leave import what_differs
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.workers import run_in_worker

_MOMENT = 0.05  # seconds between two looks at what is on the screen
_LOOK, _PUT_IN = "look", "put-in"
_DONE = "De geredde tekst staat in het verslag. Wat er stond vind je daar met {key}."
_UNREAD = "In {each.path} staat geredde tekst die niet gelezen kan worden: {each.error}."
_MORE_RESCUED = "Er is ook geredde tekst van een ander verslag. Die krijg je bij je verslagen."


class RescuedDialog(ChoiceDialog):
    """Says which text was rescued; is dismissed with _LOOK or _PUT_IN, or with anything else.

    `changed` names the parts in which it differs from the report, and is empty if there is none.
    Earlier versions are found with the key `versions`.
    """

    def __init__(self, draft: Draft, changed: str, now: datetime, versions: str) -> None:
        differs = f" Anders dan in het verslag is: {changed}." if changed else ""
        super().__init__(
            "Geredde tekst",
            f"Je laatste wijzigingen in '{draft.name}' konden niet worden opgeslagen. De tekst van "
            f"{when(draft.modified, now)} is wel gered.{differs} Zet je die in het verslag, dan "
            f"vind je wat er nu staat met {versions}.",
            {_LOOK: "Bekijken", _PUT_IN: "In het verslag zetten", "later": "Later"},
        )


class RescuedTexts:
    """Offers rescued text: of all reports at the list of them, of one when that is opened."""

    def __init__(
        self,
        app: App[None],
        view: ReportView,
        navigation: Navigation,
        store: DraftStore,
        key_label: Callable[[str], str],
    ) -> None:
        self._app = app
        self._view = view
        self._nav = navigation
        self._store = store
        self._key_label = key_label
        self._offered: frozenset[Path] = frozenset()  # also those that the user was told of

    def offer(self, draft_id: str = "") -> None:
        """Offer, in a worker, what was rescued of one report, or of all.

        Who answers "later" is asked again when the report is opened, or at the next start.
        """
        run_in_worker(self._app, "rescued", self._offer_each, draft_id, exclusive=True)

    async def _offer_each(self, draft_id: str) -> None:
        offered = frozenset[Path]() if draft_id else self._offered
        while True:
            found, unread = await run_in_daemon_thread(partial(find_rescued, self._store))
            if not {each.path for each in unread} <= self._offered:
                self._offered |= {each.path for each in unread}
                text = _UNREAD.format(each=unread[0])
                self._app.notify(text, severity="warning", timeout=15)
            of_this = [each for each in found if draft_id in ("", each.draft.id)]
            new = [each for each in of_this if each.path not in offered]
            if not new:
                break
            offered |= {new[0].path}
            self._offered |= {new[0].path}
            await self._offer(new[0])
        if draft_id and len(found) > len(of_this):
            self._app.notify(_MORE_RESCUED)

    async def _offer(self, rescued: Rescued) -> None:
        draft, changed = rescued.draft, ""
        with suppress(ReisverslagError):
            stored = await asyncio.to_thread(self._store.load, draft.id)
            changed = what_differs(stored, draft)
        if await self._wants(draft, changed):
            try:
                await self._put_in(rescued)
            except ReisverslagError as error:
                complain(self._app, error)

    async def _wants(self, draft: Draft, changed: str) -> bool:
        """Ask whether a text is to be put in its report; the user may read it first."""
        while True:
            while self._app.screen.is_modal:
                await asyncio.sleep(_MOMENT)
            key, now = self._key_label("versies"), self._view.now()
            choice = await self._app.push_screen_wait(RescuedDialog(draft, changed, now, key))
            if choice != _LOOK:
                return choice == _PUT_IN
            reading = await self._nav.preview(draft)
            while reading in self._app.screen_stack:
                await asyncio.sleep(_MOMENT)

    async def _put_in(self, rescued: Rescued) -> None:
        """Put a rescued text in its report, open or not; its file goes once that is saved."""
        editing = self._view.open
        if not editing or editing.draft.id != rescued.draft.id:
            do = partial(put_in, self._store, rescued, self._view.now())
            self._nav.read_reports(await run_in_daemon_thread(do))
        elif not editing.session:
            raise StorageError("je kunt dit verslag hier alleen lezen. De geredde tekst blijft")
        else:
            self._view.take_all()
            await asyncio.to_thread(editing.session.versions.keep, editing.draft)
            editing.change(editing.draft.put_back(rescued.draft, self._view.now()))
            self._view.show_answers(editing.draft)
            if isinstance(outcome := await self._view.saved(), Failed):
                raise StorageError(f"{outcome.reason}. De geredde tekst blijft")
            await asyncio.to_thread(discard, rescued)
        self._app.notify(_DONE.format(key=self._key_label("versies")))
