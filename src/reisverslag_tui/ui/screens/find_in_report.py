"""Finding in a report that is only read, as it is shown."""

from textual.containers import VerticalScroll
from textual.geometry import Spacing
from typing_extensions import override

from reisverslag_tui.ui.screens.finding_page import NOTHING, FindingPage
from reisverslag_tui.ui.widgets.report_text import ReportText

_AROUND = Spacing(1, 4, 1, 4)
"""The room that a hit that comes into view gets around it."""


class FindInReport(FindingPage):
    """Finds in its `ReportText`, which is in a container that scrolls."""

    _began = 0

    @override
    async def action_find(self) -> None:
        """Bring up the bar; what is sought is so from the top line in sight."""
        line = self.query_one(ReportText).line
        self._began = self._scroller.scroll_offset.y if line is None else line
        self._scroller.can_focus = False  # Tab would make commands of the letters typed after it
        await super().action_find()

    @override
    def seek(self) -> None:
        """Go to the first hit from where one began to type, or back there if there is no word."""
        report = self.query_one(ReportText)
        report.mark(self.bar.word)
        lines = [hit[0][0] for hit in report.hits]
        self._go_to(next((number for number, at in enumerate(lines) if at >= self._began), 0))
        if not self.bar.word:
            self._scroller.scroll_to(y=self._began, animate=False)

    @override
    async def action_find_next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1, "Verder vanaf het begin")

    @override
    async def action_find_previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1, "Verder vanaf het einde")

    @override
    def leave_bar(self) -> None:
        """Give the focus back to the report, in which nothing is marked any more."""
        self.query_one(ReportText).mark("")
        self._scroller.can_focus = True
        self.set_focus(self._scroller)

    @property
    def _scroller(self) -> VerticalScroll:
        return self.query_one("#preview", VerticalScroll)

    def _step(self, step: int, round_the_corner: str) -> None:
        report = self.query_one(ReportText)
        number = (report.current or 0) + step
        inside = 0 <= number < len(report.hits)
        self._go_to(number, "" if inside else round_the_corner)
        self._began = report.line or self._began

    def _go_to(self, number: int, news: str = "") -> None:
        """Bring a hit into view, and say which of how many it is."""
        report = self.query_one(ReportText)
        count = len(report.hits)
        self.bar.show_news(news if count else "")
        if not count:
            self.bar.show_count(NOTHING if self.bar.word else "")
            return
        self.bar.show_count(f"{number % count + 1} van {count}")
        report.go_to(number % count)
        self.call_after_refresh(self._show_hit, report, self._scroller)

    def _show_hit(self, report: ReportText, scroller: VerticalScroll) -> None:
        if place := report.place:
            region = place.translate(report.virtual_region.offset)
            scroller.scroll_to_region(region, spacing=_AROUND, animate=False)
