"""Every report: find one, open it, begin another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from reisverslag_tui.dates import when
from reisverslag_tui.draft import Draft
from reisverslag_tui.form import load_form
from reisverslag_tui.rendering.preview import render_preview
from reisverslag_tui.storage import Broken
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.screens.page import Page

_WELCOME = """\
Hier schrijf je het verslag van een buitenlandse dienstreis: zeven vragen, één per scherm. \
Wat je typt wordt meteen bewaard. Je kunt altijd stoppen en later verdergaan waar je was.
"""


class Wish(Enum):
    """What the user wants with a report."""

    OPEN = auto()
    LOOK = auto()
    RENAME = auto()
    DUPLICATE = auto()
    PRINT = auto()
    THROW_AWAY = auto()


class _List(OptionList, can_focus=False):
    """The list of reports; the search line, which keeps the focus, moves its choice."""


class _SearchLine(Input):
    """The search line; Enter opens the chosen report."""

    BINDINGS = [keys.OPEN]


class ReportsScreen(Page):
    """A list with a search line, which always has the focus; a preview beside it if there is room.

    It is given the reports to show, and says what the user wants with one.
    """

    BINDINGS = [
        keys.CLEAR,
        keys.NEW,
        keys.LOOK,
        keys.RENAME,
        keys.COPY_REPORT,
        keys.PRINT_REPORT,
        keys.THROW_AWAY,
        keys.TAKE_BACK,
        keys.EXAMPLE,
    ]

    heading = "Verslagen van buitenlandse dienstreizen"

    @dataclass
    class Wanted(Message):
        """The user wants something with this report."""

        wish: Wish
        draft: Draft

    @dataclass
    class NewWanted(Message):
        """The user wants to begin a report."""

    @dataclass
    class ExampleWanted(Message):
        """The user wants to see the example report."""

    @dataclass
    class TakeBackWanted(Message):
        """The user wants the report back that was last thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self._drafts: Sequence[Draft] = ()
        self._broken: Sequence[Broken] = ()
        self._now: datetime | None = None

    def compose_page(self) -> Iterable[Widget]:
        """Yield the list, and the welcome that takes its place while there is nothing to list."""
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static("Nog geen verslagen", classes="question")
            yield Static(_WELCOME, classes="text")
            yield Button("Nieuw verslag", id="new", compact=True)
            yield Button("Voorbeeldverslag bekijken", id="example", compact=True)
        with Horizontal(id="reports"):
            with Vertical(id="found"):
                yield _SearchLine(placeholder="Typ om te zoeken", id="search", compact=True)
                yield _List(id="list", markup=False)
                yield Static("Geen verslag gevonden.", id="nothing", classes="quiet")
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="report")

    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Typ een paar letters om te zoeken in titels en antwoorden. Kies met de pijltjes en "
            "druk op Enter om verder te gaan waar je was. Een verslag dat je weggooit gaat naar "
            "de prullenbak en is met Ctrl+Z meteen weer terug."
        )

    def show(self, drafts: Sequence[Draft], broken: Sequence[Broken], now: datetime) -> None:
        """Show these reports, the first at the top, and the files that can't be read."""
        self._drafts, self._broken, self._now = drafts, broken, now
        empty = not drafts and not broken
        self.query_one("#welcome").display = empty
        self.query_one("#reports").display = not empty
        total = len(drafts)
        self.refresh_bindings()
        self.save_status.update(f"{total} {'verslag' if total == 1 else 'verslagen'}")
        self._fill()
        (self.query_one("#new") if empty else self.query_one("#search")).focus()

    def _fill(self) -> None:
        """List what the search line finds, and keep the choice if it is still there."""
        wanted = self.query_one("#search", Input).value.casefold().strip()
        listed = self.query_one("#list", OptionList)
        before = self._chosen()
        found = [draft for draft in self._drafts if wanted in _searchable(draft)]
        listed.clear_options()
        listed.add_options(Option(self._line(draft), id=draft.id) for draft in found)
        listed.add_options(_broken_option(file) for file in self._broken if not wanted)
        ids = [draft.id for draft in found]
        index = ids.index(before.id) if before and before.id in ids else 0
        listed.highlighted = index if listed.option_count else None
        self.query_one("#nothing").display = not listed.option_count

    def _line(self, draft: Draft) -> Content:
        progress = draft.progress(load_form(draft.form))
        changed = when(draft.modified, self._now) if self._now else ""
        title = draft.title or "Zonder titel"
        return Content.assemble(title, "\n", (f"{progress} · {changed}", "$quiet"))

    def _chosen(self) -> Draft | None:
        """Return the report the choice is on, if it is on one that can be read."""
        option = self.query_one("#list", OptionList).highlighted_option
        found = [draft for draft in self._drafts if option and draft.id == option.id]
        return found[0] if found else None

    @on(Input.Changed)
    def _search(self) -> None:
        self._fill()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        draft = self._chosen()
        if draft and self.has_class("-wide"):
            accent = self.app.theme_variables["accent"]
            preview = render_preview(draft, load_form(draft.form), accent)
            self.query_one("#report", Static).update(preview)
            self.query_one("#beside").scroll_home(animate=False)

    def on_key(self, event: events.Key) -> None:
        """Let the keys that mean nothing in a line of text move the choice."""
        listed = self.query_one("#list", OptionList)
        moves: dict[str, Callable[[], None]] = {
            "up": listed.action_cursor_up,
            "down": listed.action_cursor_down,
            "pageup": listed.action_page_up,
            "pagedown": listed.action_page_down,
        }
        if event.key in moves and self.query_one("#reports").display:
            event.stop()
            moves[event.key]()

    def _want(self, wish: Wish) -> None:
        """Say what is wanted with the chosen report, or why that can't be."""
        draft = self._chosen()
        if draft:
            self.post_message(self.Wanted(wish, draft))
            return
        option = self.query_one("#list", OptionList).highlighted_option
        for file in self._broken:
            if option and option.id == f"!{file.id}":
                message = f"{file.path}\n{file.error}. Het bestand blijft zoals het is."
                self.app.notify(message, severity="warning")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a report only when there is one."""
        if action in ("clear", "look", "rename", "duplicate", "print", "throw_away"):
            return bool(self._drafts or self._broken)
        return super().check_action(action, parameters)

    def action_clear(self) -> None:
        """Show all reports again."""
        self.query_one("#search", Input).clear()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the chosen report."""
        self._want(Wish.OPEN)

    def action_look(self) -> None:
        """Preview the chosen report."""
        self._want(Wish.LOOK)

    def action_rename(self) -> None:
        """Give the chosen report another title."""
        self._want(Wish.RENAME)

    def action_duplicate(self) -> None:
        """Begin a report that is a copy of the chosen one."""
        self._want(Wish.DUPLICATE)

    def action_print(self) -> None:
        """Save the chosen report as plain text."""
        self._want(Wish.PRINT)

    def action_throw_away(self) -> None:
        """Move the chosen report to the bin."""
        self._want(Wish.THROW_AWAY)

    def action_take_back(self) -> None:
        """Take back what was last thrown away."""
        self.post_message(self.TakeBackWanted())

    @on(Button.Pressed, "#new")
    def action_new(self) -> None:
        """Begin a report."""
        self.post_message(self.NewWanted())

    @on(Button.Pressed, "#example")
    def action_example(self) -> None:
        """Open the example report."""
        self.post_message(self.ExampleWanted())


def _searchable(draft: Draft) -> str:
    return "\n".join((draft.title, *draft.answers.values())).casefold()


def _broken_option(file: Broken) -> Option:
    text = Content.assemble(file.id, "\n", (f"onleesbaar · {file.error}", "$warning"))
    return Option(text, id=f"!{file.id}")
