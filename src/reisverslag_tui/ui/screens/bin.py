"""The bin: look at what was thrown away, put it back, or erase it for ever."""

from collections.abc import Iterable
from functools import partial

from textual import on, work
from textual.widget import Widget
from textual.widgets import Input, Static
from typing_extensions import override

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.library import Entry, Shelf
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.screens.list_page import ListPage
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.report_list import ReportList
from reisverslag_tui.ui.workers import run_in_worker

_EMPTY = """\
De prullenbak is leeg.

Een verslag dat je bij je verslagen met Del weggooit, komt hier te liggen tot je het terugzet \
of wist."""


class BinScreen(ListPage):
    """Lists what is in the bin, the last changed first."""

    BINDINGS = bindings.of(bindings.PUT_FROM_BIN, bindings.ERASE, bindings.BACK_FROM_BIN)

    heading = "Prullenbak"

    def __init__(self, shelf: Shelf, navigation: Navigation) -> None:
        super().__init__(shelf)
        self._nav = navigation
        self._put_back = ""

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the list, and what takes its place while the bin is empty."""
        yield Static(_EMPTY, id="empty")
        yield ReportList(self._shelf.now)

    @override
    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Hier ligt wat je hebt weggegooid. Typ om te zoeken, kies met de pijltjes, en zet een "
            "verslag met Enter terug tussen je verslagen. Met Del wis je het voorgoed, met alle "
            "eerdere versies ervan; dat wordt twee keer gevraagd."
        )

    @work(exclusive=True, group="refill")
    @override
    async def refill(self) -> None:
        """Read anew what is in the bin, and show it."""
        try:
            self.show(await self._shelf.binned())
        except ReisverslagError as error:
            complain(self.app, error)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a report only when there is one."""
        if action in ("put_back", "erase"):
            return bool(self._entries)
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Show all that is in the bin again, or go back to the reports."""
        if self.query_one("#search", Input).value:
            self.reports.clear()
        else:
            self._nav.soon(partial(self._nav.close_bin, self._put_back))

    @on(LongList.Clicked)
    def _look(self, event: LongList.Clicked) -> None:
        """Only choose what is clicked: a click here should move nothing."""
        event.stop()

    async def action_put_back(self) -> None:
        """Put the chosen report back among the reports."""
        item = self.reports.chosen
        if item is None:
            return
        try:
            self.app.notify(await self._shelf.take_back(item))
        except ReisverslagError as error:
            complain(self.app, error)
        else:
            self._put_back = item.id
            self.leave_out(item)
        self.refill()

    async def action_erase(self) -> None:
        """Erase the chosen report; inside the search word it is the Del of an editor."""
        if self.deleted_in_search() or not (entry := self.reports.chosen_entry):
            return
        try:  # here, where it holds up the keys that are meant for the questions
            versions = await self._shelf.versions_of_binned(entry.item)
        except ReisverslagError as error:
            complain(self.app, error)
            self.refill()
        else:
            # The app goes on with it when this screen is left, and says what became of it.
            run_in_worker(self.app, "change", self._erase, entry, versions)

    async def _erase(self, entry: Entry, versions: int) -> None:
        erased = await self._nav.erase(entry, versions)
        if self.is_running:
            if erased:
                self.leave_out(entry.item)
            self.refill()
