"""Every key of the program, declared once.

Screens choose from these; the key bar, the help and the command palette are made from what a
screen chose. The ids are Dutch: a user names them to choose other keys.

A key that leads away has priority over what the widget that has the focus would do with it.
"""

import re

from textual.binding import Binding, BindingType
from textual.keys import key_to_character


def _away(key: str, action: str, description: str, name: str, *, show: bool = False) -> Binding:
    return Binding(key, action, description, id=name, show=show, priority=True)


def _inside(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, id=name, show=False)


HELP = _away("f1", "help", "Hulp", "hulp", show=True)
ANSWERS = _away("f2", "app.answers", "Antwoorden", "antwoorden", show=True)
PREVIEW = _away("f3", "app.preview", "Voorbeeld", "voorbeeld", show=True)
EDITOR = _away("f4", "app.editor", "In een ander programma schrijven", "editor")
PREVIOUS = _away("f8,ctrl+p", "previous", "Vorige", "vorige")
NEXT = _away("f9,ctrl+n", "next_question", "Volgende", "volgende", show=True)
TO_ANSWERS = _away("f9,ctrl+n", "to_answers", "Naar antwoorden", "volgende", show=True)
NEXT_FROM_SHORT = _away("enter", "screen.next", "Volgende", "volgende-kort")
STOP = _away("f10,ctrl+q", "app.quit", "Stoppen", "stoppen", show=True)
VERSIONS = _away("f12", "app.versions", "Eerdere versies", "versies")
PUT_BACK = _away("enter", "screen.put_back", "Terugzetten", "terugzetten", show=True)
PUT_BACK_ONE = _away("a,A", "put_back_one", "Eén antwoord", "een-antwoord", show=True)
PUT_BACK_CHOSEN = _away("enter", "choose", "Terugzetten", "antwoord-terugzetten", show=True)
READ_ON = _away("pagedown", "read_on", "Verder lezen", "verder-lezen")
READ_BACK = _away("pageup", "read_back", "Terug lezen", "terug-lezen")
SAVE = _away("ctrl+s", "app.save", "Nu opslaan", "opslaan")
COMMANDS = _away("ctrl+o", "app.command_palette", "Alle opdrachten", "opdrachten")
FOLD_HELP = _away("f13", "fold_help", "Uitleg tonen of niet", "uitleg")
PREVIEW_BESIDE = _away("f15", "preview_beside", "Voorbeeld ernaast of niet", "voorbeeld-ernaast")
GO_TO = _away("ctrl+g", "go_to", "Ga naar vraag ...", "ga-naar")
SETTINGS = _away("f11", "app.settings", "Instellingen", "instellingen")
GO = _away("enter", "choose", "Ga naar deze vraag", "ga-naar-deze")
TITLE = _away("ctrl+t", "app.title", "Titel wijzigen", "titel")
THEME = _away("ctrl+l", "app.theme", "Licht of donker", "licht-donker")
TEST_KEYS = _away("f23", "app.test_keys", "Toetsen testen", "toetsen-testen")
TO_REPORTS = _away("escape", "back(False)", "Naar verslagen", "naar-verslagen")
BACK_TO_ANSWERS = _away("escape", "back(True)", "Terug naar antwoorden", "naar-antwoorden")
BACK = _away("escape", "app.step_back", "Terug", "terug", show=True)
CLOSE_HELP = _away("escape,f1", "app.step_back", "Sluiten", "hulp-sluiten", show=True)
RUN_COMMAND = _away("enter", "run", "Uitvoeren", "uitvoeren")
CLOSE_COMMANDS = _away("escape,ctrl+o", "escape", "Laat maar", "opdrachten-sluiten", show=True)
SUBMIT = _away("enter", "submit", "Klaar", "klaar", show=True)
CANCEL = _away("escape", "cancel", "Laat maar", "laat-maar", show=True)
STAY = _away("escape", "cancel", "Hier blijven", "hier-blijven", show=True)
KEEP_BOTH = _away("escape", "cancel", "Beide houden", "beide-houden", show=True)

