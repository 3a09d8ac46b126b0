"""What the screens that list reports have in common: searching, counting, and an empty state."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from textual import on
from textual.widgets import Input

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.text import counted
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.ui.library import Entry, Shelf
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.widgets.report_list import ReportList
from reisverslag_tui.ui.widgets.top_bar import Status

_SOON = 0.1  # seconds; most have read all their reports by then


class ListPage(Page):
    """A page with a list of reports; what has the id `empty` takes its place if there are none."""

    CSS_PATH = "list_page.tcss"
    of_one_report = False

    def __init__(self, shelf: Shelf) -> None:
        super().__init__("", Status(""))
        self._shelf = shelf
        self._entries: Sequence[Entry] | None = None
        self._known = asyncio.Event()

    async def on_mount(self) -> None:
        """Read the reports; what is typed meanwhile is sought when they are there.

        Nothing is drawn before some are, or it takes long: else a search line would flash by.
        """
        self.query_one("#empty").display = False
        self.set_focus(self.query_one("#search"))
        self.refill()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._known.wait(), _SOON)

    def refill(self) -> object:
        """Read the reports anew, and show them."""
        raise NotImplementedError

    @property
    def reports(self) -> ReportList:
        """The list."""
        return self.query_one(ReportList)

    @property
    def empty(self) -> bool:
        """Whether it is known that there are no reports."""
        return self._entries is not None and not self._entries

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these reports, as `ReportList.show` does, or say that there are none."""
        self._entries = entries
        self._known.set()
        self.query_one("#empty").display = self.empty
        self.reports.display = not self.empty
        self.reports.show(entries)
        self._count()
        self.refresh_bindings()

    async def show_first(self, entries: Sequence[Entry]) -> None:
        """Show some of the reports, and wait until they are to be seen: reading holds that up."""
        self.reports.show(entries)
        self.save_status.show(Status("Verslagen lezen ..."))
        self._known.set()
        seen = asyncio.Event()
        self.call_after_refresh(seen.set)
        await seen.wait()

    def without(self, item: Draft | Broken) -> Sequence[Entry]:
        """Return the reports in the list, those that the search does not find too, but for one."""
        return [entry for entry in self.reports.entries if entry.item.id != item.id]

    def leave_out(self, item: Draft | Broken) -> None:
        """Show at once what is left of the reports; the next key is about that."""
        left = self.without(item)
        if self._entries is None:  # some of them: that no more are left is not known
            self.reports.show(left)
        else:
            self.show(left)

    @on(Input.Changed)
    def _count(self) -> None:
        """Say how many reports there are, or were found, once that is known."""
        if self._entries is None:
            return
        total = len(self._entries)
        broken = sum(isinstance(entry.item, Broken) for entry in self._entries)
        text = counted(total, "verslag", "verslagen")
        if self.reports.searching:
            text = f"{len(self.reports.found)} van {total}"
        elif broken:
            text += f", {broken} onleesbaar"
        self.save_status.show(Status(text))

    def deleted_in_search(self) -> bool:
        """Let Del be that of an editor if the cursor is inside the search word; tell if it was."""
        search = self.query_one("#search", Input)
        inside = search.cursor_position < len(search.value)
        if inside:
            search.action_delete_right()
        return inside
