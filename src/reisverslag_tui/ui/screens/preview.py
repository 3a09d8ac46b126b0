"""The report as it will be read: laid out, or as the plain text that is printed."""

from collections.abc import Iterable

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import Form
from reisverslag_tui.rendering.plain import render_plain
from reisverslag_tui.rendering.preview import render_preview
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.printing import copy_to_clipboard, print_to_file
from reisverslag_tui.ui.screens.find_in_report import FindInReport
from reisverslag_tui.ui.sought import Sought
from reisverslag_tui.ui.widgets.report_text import ReportText
from reisverslag_tui.ui.widgets.top_bar import Status


class PreviewScreen(FindInReport):
    """Shows the report; one key turns it into the plain text, to the letter, and back."""

    BINDINGS = [
        keys.PLAIN_TEXT,
        keys.LAID_OUT,
        keys.TO_FILE,
        keys.TO_CLIPBOARD,
        keys.FIND_HERE,
        keys.FIND_BY_LETTER,
        keys.CLOSE_FIND,
        keys.BACK,
        keys.ANSWERS,
    ]

    heading = "Voorbeeld"

    def __init__(self, form: Form, draft: Draft, status: Status, sought: Sought) -> None:
        super().__init__(draft.title, status, sought)
        self._form = form
        self._draft = draft
        self._plain = False

    def compose_page(self) -> Iterable[Widget]:
        """Yield the report, which scrolls."""
        with VerticalScroll(id="preview"):
            yield ReportText()

    def on_mount(self) -> None:
        """Show the report laid out, in the colours of the theme."""
        self._show()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._show())

    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Zo ziet je verslag eruit. Met T zie je de platte tekst, precies zoals die wordt "
            "afgedrukt. Met O bewaar je die in een bestand, met K gaat hij naar het klembord. "
            "Met / zoek je een woord."
        )

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

    @work(exclusive=True)
    async def action_to_file(self) -> None:
        """Save the plain text."""
        await print_to_file(self.app, self._draft, self._form)

    def action_to_clipboard(self) -> None:
        """Copy the plain text."""
        copy_to_clipboard(self.app, self._draft, self._form)

    def _show(self) -> None:
        report = self.query_one(ReportText)
        if self._plain:
            report.update(Content(render_plain(self._draft, self._form)))
        else:
            accent = self.app.theme_variables["accent"]
            report.update(render_preview(self._draft, self._form, accent))
        around = self.query_one("#preview")
        around.set_class(self._plain, "-plain")
        around.scroll_home(animate=False)