NEW = _away("ctrl+n", "app.new_report", "Nieuw", "nieuw", show=True)
OPEN = _away("enter", "screen.open", "Openen", "openen", show=True)
CLEAR = _away("escape", "clear", "Zoekterm wissen", "zoekterm-wissen")
LOOK = _away("f3", "look", "Voorbeeld", "bekijken", show=True)
EXAMPLE = _away("f4", "app.example_report", "Voorbeeldverslag openen", "voorbeeldverslag")
BEGIN_WITH = _away("f5", "begin_with", "Nieuw verslag met dit als begin", "kopie")
RENAME = _away("f6,ctrl+t", "rename", "Titel wijzigen", "hernoemen")
PRINT_REPORT = _away("f7", "print", "Afdrukken", "afdrukken")
SORT = _away("f8", "sort", "Andere volgorde", "volgorde")
BIN = _away("f9", "app.bin", "Prullenbak", "prullenbak")
THROW_AWAY = _away("delete", "throw_away", "Naar de prullenbak", "weggooien")
TAKE_BACK = _away("ctrl+z", "take_back", "Terug uit de prullenbak", "terughalen")
PUT_FROM_BIN = _away("enter,ctrl+z", "put_back", "Terugzetten", "uit-prullenbak", show=True)
ERASE = _away("delete", "erase", "Wissen", "wissen", show=True)
BACK_FROM_BIN = _away("escape", "back", "Terug", "terug", show=True)

PLAIN_TEXT = _away("t,T", "show_plain(True)", "Platte tekst", "platte-tekst", show=True)
LAID_OUT = _away("t,T", "show_plain(False)", "Opgemaakt", "platte-tekst", show=True)
WIDTH = _away("b,B", "width", "Breedte", "breedte", show=True)
TO_PRINTER = _away("p,P", "print('printer')", "Naar printer", "naar-printer", show=True)
TO_FILE = _away("o,O", "print('file')", "Opslaan als", "naar-bestand", show=True)
TO_CLIPBOARD = _away("k,K", "print('clipboard')", "Kopiëren", "naar-klembord", show=True)
FINISH = _away("f5", "app.finish", "Afronden", "afronden", show=True)

FIND = _away("ctrl+r,ctrl+f", "find", "Zoeken en vervangen", "zoeken")
FIND_HERE = _away("ctrl+r,ctrl+f", "find", "Zoeken", "zoeken")
FIND_BY_LETTER = _away("slash", "find", "Zoeken", "zoeken-kort")
FIND_NEXT = _away("enter,down", "screen.find_next", "Verder zoeken", "verder-zoeken")
FIND_PREVIOUS = _away("up", "screen.find_previous", "Terug zoeken", "terug-zoeken")
FIND_NEXT_TOO = _away("down", "screen.find_next", "Verder zoeken", "verder-zoeken")
REPLACE = _away("enter", "screen.replace", "Vervangen en verder zoeken", "vervangen")
CLOSE_FIND = _away("escape", "close_find", "Klaar met zoeken", "zoeken-klaar")

HOW_TO_STOP = Binding("ctrl+c", "help_quit", show=False)
COMPLETE = _away("tab", "complete", "Aanvullen", "aanvullen", show=True)

CHANGE = _away("enter", "screen.change", "Wijzigen", "wijzigen", show=True)
TO_DEFAULT = _away("delete", "to_default", "Standaard", "standaard", show=True)

NUMBERS: list[BindingType] = [
    _away(str(number), f"number({number})", "Naar de vraag met dit nummer", "nummer")
    for number in range(1, 10)
]
"""A digit that chooses a question."""

BUTTONS: list[BindingType] = [
    _inside("right,down", "app.focus_next", "Volgende knop", "knop-verder"),
    _inside("left,up", "app.focus_previous", "Vorige knop", "knop-terug"),
]
"""The arrows, where there is nothing but buttons."""

EVERYWHERE: list[BindingType] = [HELP, STOP, COMMANDS, SETTINGS, THEME, TEST_KEYS]
"""What every screen of the program offers, dialogs excepted."""

