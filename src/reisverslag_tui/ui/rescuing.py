"""What was rescued when a report could not be saved is offered at the next start."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from textual import work

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.editing.rescue import Rescued, discard, find_rescued, put_in
from reisverslag_tui.errors import ReisverslagError, StorageError
from reisverslag_tui.ui.daemon_thread import aside
from reisverslag_tui.ui.opening import OpeningApp
from reisverslag_tui.ui.widgets.top_bar import Status

_PUT_IN = "De geredde tekst staat in het verslag. Wat er stond vind je daar met {key}."
_UNREAD = "In {each.path} staat geredde tekst die niet gelezen kan worden: {each.error}."
_MORE_RESCUED = "Er is ook geredde tekst van een ander verslag. Die krijg je bij je verslagen."


class RescuingApp(OpeningApp):
    """Offers rescued text: of all reports at the list of them, of one when that is opened."""

    _started = False
    _put_off: frozenset[Path] = frozenset()  # the files that were offered or told of

    def offer_at_start(self) -> None:
        """Offer what was rescued, now that the first screen is there."""
        self._started = True
        if not isinstance(self._first, str):
            self._offer_rescued(self._first.id if self._first else "")

    async def action_open_report(self, draft_id: str, at: Sequence[Any] = ()) -> None:
        """Open a report, and offer what was rescued of it."""
        await super().action_open_report(draft_id, at)
        if self._started and self._editing:
            self._offer_rescued(draft_id)

    async def _show_reports(self, choose: str = "", left: Draft | None = None) -> None:
        await super()._show_reports(choose, left)
        if self._started:
            self._offer_rescued()

    @work(group="rescued", exclusive=True)
    async def _offer_rescued(self, draft_id: str = "") -> None:
        """Offer what was rescued of one report, or of all; who answers "later" is asked again.

        That is when the report is opened, or at the next start.
        """
        offered = frozenset[Path]() if draft_id else self._put_off
        while True:
            found, unread = await aside(partial(find_rescued, self._store))
            if not {each.path for each in unread} <= self._put_off:
                self._put_off |= {each.path for each in unread}
                self.notify(_UNREAD.format(each=unread[0]), severity="warning", timeout=15)
            of_this = [each for each in found if draft_id in ("", each.draft.id)]
            new = [each for each in of_this if each.path not in offered]
            if not new:
                break
            offered |= {new[0].path}
            self._put_off |= {new[0].path}
            await self._offer(new[0])
        if draft_id and len(found) > len(of_this):
            self.notify(_MORE_RESCUED)

    async def _offer(self, rescued: Rescued) -> None:
        from reisverslag_tui.ui.dialogs.rescued import RescuedDialog
        from reisverslag_tui.ui.flows.leave import what_differs
        from reisverslag_tui.ui.flows.offer_rescued import wants_rescued

        draft, changed = rescued.draft, ""
        with suppress(ReisverslagError):
            changed = what_differs(await self._shelf.load(draft.id), draft)
        wanted = await wants_rescued(
            self,
            lambda: RescuedDialog(draft, changed, self._now(), self.key_called("versies")),
            lambda: self.preview_of(draft, Status("")),
        )
        if wanted:
            try:
                await self._put_in(rescued)
            except ReisverslagError as error:
                self.complain(error)

    async def _put_in(self, rescued: Rescued) -> None:
        """Put a rescued text in its report, open or not; its file goes once that is saved."""
        editing = self._editing
        if not editing or editing.draft.id != rescued.draft.id:
            draft_id = await aside(partial(put_in, self._store, rescued, self._now()))
            self._reports.refill(draft_id)
        elif not editing.session:
            raise StorageError("je kunt dit verslag hier alleen lezen. De geredde tekst blijft")
        else:
            self.take_all()
            await asyncio.to_thread(editing.session.versions.keep, editing.draft)
            editing.change(editing.draft.put_back(rescued.draft, self._now()))
            self.show_answers(editing.draft)
            if isinstance(outcome := await self._saved(), Failed):
                raise StorageError(f"{outcome.reason}. De geredde tekst blijft")
            await asyncio.to_thread(discard, rescued)
        self.notify(_PUT_IN.format(key=self.key_called("versies")))
