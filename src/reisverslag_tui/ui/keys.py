"""Every key of the program, declared once.

Screens choose from these; the key bar, the help and the command palette are made of what a
screen chose. The ids are Dutch: a user names them to choose other keys.
"""

from textual.binding import Binding

HELP = Binding("f1", "help", "Hulp", id="hulp")
ANSWERS = Binding("f2", "app.answers", "Antwoorden", id="antwoorden")
PREVIEW = Binding("f3", "app.preview", "Voorbeeld", id="voorbeeld")
EDITOR = Binding("f4", "editor", "In je eigen editor schrijven", id="editor", show=False)
PREVIOUS = Binding("f8,ctrl+p", "previous", "Vorige", id="vorige", show=False)
NEXT = Binding("f9,ctrl+n", "next", "Volgende", id="volgende")
STOP = Binding("f10,ctrl+q", "app.quit", "Stoppen", id="stoppen", priority=True)
SAVE = Binding("ctrl+s", "app.save", "Nu opslaan", id="opslaan", show=False)
COMMANDS = Binding("ctrl+o", "app.command_palette", "Alle opdrachten", id="opdrachten", show=False)
GO_TO = Binding("ctrl+g", "go_to", "Ga naar vraag ...", id="ga-naar", show=False)
TITLE = Binding("ctrl+t", "app.title", "Titel wijzigen", id="titel", show=False)
THEME = Binding("ctrl+l", "app.theme", "Licht of donker", id="licht-donker", show=False)
BACK = Binding("escape", "app.step_back", "Terug", id="terug", show=False)
BACK_SHOWN = Binding("escape", "app.step_back", "Terug", id="terug")

NEW = Binding("ctrl+n", "new", "Nieuw", id="nieuw", priority=True)
OPEN = Binding("enter", "open", "Openen", id="openen", priority=True)
CLEAR = Binding("escape", "clear", "Zoekterm wissen", id="zoekterm-wissen", show=False)
LOOK = Binding("f3", "look", "Voorbeeld", id="bekijken")
RENAME = Binding("ctrl+t", "rename", "Titel wijzigen", id="hernoemen", show=False)
COPY_REPORT = Binding("f6", "duplicate", "Kopie maken", id="kopie", show=False)
PRINT_REPORT = Binding("f7", "print", "Opslaan als tekst", id="afdrukken", show=False)
THROW_AWAY = Binding(
    "ctrl+d", "throw_away", "Naar de prullenbak", id="weggooien", show=False, priority=True
)
TAKE_BACK = Binding(
    "ctrl+z", "take_back", "Terug uit de prullenbak", id="terughalen", show=False, priority=True
)
EXAMPLE = Binding("f5", "example", "Voorbeeldverslag", id="voorbeeldverslag", show=False)

PLAIN_TEXT = Binding("t", "toggle_plain", "Platte tekst", id="platte-tekst")
TO_FILE = Binding("o", "to_file", "Opslaan als", id="naar-bestand")
TO_CLIPBOARD = Binding("k", "to_clipboard", "Kopiëren", id="naar-klembord")
FINISH = Binding("ctrl+r", "app.finish", "Afronden", id="afronden", show=False)

LEAVE_BAR_FIRST = ("f3", "f2", "enter", "f1", "k", "t")
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
}


def key_name(key: str) -> str:
    """Return what a key is called on a Dutch screen: "ctrl+p" is "Ctrl+P"."""
    return "+".join(_NAMES.get(part, part.upper()) for part in key.split("+"))


def bar_order(key: str) -> tuple[bool, int]:
    """Return where a key stands in the key bar: function keys last, by their number."""
    function_key = key.startswith("f") and key[1:].isdecimal()
    return function_key, int(key[1:]) if function_key else 0
