"""The settings: each on a line, changed with Enter, and saved at once."""

from collections.abc import Awaitable, Coroutine, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from reisverslag_tui.core.number import number_range, read_number
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage.settings import KEYS, THEME, Problem
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.key import KeyDialog
from reisverslag_tui.ui.dialogs.line import NumberDialog
from reisverslag_tui.ui.dialogs.list import ThemeDialog
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.settings_rows import Row, rows
from reisverslag_tui.ui.widgets.top_bar import Status

_LABELS, _VALUES = 36, 18  # cells for these, in a terminal that is not narrow


class SettingsScreen(Page):
    """Lists what can be chosen; above that what in the file is not as it should be."""

    CSS_PATH = "settings.tcss"
    BINDINGS = bindings.of(bindings.CHANGE, bindings.TO_DEFAULT, bindings.BACK)

    heading = "Instellingen"

    def __init__(self, preferences: Preferences, status: Status) -> None:
        super().__init__("", status)
        self.id = "settings"
        self._preferences = preferences
        self._listed: list[Problem | Row] = []

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the lines, and what is to be known of the chosen one."""
        yield OptionList(id="list", markup=False)
        yield Static(id="about", classes="quiet")

    @override
    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Kies een regel en druk op Enter om die te wijzigen; het wordt meteen opgeslagen. Met "
            "Del gaat een regel terug naar de standaard. Alles staat in een bestand dat je ook "
            "zelf kunt wijzigen: reisverslag paden zegt waar. Kies je een andere toets, dan staat "
            "in hulp en meldingen soms nog de gewone."
        )

    def on_mount(self) -> None:
        """Begin at the top."""
        self.set_focus(self.query_one(OptionList))
        self.show_settings()

    def on_resize(self, _event: events.Resize) -> None:
        """Use the width there is now."""
        self.call_after_refresh(self._show_if_there)

    def _show_if_there(self) -> None:
        if self.is_current:  # what is below a dialog is shown anew when that goes
            self.show_settings()

    @property
    def _chosen(self) -> Problem | Row | None:
        index = self.query_one(OptionList).highlighted
        return None if index is None or not self._listed else self._listed[index]

    @override
    def show_settings(self) -> None:
        """Show what holds now; the choice stays on what it was on, or begins at the top."""
        held, chosen = self._preferences, self._chosen
        self._listed = [*held.problems, *rows(held), *held.hints]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(self._options())
        listed.highlighted = self._place(type(chosen), chosen.keys) or 0 if chosen else 0

    def _options(self) -> Iterator[Option | None]:
        """Yield the lines, with a rule between settings, keys and what is wrong."""
        for before, item in pairwise((self._listed[0], *self._listed)):
            if _part(before) != _part(item):
                yield None
            yield Option(self._line(item))

    def _line(self, item: Problem | Row) -> Content:
        if isinstance(item, Problem):
            colour = "$quiet" if item in self._preferences.hints else "$warning"
            return Content.styled(str(item), colour)
        if self.has_class("-narrow"):
            return Content.assemble(f"{item.label}: ", (item.shown, "$accent"))
        name = (item.keys[-1], "$quiet")
        return Content.assemble(
            item.label.ljust(_LABELS), (item.shown.ljust(_VALUES), "$accent"), name
        )

    def _place(self, kind: type[Problem | Row], keys: tuple[str, ...]) -> int | None:
        """Return where the problem or the setting stands to which these lead, if there is one."""
        for place, item in enumerate(self._listed):
            if isinstance(item, kind) and item.keys == keys:
                return place
        return None

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        chosen = self._chosen
        if isinstance(chosen, Row):
            about = chosen.about
        elif chosen and self._place(Row, chosen.keys) is None:
            about = "Verander dit in het bestand zelf. Waar dat staat, zegt: reisverslag paden"
        else:
            about = "Met Enter ga je naar deze instelling."
        self.query_one("#about", Static).update(Content(about))

    @on(OptionList.OptionSelected)
    def action_change(self) -> None:
        """Change the chosen setting: what is on or off at once, the rest in a dialog."""
        chosen = self._chosen
        if isinstance(chosen, Row):
            self._begin(self._change(chosen))
        elif chosen and (place := self._place(Row, chosen.keys)) is not None:
            self.query_one(OptionList).highlighted = place

    def action_to_default(self) -> None:
        """Go back to the default of the chosen setting."""
        if isinstance(chosen := self._chosen, Row):
            self._begin(self._hold(chosen, self._preferences.choose(chosen.keys, None)))

    def _begin(self, change: Coroutine[Any, Any, None]) -> None:
        """Begin to change a setting; the app goes on with that when this screen is left."""
        self.app.run_worker(change, group="settings")

    async def _change(self, row: Row) -> None:
        if isinstance(row.value, bool):
            await self._hold(row, self._preferences.switch(row.keys[0]))
        elif (value := await self._new_value(row)) is not None:
            await self._hold(row, self._preferences.choose(row.keys, value))

    async def _new_value(self, row: Row) -> str | int | None:
        """Ask for another value; None to leave it at this one."""
        if isinstance(row.value, int):
            read = partial(read_number, what="Dit", most=row.most)
            text = f"{row.about} Het is {number_range(0, row.most)}."
            dialog = NumberDialog(row.label, text, row.value, "Opslaan", read)
            return await self.app.push_screen_wait(dialog)
        if row.keys[0] == KEYS:
            objection = partial(self._preferences.objection, row.keys[-1])
            return await self.app.push_screen_wait(KeyDialog(row.label, row.value, objection))
        return await self._theme(row.value)

    async def _theme(self, present: str) -> str | None:
        before = self.app.theme
        name = await self.app.push_screen_wait(ThemeDialog(present))
        if name is None:
            self.app.theme = before
        return name

    async def _hold(self, row: Row, writing: Awaitable[None]) -> None:
        """Have a setting hold once it is saved; if it can't be saved all stays as it was."""
        try:
            await writing
        except ReisverslagError as error:
            self.app.notify(f"Niet opgeslagen: {error}", severity="error")
        if row.keys == (THEME,):
            self.app.theme = self._preferences.settings.theme
        self.app.set_keymap(self._preferences.keymap)
        for page in self.app.screen_stack:  # this one may be left by now
            if isinstance(page, Page) and page.is_mounted:
                page.show_settings()


def _part(item: Problem | Row) -> str:
    """Return which part of the list something belongs to."""
    if isinstance(item, Problem):
        return "problems"
    return "keys" if item.keys[0] == KEYS else "settings"
