"""The bin: look at what was thrown away, put it back, or erase it for ever."""

from collections.abc import Iterable

from textual import on, work
from textual.widget import Widget
from textual.widgets import Input, Static

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.complaint import Complaint
from reisverslag_tui.ui.dialogs.erase import ERASE, EraseDialog, SurelyEraseDialog
from reisverslag_tui.ui.later import do_later
from reisverslag_tui.ui.library import Entry, Shelf
from reisverslag_tui.ui.screens.list_page import ListPage
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.report_list import ReportList

_EMPTY = """\
De prullenbak is leeg.

Een verslag dat je bij je verslagen met Del weggooit, komt hier te liggen tot je het terugzet \
of wist."""


class BinScreen(ListPage):
    """Lists what is in the bin, the last changed first."""

    BINDINGS = [keys.PUT_FROM_BIN, keys.ERASE, keys.BACK_FROM_BIN]

    heading = "Prullenbak"

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._put_back = ""

    def compose_page(self) -> Iterable[Widget]:
        """Yield the list, and what takes its place while the bin is empty."""
        yield Static(_EMPTY, id="empty")
        yield ReportList(self._shelf.now)

    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Hier ligt wat je hebt weggegooid. Typ om te zoeken, kies met de pijltjes, en zet een "
            "verslag met Enter terug tussen je verslagen. Met Del wis je het voorgoed, met alle "
            "eerdere versies ervan; dat wordt twee keer gevraagd."
        )

    @work(exclusive=True, group="refill")
    async def refill(self) -> None:
        """Read anew what is in the bin, and show it."""
        try:
            self.show(await self._shelf.binned())
        except ReisverslagError as error:
            self.post_message(Complaint(error))

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
            do_later(self, f"app.close_bin({self._put_back!r})")

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
            self.post_message(Complaint(error))
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
            self.post_message(Complaint(error))
            self.refill()
        else:
            # The app goes on with it when this screen is left, and says what became of it.
            self.app.run_worker(self._erase(entry, versions), group="change")

    async def _erase(self, entry: Entry, versions: int) -> None:
        """Ask twice, and erase what is in the bin for ever, with so many versions."""
        item = entry.item
        try:
            question = EraseDialog(item.name, versions)
            second_question = SurelyEraseDialog(item.name, entry.state(self._shelf.now()))
            for dialog in (question, second_question):
                if await self.app.push_screen_wait(dialog) != ERASE:
                    return
            self.app.notify(await self._shelf.erase(item))
        except ReisverslagError as error:
            self.app.post_message(Complaint(error))
        else:
            if self.is_running:
                self.leave_out(item)
        if self.is_running:
            self.refill()
