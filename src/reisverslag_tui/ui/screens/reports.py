"""Every report: find one, open it, begin another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from textual import on, work
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.sorting import Order
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.line import LineDialog, TitleDialog
from reisverslag_tui.ui.library import Entry, Shelf
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.screens.list_page import ListPage
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.report_list import ReportList

_WELCOME = """\
Hier schrijf je het verslag van een buitenlandse dienstreis: zeven vragen, één per scherm. \
Wat je typt wordt meteen opgeslagen. Je kunt altijd stoppen en later verdergaan waar je was."""

_BEGIN_WITH = "Nieuw verslag met dit als begin"
_ALL_ANSWERS = "Het nieuwe verslag begint met alle antwoorden van dit verslag. Hoe heet het?"


class _Welcome(VerticalScroll, inherit_bindings=False):
    """What this is, and two buttons; the arrows go from one to the other."""

    BINDINGS = bindings.of(*bindings.BUTTONS)


class ReportsScreen(ListPage):
    """The reports on a shelf. What is not opened is changed here; opening is the app's."""

    BINDINGS = bindings.of(
        bindings.NEW,
        bindings.OPEN,
        bindings.LOOK,
        bindings.CLEAR,
        bindings.BEGIN_WITH,
        bindings.RENAME,
        bindings.PRINT_REPORT,
        bindings.SORT,
        bindings.BIN,
        bindings.THROW_AWAY,
        bindings.TAKE_BACK,
        bindings.EXAMPLE,
    )

    heading = "Verslagen van buitenlandse dienstreizen"

    def __init__(
        self,
        shelf: Shelf,
        navigation: Navigation,
        ui_state: UiStateStore,
        key_label: Callable[[str], str],
    ) -> None:
        super().__init__(shelf)
        self._key_label = key_label
        self._nav = navigation
        self._ui_state = ui_state

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the list, and the welcome that takes its place while there is nothing to list."""
        with _Welcome(id="empty", can_focus=False):
            yield Static("Nog geen verslagen", classes="question")
            yield Static(_WELCOME, classes="text")
            yield Button("Nieuw verslag", id="new", compact=True)
            yield Button("Voorbeeldverslag openen", id="example", compact=True)
        yield ReportList(self._shelf.now, self._order)

    @override
    def explanation(self) -> str:
        """Return what this screen is for; of searching nothing while there is nothing to find."""
        if self.empty:
            return _WELCOME
        return (
            "Typ een paar letters om te zoeken in titels en antwoorden. Van meer woorden moeten ze "
            "allemaal voorkomen; een treffer in de titel staat bovenaan. Kies met de pijltjes en "
            "druk op Enter om verder te gaan waar je was, of bij wat er in een antwoord is "
            "gevonden. Een verslag dat je weggooit gaat naar de prullenbak en is met Ctrl+Z meteen "
            "weer terug."
        )

    @property
    def _order(self) -> Order:
        return Order.called(self._ui_state.current.order)

    @work(exclusive=True, group="refill")
    @override
    async def refill(self, choose: str = "", left: Draft | None = None) -> None:
        """Read the reports anew, and show them; `choose` is the id of the one to be chosen.

        Of many that takes seconds; a report that was `left` is shown at once as it is now.
        """
        if choose:
            self.reports.await_choice(choose)
        try:
            if left and self._entries is not None:
                self.show([await self._shelf.entry(left), *self.without(left)])
            most = self.app.size.height // 2  # a report takes two lines
            if self._entries is None and (first := await self._shelf.newest(most)):
                await self.show_first(first)
            self.show(await self._shelf.reports())
        except ReisverslagError as error:
            complain(self.app, error)

    @override
    def show(self, entries: Sequence[Entry]) -> None:
        """Show these reports, or the welcome, and give the focus to what there is."""
        was_empty = self.empty
        super().show(entries)
        if self.empty != was_empty:
            self.set_focus(self.query_one("#new" if self.empty else "#search"))

    @override
    def show_settings(self) -> None:
        """Name the key for another order, which may be changed by now."""
        self.reports.name_key(self._key_label("volgorde"))

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a report only when there is one."""
        needing = ("open", "clear", "look", "rename", "begin_with", "print", "sort", "throw_away")
        if action in needing:
            return not self.empty
        return super().check_action(action, parameters)

    def _chosen(self) -> Draft | None:
        """Return the chosen report, or say why there is nothing to be done with it."""
        chosen = self.reports.chosen
        if isinstance(chosen, Broken):
            where = clean_line(str(chosen.path))
            text = (
                f"{where}\n{chosen.error}. Het bestand blijft zoals het is. "
                "Druk op Enter om een eerdere versie terug te zetten."
            )
            self.app.notify(text, severity="warning")
            return None
        return chosen

    def action_clear(self) -> None:
        """Show all reports again."""
        self.reports.clear()

    def action_sort(self) -> None:
        """Put the reports in the next order."""
        order = self._order.following
        self._ui_state.current = replace(self._ui_state.current, order=order.value)
        self.reports.sort_by(order)

    @on(LongList.Clicked)
    async def action_open(self) -> None:
        """Open the chosen report, where it was found or else where it was left.

        One that could not be read may be whole again by now.
        """
        if chosen := self.reports.chosen:
            await self._nav.open_report(chosen.id, self.reports.place)

    async def action_look(self) -> None:
        """Preview the chosen report, or show the earlier versions of one that can't be read."""
        if isinstance(self.reports.chosen, Broken):
            await self.action_open()
        elif draft := self._chosen():
            await self._nav.preview_report(draft.id)

    @on(Button.Pressed, "#new")
    def _new(self) -> None:
        self._nav.soon(self._nav.new_report)

    @on(Button.Pressed, "#example")
    def _example(self) -> None:
        self._nav.soon(self._nav.open_example)

    def action_print(self) -> None:
        """Print the chosen report, on paper or elsewhere."""
        if draft := self._chosen():
            self._nav.print_report(draft)

    @work(group="change")
    async def action_rename(self) -> None:
        """Give the chosen report another title."""
        draft = self._chosen()
        if not draft or not (title := await self.app.push_screen_wait(TitleDialog(draft.title))):
            return
        try:
            self.app.notify(await self._shelf.rename(draft, title))
        except ReisverslagError as error:
            complain(self.app, error)
        self.refill()

    @work(group="change")
    async def action_begin_with(self) -> None:
        """Ask for a title, and begin a report with the answers of the chosen one."""
        draft = self._chosen()
        if not draft:
            return
        title = await self.app.push_screen_wait(
            LineDialog(_BEGIN_WITH, _ALL_ANSWERS, f"{draft.name} (kopie)", "Beginnen")
        )
        if not title:
            return
        try:
            begun = await self._shelf.begin_with(draft, title)
        except ReisverslagError as error:
            complain(self.app, error)
        else:
            self._nav.soon(partial(self._nav.open_report, begun.id))

    async def action_throw_away(self) -> None:
        """Move the chosen report to the bin; inside the search word it is the Del of an editor."""
        if not self.deleted_in_search() and (draft := self._chosen()):
            try:
                done = await self._shelf.throw_away(draft)
                now, later = self._key_label("terughalen"), self._key_label("prullenbak")
                self.app.notify(f"{done} Terughalen: {now}, of later met {later}.")
            except ReisverslagError as error:
                complain(self.app, error)
            else:
                self.leave_out(draft)
            self.refill()

    async def action_take_back(self) -> None:
        """Take back what was last thrown away."""
        draft = self._shelf.last_thrown_away
        if draft is None:
            key = self._key_label("prullenbak")
            self.app.notify(f"Je hebt nu niets weggegooid. Wat er eerder lag, vind je met {key}.")
            return
        try:
            self.app.notify(await self._shelf.take_back(draft))
        except ReisverslagError as error:
            complain(self.app, error)
        self.refill(draft.id)