UNDO = _inside("ctrl+z,super+z", "undo", "Ongedaan maken", "ongedaan")
EDITING: list[BindingType] = [
    _inside("ctrl+x,shift+delete,super+x", "cut", "Knippen", "knippen"),
    _inside("ctrl+c,ctrl+insert,super+c", "copy", "Kopiëren", "kopieren"),
    _inside("ctrl+v,shift+insert", "paste", "Plakken", "plakken"),
    _inside(
        "ctrl+w,ctrl+backspace,alt+backspace",
        "delete_word_left",
        "Woord ervoor wissen",
        "woord-wissen",
    ),
    _inside("ctrl+delete", "delete_word_right", "Woord erna wissen", "woord-erna-wissen"),
]
"""Keys for wherever something is typed, one line or more."""

WRITING: list[BindingType] = [
    UNDO,
    _inside("ctrl+y,super+y", "redo", "Opnieuw doen", "opnieuw"),
    *EDITING,
    _inside("shift+enter,ctrl+enter,alt+enter", "new_line", "Nieuwe regel", "nieuwe-regel"),
    _inside("f7", "select_all", "Alles selecteren", "alles"),
    _inside("f6", "select_line", "Regel selecteren", "regel"),
    _inside("ctrl+left", "cursor_word_left", "Een woord terug", "woord-terug"),
    _inside("ctrl+right", "cursor_word_right", "Een woord verder", "woord-verder"),
    _inside("home,ctrl+a", "cursor_line_start", "Begin van de regel", "regel-begin"),
    _inside("end,ctrl+e", "cursor_line_end", "Einde van de regel", "regel-einde"),
    _inside("shift+left", "cursor_left(True)", "Selecteren", "selecteren"),
    _inside("shift+right", "cursor_right(True)", "Selecteren", "selecteren"),
    _inside("ctrl+home", "cursor_text_start", "Begin van het antwoord", "antwoord-begin"),
    _inside("ctrl+end", "cursor_text_end", "Einde van het antwoord", "antwoord-einde"),
    _inside("ctrl+u", "delete_to_start_of_line", "Regel tot hier wissen", "regel-wissen"),
    _inside(
        "ctrl+k",
        "delete_to_end_of_line_or_delete_line",
        "Rest van de regel wissen",
        "rest-wissen",
    ),
]
"""Keys of Textual's TextArea that a writer needs; here they get a Dutch name."""

LEAVE_BAR_FIRST = ("delete", "a", "f3", "f2", "enter", "b", "k", "escape", "p", "o")
"""The keys that make way in the key bar when a terminal is narrow, the first one first.

F1 never does: it tells of all the others. Enter and Esc are found without being told.
"""

_NAMES = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "space": "Spatie",
    "super": "Cmd",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_FIRST_SHIFTED, _LAST_SHIFTED = 13, 24  # what Textual calls F13 is Shift+F1 to a terminal


def key_name(key: str) -> str:
    """Return what a key is called on a Dutch screen: "ctrl+p" is "Ctrl+P", "f13" "Shift+F1"."""
    *modifiers, last = key.split("+")
    return "+".join((*map(_part_name, modifiers), _part_name(last)))


def _part_name(part: str) -> str:
    number = int(part[1:]) if re.fullmatch(r"f\d+", part) else 0
    if _FIRST_SHIFTED <= number <= _LAST_SHIFTED:
        return f"Shift+F{number - _FIRST_SHIFTED + 1}"
    character = part if len(part) == 1 else key_to_character(part)
    if character and not character.isspace() and character.isprintable():
        return character.upper() if character.isascii() else character
    return _NAMES.get(part, part.capitalize())


def bar_order(key: str) -> tuple[bool, int]:
    """Return where a key stands in the key bar: Enter first, function keys last, by number."""
    function_key = key.startswith("f") and key[1:].isdecimal()
    return function_key, int(key[1:]) if function_key else int(key != "enter")


def help_order(key: str) -> tuple[bool, int]:
    """Return where a key stands in the help: function keys first, by their number."""
    function_key, number = bar_order(key)
    return not function_key, number
