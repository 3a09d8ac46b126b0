"""A tour of every screen and dialog of the program, with what there was to be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage.settings import NAMES, read_settings
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.app import ReisverslagApp
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.every import every_screen
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from tests.clock import MOMENT
from tests.stores import store_in
from tests.ui.contrast import drawn
from tests.ui.drawing import lines_of
from tests.ui.user import Size, User, at_the_keyboard

_Stops = Sequence[tuple[str, tuple[str, ...], str]]
"""Name, the keys that lead there, and what is seen once one has come there."""

_AT_A_REPORT: _Stops = (
    ("a short answer", ("ctrl+g", "1"), "Vraag 1 van 7"),
    ("a long answer", ("ctrl+g", "3"), "Vraag 3 van 7"),
    ("finding", ("ctrl+r", *"alinea"), "1 van 30"),
    ("replacing", ("tab",), "Vervang door"),
    ("replacing everywhere", ("tab", "tab", "enter"), "30 keer vervangen"),
    ("the versions", ("escape", "escape", "f12"), "[-drie-]"),
    ("help at the versions", ("f1",), "Hulp"),
    ("one answer", ("escape", "a"), "Welk antwoord"),
    ("go to", ("escape", "escape", "ctrl+g"), "3  "),
    ("the title", ("escape", "ctrl+t"), "Titel van het verslag"),
    ("help at a question", ("escape", "f1"), "Hulp"),
    ("the commands", ("escape", "ctrl+o"), "Wat wil je doen?"),
    ("a change", ("escape", "f2", "7"), "Vraag 7 van 7"),
    ("the answers", ("f9",), "  Vul in"),
    ("help at the answers", ("f1",), "Hulp"),
    ("unfinished", ("escape", "f5"), "Toch afronden"),
    ("finished", ("right", "enter"), "Hier blijven"),
    ("the preview", ("enter",), "VERSLAG BUITENLANDSE DIENSTREIS"),
    ("help at the preview", ("f1",), "Hulp"),
    ("the plain preview", ("escape", "t"), "VERSLAG BUITENLANDSE DIENSTREIS"),
    ("finding in the preview", ("slash", *"alinea"), "1 van 30"),
    ("a width", ("escape", "b"), "Niet afbreken"),
    ("another width", ("down", "down", "down", "enter"), "Kiezen"),
    ("a file", ("escape", "o"), "bestand?"),
)
_AT_THE_REPORTS: _Stops = (
    ("the reports", (), "Studiereis"),
    ("help at the reports", ("f1",), "Hulp"),
    ("the test of the keys", ("escape", "f23", "enter"), "Typ een ë"),
    ("the settings", ("escape", "escape", "f11"), "Regel 2"),
    ("help at the settings", ("f1",), "Hulp"),
    ("a number", ("escape", "down", "down", "enter"), "Opslaan"),
    ("a key", ("escape", *["down"] * (len(NAMES) - 2), "enter", "f2"), "F2 kan niet"),
    ("a theme", ("escape", "home", "down", "enter"), "ansi-dark"),
    ("back at the reports", ("escape", "escape"), "Studiereis"),
    ("another title", ("f6",), "Titel van het verslag"),
    ("the commands at the reports", ("escape", "ctrl+o"), "Wat wil je doen?"),
    ("printing", ("escape", "f7"), "Kopiëren"),
    ("something found", ("escape", *"lengte"), "1 van 1"),
    ("nothing found", ("escape", *"qqq"), "Geen verslag gevonden."),
    ("the bin", ("escape", "f9"), "▌ Studiereis"),
    ("to erase", ("delete",), "Voorgoed wissen?"),
    ("to erase surely", ("right", "enter"), "Is dit het goede verslag?"),
)
_IN_USE: _Stops = (
    ("open elsewhere", ("enter",), "Al open in een ander venster"),
    ("only read", ("enter",), "Alleen lezen"),
)
_PLAIN = ("the plain preview", "finding in the preview", "a file")
"""The stops where the text may be wider than the screen."""


@dataclass(frozen=True)
class Stop:
    """What there was to be seen at one stop; `keys` are those in the key bar."""

    name: str
    shown: str
    own: str
    keys: tuple[str, ...]
    cut_off: tuple[str, ...]
    sideways: tuple[str, ...]
    faint: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {self.cut_off} {self.sideways} {self.faint} {self.keys}\n{self.shown}"


async def tour(directory: Path, size: Size, theme: str) -> list[Stop]:
    """Go by every screen and dialog, and look at each."""
    store = store_in(directory, lambda: MOMENT)
    settings = directory / "config.toml"
    settings.write_text(f'thema = "{theme}"\n', encoding="utf-8")
    seen = await _walk(store, None, size, [("the empty start", (), "Nieuw verslag")])
    draft = replace(
        new_draft("Studiereis naar Gent over regenwater en straten", MOMENT),
        answers={
            "personen": "2",
            "duur": "Van 6 tot en met 9 januari",
            "doel": "Een alinea van enige lengte over het doel. " * 30,
            "opbrengst": "x" * 200,
        },
    )
    store.save(replace(draft, id="weg"))
    store.throw_away("weg")
    store.save(draft)
    store.versions(draft.id).keep(replace(draft, answers={**draft.answers, "personen": "drie"}))
    settings.write_text(f'thema = "{theme}"\nbreedte = "breed"\nkleur = 1\n', encoding="utf-8")
    seen += await _walk(store, None, size, _AT_THE_REPORTS)
    settings.write_text(f'thema = "{theme}"\n', encoding="utf-8")
    with store.open(draft.id):
        seen += await _walk(store, None, size, _IN_USE)
    return seen + await _walk(store, draft, size, _AT_A_REPORT)


async def _walk(store: DraftStore, draft: Draft | None, size: Size, stops: _Stops) -> list[Stop]:
    seen = []
    ui_state = UiStateStore(store.directory.parent / "gewoonten.toml")
    preferences = Preferences(read_settings(store.directory.parent / "config.toml"), every_screen)
    app = ReisverslagApp(store, draft, lambda: MOMENT, ui_state, preferences, Colours.ALL)
    async with at_the_keyboard(app, store, size) as user:
        for name, keys, text in stops:
            await user.press(*keys)
            await user.sees(text)
            await user.settled()
            seen.append(_look(name, user))
    return seen


def _look(name: str, user: User) -> Stop:
    bars = user.screen.query(KeyBar)
    focused = [user.screen.focused] if user.screen.focused else []
    wholes = [*focused, *bars, *user.screen.query(".dialog")]
    sideways = [] if name in _PLAIN else list(_scrolled_sideways(user))
    return Stop(
        name,
        user.shown,
        "\n".join(_own_lines(user)),
        tuple(key for bar in bars for key in bar.listed),
        tuple(str(widget) for widget in wholes if not user.inside(widget)),
        tuple(str(widget) for widget in sideways),
        tuple(str(text) for text in drawn(user.screen) if text.is_faint),
    )


def _own_lines(user: User) -> Iterator[str]:
    """Yield what the screen on top shows, widget by widget, and nothing of what is below it."""
    lines = lines_of(user.screen)
    for widget in user.screen.walk_children(Widget):
        if not widget.is_container and widget.is_on_screen:
            place = user.screen.find_widget(widget).visible_region
            for line in lines[place.y : place.bottom]:
                yield line.crop(place.x, place.right).text


def _scrolled_sideways(user: User) -> Iterator[Widget]:
    """Yield what has a bar to scroll it sideways; a line of text has none that shows."""
    for widget in user.screen.walk_children(Widget):
        if widget.show_horizontal_scrollbar and not isinstance(widget, Input):
            yield widget
