"""Every report: find one, open it, begin another."""

from collections.abc import Awaitable, Iterable

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static

from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage import Broken
from reisverslag_tui.text import clean_line
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.title import TitleDialog
from reisverslag_tui.ui.later import do_later
from reisverslag_tui.ui.printing import Printing
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.shelf import Shelf
from reisverslag_tui.ui.widgets.report_list import ReportList
from reisverslag_tui.ui.widgets.top_bar import Status

_WELCOME = """\
Hier schrijf je het verslag van een buitenlandse dienstreis: zeven vragen, één per scherm. \
Wat je typt wordt meteen bewaard. Je kunt altijd stoppen en later verdergaan waar je was.
"""


class _Welcome(VerticalScroll, inherit_bindings=False):
    """What this is, and two buttons; the arrows go from one to the other."""

    BINDINGS = [
        Binding("down", "app.focus_next", "Volgende knop", id="knop-verder", show=False),
        Binding("up", "app.focus_previous", "Vorige knop", id="knop-terug", show=False),
    ]


class ReportsScreen(Page):
    """The reports on a shelf. What is not opened is changed here; opening is the app's."""

    BINDINGS = [
        keys.NEW,
        keys.LOOK,
        keys.CLEAR,
        keys.COPY_REPORT,
        keys.RENAME,
        keys.PRINT_REPORT,
        keys.THROW_AWAY,
        keys.TAKE_BACK,
        keys.EXAMPLE,
    ]

    heading = "Verslagen van buitenlandse dienstreizen"

    def __init__(self, shelf: Shelf, printing: Printing) -> None:
        super().__init__("", Status(""))
        self._shelf = shelf
        self._printing = printing
        self._empty = True

    def on_mount(self) -> None:
        """Read the reports."""
        self.call_after_refresh(self.refill)

    def compose_page(self) -> Iterable[Widget]:
        """Yield the list, and the welcome that takes its place while there is nothing to list."""
        with _Welcome(id="welcome", can_focus=False):
            yield Static("Nog geen verslagen", classes="question")
            yield Static(_WELCOME, classes="text")
            yield Button("Nieuw verslag", id="new", compact=True)
            yield Button("Voorbeeldverslag bekijken", id="example", compact=True)
        yield ReportList()

    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Typ een paar letters om te zoeken in titels en antwoorden. Kies met de pijltjes en "
            "druk op Enter om verder te gaan waar je was. Een verslag dat je weggooit gaat naar "
            "de prullenbak en is met Ctrl+Z meteen weer terug."
        )

    @work(exclusive=True, group="refill")
    async def refill(self, choose: str = "") -> None:
        """Read the reports anew, and show them; `choose` is the id of the one to be chosen."""
        try:
            drafts, broken = await self._shelf.reports()
        except ReisverslagError as error:
            self._complain(error)
            return
        self._empty = not drafts and not broken
        self.query_one("#welcome").display = self._empty
        reports = self.query_one(ReportList)
        reports.display = not self._empty
        reports.show(drafts, broken, self._shelf.now(), choose)
        count = f"{len(drafts)} {'verslag' if len(drafts) == 1 else 'verslagen'}"
        self.save_status.show(Status(count))
        self.refresh_bindings()
        self.set_focus(self.query_one("#new" if self._empty else "#search"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a report only when there is one."""
        if action in ("open", "clear", "look", "rename", "duplicate", "print", "throw_away"):
            return not self._empty
        return super().check_action(action, parameters)

    def _chosen(self) -> Draft | None:
        """Return the chosen report, or say why there is nothing to be done with it."""
        chosen = self.query_one(ReportList).chosen
        if isinstance(chosen, Broken):
            where = clean_line(str(chosen.path))
            text = (
                f"{where}\n{chosen.error}. Het bestand blijft zoals het is. "
                f"Eerdere versies: reisverslag versies {chosen.name}"
            )
            self.app.notify(text, severity="warning")
            return None
        return chosen

    def action_clear(self) -> None:
        """Show all reports again."""
        self.query_one(ReportList).clear()

    @on(OptionList.OptionSelected)
    async def action_open(self) -> None:
        """Open the chosen report; one that could not be read may be whole again by now."""
        if chosen := self.query_one(ReportList).chosen:
            await self.run_action(f"app.open_report({chosen.id!r})")

    async def action_look(self) -> None:
        """Preview the chosen report."""
        if draft := self._chosen():
            await self.run_action(f"app.preview_report({draft.id!r})")

    @on(Button.Pressed, "#new")
    def _new(self) -> None:
        do_later(self, "app.new_report")

    @on(Button.Pressed, "#example")
    def _example(self) -> None:
        do_later(self, "app.example_report")

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Print the chosen report, on paper or elsewhere."""
        if draft := self._chosen():
            await self._printing.ask_where(self.app, draft)

    @work(exclusive=True, group="change")
    async def action_rename(self) -> None:
        """Give the chosen report another title."""
        draft = self._chosen()
        if draft and (title := await self.app.push_screen_wait(TitleDialog(draft.title))):
            await self._change(self._shelf.rename(draft, title))

    async def action_duplicate(self) -> None:
        """Begin a report that is a copy of the chosen one, and choose it."""
        if draft := self._chosen():
            try:
                copy = await self._shelf.duplicate(draft)
            except ReisverslagError as error:
                self._complain(error)
            else:
                self.app.notify(f"Er is een kopie: '{copy.name}'.")
                self.refill(copy.id)

    async def action_throw_away(self) -> None:
        """Move the chosen report to the bin; inside the search word it is the Del of an editor."""
        search = self.query_one("#search", Input)
        if search.cursor_position < len(search.value):
            search.action_delete_right()
        elif draft := self._chosen():
            await self._change(self._shelf.throw_away(draft))

    async def action_take_back(self) -> None:
        """Take back what was last thrown away."""
        await self._change(self._shelf.take_back())

    async def _change(self, change: Awaitable[str]) -> None:
        """Carry out a change, say what it did or why it failed, and show what is there now."""
        try:
            self.app.notify(await change)
        except ReisverslagError as error:
            self._complain(error)
        self.refill()

    def _complain(self, error: ReisverslagError) -> None:
        self.app.notify(f"Dat lukt niet: {error}", severity="error")
