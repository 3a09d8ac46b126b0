"""Every key of the program, declared once.

Screens choose from these; the key bar, the help and the command palette are made from what a
screen chose. The ids are Dutch: a user names them to choose other keys.

A key that leads away has priority over what the widget that has the focus would do with it.
"""

from textual.binding import Binding, BindingType


def _away(key: str, action: str, description: str, name: str, *, show: bool = False) -> Binding:
    return Binding(key, action, description, id=name, show=show, priority=True)


HELP = _away("f1", "help", "Hulp", "hulp", show=True)
ANSWERS = _away("f2", "app.answers", "Antwoorden", "antwoorden", show=True)
PREVIEW = _away("f3", "app.preview", "Voorbeeld", "voorbeeld", show=True)
EDITOR = _away("f4", "app.editor", "In een ander programma schrijven", "editor")
PREVIOUS = _away("f8,ctrl+p", "previous", "Vorige", "vorige")
NEXT = _away("f9,ctrl+n", "next", "Volgende", "volgende", show=True)
NEXT_FROM_SHORT = _away("enter", "screen.next", "Volgende", "volgende-kort")
STOP = _away("f10,ctrl+q", "app.quit", "Stoppen", "stoppen", show=True)
VERSIONS = _away("f12", "app.versions", "Eerdere versies", "versies")
PUT_BACK = _away("enter", "screen.put_back", "Terugzetten", "terugzetten", show=True)
READ_ON = _away("pagedown", "read_on", "Verder lezen", "verder-lezen")
READ_BACK = _away("pageup", "read_back", "Terug lezen", "terug-lezen")
SAVE = _away("ctrl+s", "app.save", "Nu opslaan", "opslaan")
COMMANDS = _away("ctrl+o", "app.command_palette", "Alle opdrachten", "opdrachten")
GO_TO = _away("ctrl+g", "go_to", "Ga naar vraag ...", "ga-naar")
TITLE = _away("ctrl+t", "app.title", "Titel wijzigen", "titel")
THEME = _away("ctrl+l", "app.theme", "Licht of donker", "licht-donker")
BACK_FROM_QUESTION = _away("escape", "back", "Terug", "terug")
BACK = _away("escape", "app.step_back", "Terug", "terug", show=True)
SUBMIT = _away("enter", "submit", "Klaar", "klaar", show=True)
CANCEL = _away("escape", "cancel", "Laat maar", "laat-maar", show=True)

NEW = _away("ctrl+n", "app.new_report", "Nieuw", "nieuw", show=True)
OPEN = _away("enter", "screen.open", "Openen", "openen", show=True)
CLEAR = _away("escape", "clear", "Zoekterm wissen", "zoekterm-wissen")
LOOK = _away("f3", "look", "Voorbeeld", "bekijken", show=True)
EXAMPLE = _away("f4", "app.example_report", "Voorbeeldverslag openen", "voorbeeldverslag")
COPY_REPORT = _away("f5", "duplicate", "Kopie maken", "kopie")
RENAME = _away("f6,ctrl+t", "rename", "Titel wijzigen", "hernoemen")
PRINT_REPORT = _away("f7", "print", "Afdrukken", "afdrukken")
THROW_AWAY = _away("delete", "throw_away", "Naar de prullenbak", "weggooien")
TAKE_BACK = _away("ctrl+z", "take_back", "Terug uit de prullenbak", "terughalen")

PLAIN_TEXT = _away("t,T", "show_plain(True)", "Platte tekst", "platte-tekst", show=True)
LAID_OUT = _away("t,T", "show_plain(False)", "Opgemaakt", "opgemaakt", show=True)
WIDTH = _away("b,B", "width", "Breedte", "breedte", show=True)
TO_PRINTER = _away("p,P", "to_printer", "Printen", "naar-printer", show=True)
TO_FILE = _away("o,O", "to_file", "Opslaan als", "naar-bestand", show=True)
TO_CLIPBOARD = _away("k,K", "to_clipboard", "Kopiëren", "naar-klembord", show=True)
FINISH = _away("f5", "app.finish", "Afronden", "afronden", show=True)

FIND = _away("ctrl+r", "find", "Zoeken en vervangen", "zoeken")
FIND_HERE = _away("ctrl+r,ctrl+f", "find", "Zoeken", "zoeken")
FIND_BY_LETTER = _away("slash", "find", "Zoeken", "zoeken-kort")
FIND_NEXT = _away("enter,down", "screen.find_next", "Verder zoeken", "verder-zoeken")
FIND_PREVIOUS = _away("up", "screen.find_previous", "Terug zoeken", "terug-zoeken")
UNDO = Binding("ctrl+z", "undo", "Ongedaan maken", id="ongedaan", show=False)
FIND_NEXT_TOO = _away("down", "screen.find_next", "Verder zoeken", "verder-zoeken")
REPLACE = _away("enter", "screen.replace", "Vervangen en verder zoeken", "vervangen")
CLOSE_FIND = _away("escape", "close_find", "Klaar met zoeken", "zoeken-klaar")

COMPLETE = _away("tab", "complete", "Aanvullen", "aanvullen")

NUMBERS: list[BindingType] = [
    _away(str(number), f"number({number})", "Naar de vraag met dit nummer", "nummer")
    for number in range(1, 10)
]
"""A digit that chooses a question."""

LEAVE_BAR_FIRST = ("f3", "f2", "enter", "f1", "b", "k", "o", "t", "f5")
"""The keys that make way in the key bar when a terminal is narrow, the first one first."""

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "ctrl": "Ctrl",
    "shift": "Shift",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """Return what a key is called on a Dutch screen: "ctrl+p" is "Ctrl+P"."""
    return "+".join(_NAMES.get(part, part.upper()) for part in key.split("+"))


def bar_order(key: str) -> tuple[bool, int]:
    """Return where a key stands in the key bar: function keys last, by their number."""
    function_key = key.startswith("f") and key[1:].isdecimal()
    return function_key, int(key[1:]) if function_key else 0


def help_order(key: str) -> tuple[bool, int]:
    """Return where a key stands in the help: function keys first, by their number."""
    function_key, number = bar_order(key)
    return not function_key, number
