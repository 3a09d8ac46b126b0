"""The list of reports, with a search line, and a preview of the chosen one in a wide window."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.search import excerpt_around, spans, words
from reisverslag_tui.core.sorting import Order
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.ui.library import Entry
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.one_line import OneLine
from reisverslag_tui.ui.widgets.preview_pane import PreviewPane, marked

_TITLE_LENGTH = 200  # characters of a title that are listed
_NOT_FOUND = "Geen verslag gevonden. Met Esc zie je ze allemaal weer."
_REDRAW_INTERVAL = 20.0  # seconds; a row says how long ago its report was changed


class ReportList(Horizontal):
    """Shows the reports that the search line finds, one of them chosen."""

    def __init__(self, now: Callable[[], datetime], order: Order | None = None) -> None:
        """Set the clock and the order of the reports; without one it is that of the entries."""
        super().__init__()
        self.found: Sequence[Entry] = ()
        self.entries: Sequence[Entry] = ()
        self._query: Sequence[str] = ()
        self._now = now
        self._order = order
        self._key = ""
        self._awaited = ""

    @override
    def compose(self) -> ComposeResult:
        """Yield the search line above the list, and the chosen report beside them."""
        with Vertical(id="found"):
            with Horizontal(id="line"):
                yield OneLine(placeholder="Typ om te zoeken", id="search", compact=True)
                yield Static(self._order_label, id="order")
            yield LongList(self._draw, id="list")
            yield Static("Verslagen lezen ...", id="nothing", classes="quiet")
        yield PreviewPane()

    def on_mount(self) -> None:
        """Hide the list until there are reports, and redraw it to keep the times up to date."""
        listed = self.query_one(LongList)
        listed.display = False
        self.set_interval(_REDRAW_INTERVAL, listed.redraw)

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the preview, which may have become visible."""
        self._show_chosen()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these reports, sorted; the same one stays chosen."""
        self.entries = self._in_order(entries)
        self.query_one("#nothing", Static).update(_NOT_FOUND)
        self._fill()

    def await_choice(self, report_id: str) -> None:
        """Choose this report once it is listed, unless the user chooses another before."""
        self._awaited = report_id

    def sort_by(self, order: Order) -> None:
        """Sort the reports, name the order, and choose the first."""
        self._order = order
        self.query_one("#order", Static).update(self._order_label)
        self.entries = self._in_order(self.entries)
        self._fill(to_top=True)

    def _in_order(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        order = self._order
        return sorted(entries, key=lambda entry: entry.key(order)) if order else entries

    def name_key(self, key: str) -> None:
        """Name the key that changes the order."""
        self._key = key
        self.query_one("#order", Static).update(self._order_label)

    @property
    def _order_label(self) -> str:
        return f"Op {self._order} ({self._key})" if self._order else ""

    def clear(self) -> None:
        """Clear the search line, so that all reports are listed."""
        self.query_one(Input).clear()

    @property
    def searching(self) -> bool:
        """Whether there is a query."""
        return bool(words(self.query_one(Input).value))

    @property
    def chosen(self) -> Draft | Broken | None:
        """The chosen report or unreadable file."""
        entry = self.chosen_entry
        return entry.item if entry else None

    @property
    def chosen_entry(self) -> Entry | None:
        """The entry of the chosen report or file."""
        row = self.query_one(LongList).chosen
        return None if row is None else self.found[row]

    @property
    def place(self) -> Place | None:
        """The first hit in the answers of the chosen report; None if there is one in its title."""
        entry = self.chosen_entry
        if not entry or isinstance(entry.item, Broken) or entry.sought.has_in_title(self._query):
            return None
        hit = entry.sought.place(self._query)
        return Place.at(hit[0], entry.sought.answers[hit[0]], hit[1]) if hit else None

    @on(Input.Changed)
    def _search(self) -> None:
        """List what the new query finds, and choose the first."""
        if words(self.query_one(Input).value) != self._query:
            self._fill(to_top=self.searching)

    def _fill(self, *, to_top: bool = False) -> None:
        """List what the query finds, those with a hit in the title first, and choose one."""
        listed, before = self.query_one(LongList), self.chosen
        self._query = query = words(self.query_one(Input).value)
        found = [entry for entry in self.entries if entry.sought.holds(query)]
        if query:
            found.sort(key=lambda entry: not entry.sought.has_in_title(query))
        self.found = found
        listed.show(len(found), 3 if query else 2, self._row(before, to_top=to_top))
        self.query_one("#nothing").display = not found
        listed.display = bool(found)

    def _row(self, before: Draft | Broken | None, *, to_top: bool) -> int:
        """Return the row to choose: the first, the awaited one, or that of `before`."""
        if to_top:
            self._awaited = ""
            return 0
        ids = [entry.item.id for entry in self.found]
        if self._awaited in ids:
            row = ids.index(self._awaited)
            self._awaited = ""
            return row
        if before and before.id in ids:
            return ids.index(before.id)
        return self.query_one(LongList).chosen or 0

    def _draw(self, row: int, width: int) -> list[Content]:
        """Return the lines of a row: title, state, and with a query the hit in an answer."""
        entry = self.found[row]
        title = entry.item.name[:_TITLE_LENGTH]
        hits = spans(title, self._query)
        if hits and hits[0][1] > width:
            part = excerpt_around(title, hits[0][0], self._query, width)
            title, hits = part.text, part.hits
        lines = [marked(title, hits), self._state(entry)]
        return [*lines, self._excerpt(entry, width)] if self._query else lines

    def _state(self, entry: Entry) -> Content:
        style = "$warning" if isinstance(entry.item, Broken) else "$quiet"
        return Content.styled(entry.state(self._now()), style)

    def _excerpt(self, entry: Entry, width: int) -> Content:
        """Return the text around the first hit in an answer, or the start of the first answer."""
        if isinstance(entry.item, Broken) or not (answers := entry.sought.answers):
            return Content("")
        key, at = entry.sought.place(self._query) or (next(iter(answers)), 0)
        labels = {question.id: question.label for question in load_form(entry.item.form).questions}
        label = f"{labels.get(key, key)}: "
        part = excerpt_around(answers[key], at, self._query, max(1, width - len(label)))
        return Content.assemble((label, "$quiet"), marked(part.text, part.hits))

    @on(LongList.Moved)
    def _show_chosen(self) -> None:
        if self.screen.has_class("-wide"):
            self.query_one(PreviewPane).show(self.chosen_entry, self._query)

    def on_key(self, event: events.Key) -> None:
        """Choose another row with the keys that do nothing in the search line."""
        listed = self.query_one(LongList)
        moves: dict[str, Callable[[], None]] = {
            "up": lambda: listed.move(-1),
            "down": lambda: listed.move(1),
            "pageup": lambda: listed.move_pages(-1),
            "pagedown": lambda: listed.move_pages(1),
        }
        if event.key in moves:
            event.stop()
            self._forget_awaited()
            moves[event.key]()

    @on(LongList.Clicked)
    def _forget_awaited(self) -> None:
        self._awaited = ""
