"""What the screens have in which one can find a word."""

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input
from typing_extensions import override

from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.widgets.top_bar import Status

if TYPE_CHECKING:
    from reisverslag_tui.ui.widgets.find_bar import FindBar

NOTHING = "Niets gevonden"


class FindingPage(Page):
    """A page with a bar to find with, which is made when it is first wanted.

    Which hit comes next is for each such page to say.
    Among the keys of a page belongs `CLOSE_FIND`, before the key that goes back.
    """

    def __init__(self, report_title: str, status: Status, last_search: LastSearch) -> None:
        super().__init__(report_title, status)
        self._last_search = last_search

    def seek(self) -> None:
        """Go to the first hit from here on; the word is still being typed."""
        raise NotImplementedError

    async def action_find_next(self) -> None:
        """Go to the next hit."""
        raise NotImplementedError

    async def action_find_previous(self) -> None:
        """Go to the hit before."""
        raise NotImplementedError

    def leave_bar(self) -> None:
        """Give the focus back to the text, at the hit."""
        raise NotImplementedError

    def to_find(self) -> str:
        """Return what to find unless something else is typed: what was last sought."""
        return self._last_search.word

    @property
    def bar(self) -> "FindBar":
        """The bar to find with."""
        from reisverslag_tui.ui.widgets.find_bar import FindBar

        return self.query_one(FindBar)

    @property
    def finding(self) -> bool:
        """Whether the bar is in sight."""
        return bool(self.query("FindBar.-open"))

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to close the bar only while it is open."""
        if action == "close_find":
            return self.finding
        return super().check_action(action, parameters)

    async def action_find(self) -> None:
        """Bring up the bar, with something to find; a notice would cover it."""
        self.app.clear_notifications()
        if not self.query("FindBar"):
            from reisverslag_tui.ui.widgets.find_bar import FindBar

            await self.mount(FindBar(self._last_search))
        self.bar.open(self.to_find())
        self.seek()

    def action_close_find(self) -> None:
        """Put the bar away."""
        self.bar.close()
        self.leave_bar()
        self.refresh_bindings()

    @on(Input.Changed, "#word")
    def _typed(self) -> None:
        if self.finding:
            self.seek()
