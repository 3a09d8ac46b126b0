"""The report as it will be read: laid out, or as the plain text that is printed."""

from collections.abc import Callable, Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.core.width import width_in_words
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.report.preview import render_preview
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.screens.find_in_report import FindInReport
from reisverslag_tui.ui.widgets.follows_theme import FollowsTheme
from reisverslag_tui.ui.widgets.report_text import ReportText
from reisverslag_tui.ui.widgets.top_bar import Status
from reisverslag_tui.ui.workers import run_in_worker


class PreviewScreen(FindInReport, FollowsTheme):
    """Shows the report; one key turns it into the plain text, to the letter, and back."""

    CSS_PATH = "preview.tcss"
    BINDINGS = bindings.of(
        bindings.PLAIN_TEXT,
        bindings.LAID_OUT,
        bindings.WIDTH,
        bindings.TO_PRINTER,
        bindings.TO_FILE,
        bindings.TO_CLIPBOARD,
        bindings.FIND_HERE,
        bindings.FIND_BY_LETTER,
        bindings.CLOSE_FIND,
        bindings.BACK,
        bindings.ANSWERS,
    )

    heading = "Voorbeeld"

    def __init__(
        self,
        form: Form,
        draft: Draft,
        status: Status,
        navigation: Navigation,
        width: Callable[[], int],
        last_search: LastSearch,
    ) -> None:
        super().__init__(draft.title, status, last_search)
        self._form = form
        self._draft = draft
        self._nav = navigation
        self._width_now = width
        self._plain = False
        self._width = width()

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the report, which scrolls."""
        with VerticalScroll(id="preview"):
            yield ReportText()
        yield Static(id="width", classes="quiet")

    @override
    def on_mount(self) -> None:
        """Show the report laid out."""
        self._show()

    @override
    def show_theme(self) -> None:
        """Lay the report out in other colours."""
        self._show()

    @override
    def show_draft(self, draft: Draft) -> None:
        """Show what the report has become: its title, after which a file is named too."""
        super().show_draft(draft)
        self._draft = draft

    @override
    def show_answers(self, draft: Draft) -> None:
        """Show the report with other answers, and stay at the same line."""
        self._draft = draft
        self._show(to_top=False)

    @override
    def show_settings(self) -> None:
        """Show another width, if one was chosen on another screen; else stay at the same line."""
        if self._width_now() != self._width:
            self._show()

    @override
    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Zo ziet je verslag eruit. Met T zie je de platte tekst, precies zoals die wordt "
            "afgedrukt, en met B kies je hoe breed. Met P gaat die tekst naar een printer, met O "
            "in een bestand, met K naar het klembord. Met / zoek je een woord."
        )

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the other way to show the report."""
        if action == "show_plain":
            return parameters != (self._plain,)
        return super().check_action(action, parameters)

    def action_show_plain(self, plain: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Show the plain text, or the report laid out."""
        self._plain = plain
        self._show()
        self.refresh_bindings()

    def action_width(self) -> None:
        """Choose the width of the plain text, and show that; the app goes on if this is left."""
        run_in_worker(self.app, "settings", self._choose_width)

    async def _choose_width(self) -> None:
        await self._nav.choose_width()
        if self.is_running:
            self._show()

    def action_print(self, way: str) -> None:
        """Print the plain text, on paper or elsewhere."""
        self._nav.print_report(self._draft, way)

    def _show(self, *, to_top: bool = True) -> None:
        report = self.query_one(ReportText)
        self._width = self._width_now()
        if self._plain:
            report.update(Content(render_plain(self._draft, self._form, self._width)))
        else:
            report.update(render_preview(self._draft, self._form, self.accent))
        width = width_in_words(self._width)
        self.query_one("#width", Static).update(f"Platte tekst: {width}")
        around = self.query_one("#preview")
        around.set_class(self._plain, "-plain")
        if to_top:
            around.scroll_home(animate=False)
