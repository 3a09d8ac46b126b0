"""The reports, a line to search them with, and a look at the chosen one if there is room."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.search import excerpt_around, spans, words
from reisverslag_tui.core.sorting import Order
from reisverslag_tui.storage.store import Broken
from reisverslag_tui.ui.library import Entry
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.one_line import OneLine
from reisverslag_tui.ui.widgets.preview_pane import Glance, marked

_TITLE = 200  # characters of a title that are listed
_NOT_FOUND = "Geen verslag gevonden. Met Esc zie je ze allemaal weer."
_OFTEN = 20.0  # seconds after which it is said anew how long ago a report was changed


class ReportList(Horizontal):
    """Is given reports, shows those that the search line finds, and knows which is chosen."""

    def __init__(self, now: Callable[[], datetime], order: Order | None = None) -> None:
        """Take the clock, and the order of the reports; without one it is that of the entries."""
        super().__init__()
        self.found: Sequence[Entry] = ()
        self.entries: Sequence[Entry] = ()
        self._sought: Sequence[str] = ()
        self._now = now
        self._order = order
        self._key = ""
        self._awaited = ""

    def compose(self) -> ComposeResult:
        """Yield the search line above the list, and the chosen report beside them."""
        with Vertical(id="found"):
            with Horizontal(id="line"):
                yield OneLine(placeholder="Typ om te zoeken", id="search", compact=True)
                yield Static(self._said_order, id="order")
            yield LongList(self._draw, id="list")
            yield Static("Verslagen lezen ...", id="nothing", classes="quiet")
        yield Glance()

    def on_mount(self) -> None:
        """Wait for the reports, and then keep what is said of the time true."""
        listed = self.query_one(LongList)
        listed.display = False
        self.set_interval(_OFTEN, listed.redraw)

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the look at the report when it comes into sight."""
        self._show_chosen()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these reports in the order of now; the choice stays where it was."""
        self.entries = self._in_order(entries)
        self.query_one("#nothing", Static).update(_NOT_FOUND)
        self._fill()

    def await_choice(self, report_id: str) -> None:
        """Let the choice go to this report once it is listed, if the user has not moved it then."""
        self._awaited = report_id

    def sort_by(self, order: Order) -> None:
        """Put the reports in another order, say so, and begin at the top."""
        self._order = order
        self.query_one("#order", Static).update(self._said_order)
        self.entries = self._in_order(self.entries)
        self._fill(to_top=True)

    def _in_order(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        order = self._order
        return sorted(entries, key=lambda entry: entry.key(order)) if order else entries

    def name_key(self, key: str) -> None:
        """Name the key that chooses another order."""
        self._key = key
        self.query_one("#order", Static).update(self._said_order)

    @property
    def _said_order(self) -> str:
        return f"Op {self._order} ({self._key})" if self._order else ""

    def clear(self) -> None:
        """Empty the search line, so that all reports are in sight."""
        self.query_one(Input).clear()

    @property
    def searching(self) -> bool:
        """Whether something is sought."""
        return bool(words(self.query_one(Input).value))

    @property
    def chosen(self) -> Draft | Broken | None:
        """The report, or the file that can't be read, that the choice is on."""
        entry = self.chosen_entry
        return entry.item if entry else None

    @property
    def chosen_entry(self) -> Entry | None:
        """The same, with how it stands."""
        row = self.query_one(LongList).chosen
        return None if row is None else self.found[row]

    @property
    def place(self) -> Place | None:
        """Where in its answers the chosen report was found, unless its title is why."""
        entry = self.chosen_entry
        if not entry or isinstance(entry.item, Broken) or entry.sought.has_in_title(self._sought):
            return None
        hit = entry.sought.place(self._sought)
        return Place.at(hit[0], entry.sought.answers[hit[0]], hit[1]) if hit else None

    @on(Input.Changed)
    def _search(self) -> None:
        """Search anew; what is found best comes at the top, and is chosen."""
        if words(self.query_one(Input).value) != self._sought:
            self._fill(to_top=self.searching)

    def _fill(self, *, to_top: bool = False) -> None:
        """List what the search line finds; the choice goes where it is awaited, or stays."""
        listed, before = self.query_one(LongList), self.chosen
        self._sought = sought = words(self.query_one(Input).value)
        found = [entry for entry in self.entries if entry.sought.holds(sought)]
        if sought:
            found.sort(key=lambda entry: not entry.sought.has_in_title(sought))
        self.found = found
        listed.show(len(found), 3 if sought else 2, self._row(before, to_top=to_top))
        self.query_one("#nothing").display = not found
        listed.display = bool(found)

    def _row(self, before: Draft | Broken | None, *, to_top: bool) -> int:
        """Return the row for the choice, which was on `before`."""
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
        """Return the lines of a row: title, how it stands, and what was found in an answer."""
        entry = self.found[row]
        title = entry.item.name[:_TITLE]
        hits = spans(title, self._sought)
        if hits and hits[0][1] > width:
            part = excerpt_around(title, hits[0][0], self._sought, width)
            title, hits = part.text, part.hits
        lines = [marked(title, hits), self._state(entry)]
        return [*lines, self._found_in(entry, width)] if self._sought else lines

    def _state(self, entry: Entry) -> Content:
        style = "$warning" if isinstance(entry.item, Broken) else "$quiet"
        return Content.styled(entry.state(self._now()), style)

    def _found_in(self, entry: Entry, width: int) -> Content:
        """Return what stands around the hit in an answer; for want of one, where answers begin."""
        if isinstance(entry.item, Broken) or not (answers := entry.sought.answers):
            return Content("")
        key, at = entry.sought.place(self._sought) or (next(iter(answers)), 0)
        labels = {question.id: question.label for question in load_form(entry.item.form).questions}
        label = f"{labels.get(key, key)}: "
        part = excerpt_around(answers[key], at, self._sought, max(1, width - len(label)))
        return Content.assemble((label, "$quiet"), marked(part.text, part.hits))

    @on(LongList.Moved)
    def _show_chosen(self) -> None:
        if self.screen.has_class("-wide"):
            self.query_one(Glance).show(self.chosen_entry, self._sought)

    def on_key(self, event: events.Key) -> None:
        """Let the keys that mean nothing in a line of text move the choice."""
        listed = self.query_one(LongList)
        moves: dict[str, Callable[[], None]] = {
            "up": lambda: listed.move(-1),
            "down": lambda: listed.move(1),
            "pageup": lambda: listed.turn(-1),
            "pagedown": lambda: listed.turn(1),
        }
        if event.key in moves:
            event.stop()
            self._moved_by_user()
            moves[event.key]()

    @on(LongList.Clicked)
    def _moved_by_user(self) -> None:
        self._awaited = ""
