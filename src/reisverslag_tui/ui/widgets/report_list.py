"""The reports, a line to search them with, and a preview of the chosen one if there is room."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.dates import when
from reisverslag_tui.draft import Draft
from reisverslag_tui.form import load_form
from reisverslag_tui.rendering.preview import render_preview
from reisverslag_tui.storage import Broken
from reisverslag_tui.ui import keys


class _SearchLine(Input):
    """The search line; Enter opens the chosen report."""

    BINDINGS = [keys.OPEN]


class _List(OptionList, can_focus=False):
    """The list itself; the search line, which keeps the focus, moves its choice."""


class ReportList(Horizontal):
    """Is given reports, shows those that the search line finds, and knows which is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._drafts: Sequence[Draft] = ()
        self._broken: Sequence[Broken] = ()
        self._now: datetime | None = None

    def compose(self) -> ComposeResult:
        """Yield the search line above the list, and the preview beside them."""
        with Vertical(id="found"):
            yield _SearchLine(placeholder="Typ om te zoeken", id="search", compact=True)
            yield _List(id="list", markup=False)
            yield Static("Geen verslag gevonden.", id="nothing", classes="quiet")
        with VerticalScroll(id="beside", can_focus=False):
            yield Static(id="report")

    def on_mount(self) -> None:
        """Follow the theme, whose colours the preview has."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._preview())

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the preview when it comes into sight."""
        self._preview()

    def show(self, drafts: Sequence[Draft], broken: Sequence[Broken], now: datetime) -> None:
        """Show these reports, the first at the top, and the files that can't be read."""
        self._drafts, self._broken, self._now = drafts, broken, now
        self._fill()

    def clear(self) -> None:
        """Empty the search line, so that all reports are in sight."""
        self.query_one(_SearchLine).clear()

    @property
    def chosen(self) -> Draft | Broken | None:
        """The report, or the file that can't be read, that the choice is on."""
        option = self.query_one(_List).highlighted_option
        items: list[Draft | Broken] = [*self._drafts, *self._broken]
        for item in items:
            if option and option.id == _option_id(item):
                return item
        return None

    @on(Input.Changed)
    def _fill(self) -> None:
        """List what the search line finds, and keep the choice if it is still there."""
        wanted = self.query_one(_SearchLine).value.casefold().strip()
        before = self.chosen
        found = [draft for draft in self._drafts if wanted in _searchable(draft)]
        items: list[Draft | Broken] = [
            *found,
            *(file for file in self._broken if wanted in file.id.casefold()),
        ]
        listed = self.query_one(_List)
        listed.clear_options()
        listed.add_options(Option(self._line(item), id=_option_id(item)) for item in items)
        ids = [_option_id(item) for item in items]
        kept = _option_id(before) if before else ""
        listed.highlighted = (ids.index(kept) if kept in ids else 0) if items else None
        self.query_one("#nothing").display = not items
        self._preview()

    def _line(self, item: Draft | Broken) -> Content:
        if isinstance(item, Broken):
            return Content.assemble(item.id, "\n", (f"onleesbaar · {item.error}", "$warning"))
        progress = item.progress(load_form(item.form))
        changed = when(item.modified, self._now) if self._now else ""
        return Content.assemble(item.name, "\n", (f"{progress} · {changed}", "$quiet"))

    @on(OptionList.OptionHighlighted)
    def _preview(self) -> None:
        if not self.screen.has_class("-wide"):
            return
        chosen = self.chosen
        report = self.query_one("#report", Static)
        if isinstance(chosen, Draft):
            accent = self.app.theme_variables["accent"]
            report.update(render_preview(chosen, load_form(chosen.form), accent))
        else:
            report.update("")
        self.query_one("#beside").scroll_home(animate=False)

    def on_key(self, event: events.Key) -> None:
        """Let the keys that mean nothing in a line of text move the choice."""
        listed = self.query_one(_List)
        moves: dict[str, Callable[[], None]] = {
            "up": listed.action_cursor_up,
            "down": listed.action_cursor_down,
            "pageup": listed.action_page_up,
            "pagedown": listed.action_page_down,
        }
        if event.key in moves:
            event.stop()
            moves[event.key]()


def _searchable(draft: Draft) -> str:
    return "\n".join((draft.title, *draft.answers.values())).casefold()


def _option_id(item: Draft | Broken) -> str:
    return f"!{item.id}" if isinstance(item, Broken) else item.id
