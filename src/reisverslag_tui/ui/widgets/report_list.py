"""The reports, a line to search them with, and a preview of the chosen one if there is room."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

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
from reisverslag_tui.text import clean_line, searchable
from reisverslag_tui.ui import keys

_TITLE = 200  # characters of a title that are listed
_GLANCE = 3_000  # characters of an answer that are previewed


class _SearchLine(Input):
    """The search line; Enter opens the chosen report."""

    BINDINGS = [keys.OPEN]


class _List(OptionList, can_focus=False):
    """The list itself; the search line, which keeps the focus, moves its choice."""


class ReportList(Horizontal):
    """Is given reports, shows those that the search line finds, and knows which is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Draft | Broken] = ()
        self._found: Sequence[Draft | Broken] = ()
        self._now = datetime.min.replace(tzinfo=UTC)

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

    def show(
        self, drafts: Sequence[Draft], broken: Sequence[Broken], now: datetime, choose: str
    ) -> None:
        """Show these reports, the first at the top, and the files that can't be read.

        The choice goes to the report whose id is `choose`, or stays where it was.
        """
        self._all, self._now = (*drafts, *broken), now
        self._fill(choose)

    def clear(self) -> None:
        """Empty the search line, so that all reports are in sight."""
        self.query_one(_SearchLine).clear()

    @property
    def chosen(self) -> Draft | Broken | None:
        """The report, or the file that can't be read, that the choice is on."""
        index = self.query_one(_List).highlighted
        return None if index is None or not self._found else self._found[index]

    @on(Input.Changed)
    def _search(self) -> None:
        self._fill()

    def _fill(self, choose: str = "") -> None:
        """List what the search line finds, and keep the choice, or else its place in the list."""
        wanted = searchable(clean_line(self.query_one(_SearchLine).value))
        listed = self.query_one(_List)
        before, place = self.chosen, listed.highlighted or 0
        self._found = [item for item in self._all if wanted in _words(item)]
        listed.clear_options()
        listed.add_options(Option(self._line(item)) for item in self._found)
        ids = [item.id for item in self._found]
        kept = choose or (before.id if before else "")
        place = ids.index(kept) if kept in ids else min(place, len(ids) - 1)
        listed.highlighted = place if ids else None
        self.query_one("#nothing").display = not ids
        self._preview()

    def _line(self, item: Draft | Broken) -> Content:
        title = item.name[:_TITLE]
        if isinstance(item, Broken):
            return Content.assemble(title, "\n", (f"onleesbaar · {item.error}", "$warning"))
        progress = item.progress(load_form(item.form))
        changed = when(item.modified, self._now)
        return Content.assemble(title, "\n", (f"{progress} · {changed}", "$quiet"))

    @on(OptionList.OptionHighlighted)
    def _preview(self) -> None:
        if not self.screen.has_class("-wide"):
            return
        chosen = self.chosen
        report = self.query_one("#report", Static)
        if isinstance(chosen, Draft):
            accent = self.app.theme_variables["accent"]
            report.update(render_preview(_beginning(chosen), load_form(chosen.form), accent))
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


def _beginning(draft: Draft) -> Draft:
    """Return a draft with of each answer no more than one sees at a glance."""
    answers = {key: text[:_GLANCE] for key, text in draft.answers.items()}
    return replace(draft, answers=answers)


def _words(item: Draft | Broken) -> str:
    """Return what a report is found by."""
    if isinstance(item, Broken):
        return searchable(item.name)
    return searchable("\n".join((item.title, *item.answers.values())))
