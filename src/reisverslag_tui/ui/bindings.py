"""Every command of the program and the keys for it, declared once.

Screens choose from these; the key bar, the help and the command palette are made from what a
screen chose. Of all files this table is the longest: a command is found in one place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from textual.binding import Binding, BindingType

STAYS = 100
"""The `bar` of a command that never leaves the key bar."""


@dataclass(frozen=True)
class Command:
    """What can be done with a key.

    `id` is Dutch: in the settings file a user chooses another key for it; commands that are
    each other's counterpart share one. `keys` are Textual's names, with commas between them.
    `description` is Dutch, and so are most of the `synonyms`, the other words by which the palette
    finds it; one that is `hidden` is not in the palette, since it only moves, or only means
    something inside a dialog. `bar` is 0 for what is not in the key bar; in a narrow terminal the
    lowest leaves it first. With `priority` it goes before what the focused widget does with the
    key.
    """

    id: str
    keys: str
    action: str
    description: str
    synonyms: str = ""
    hidden: bool = False
    bar: int = 0
    priority: bool = True

    @property
    def binding(self) -> Binding:
        """The binding to give to Textual."""
        return Binding(
            self.keys,
            self.action,
            self.description,
            id=self.id,
            show=self.bar > 0,
            priority=self.priority,
        )


def of(*commands: Command) -> list[BindingType]:
    """Return the `BINDINGS` of a screen or widget that has these commands."""
    return [command.binding for command in commands]


_inside = partial(Command, priority=False)
_moving = partial(Command, priority=False, hidden=True)

HELP = Command(
    "hulp", "f1", "app.help", "Hulp", synonyms="help uitleg toetsen sneltoetsen", bar=STAYS
)
ANSWERS = Command(
    "antwoorden",
    "f2",
    "app.answers",
    "Antwoorden",
    synonyms="overzicht nalezen answers overview",
    bar=4,
)
PREVIEW = Command(
    "voorbeeld", "f3", "app.preview", "Voorbeeld", synonyms="bekijken lezen preview", bar=3
)
EDITOR = Command(
    "editor",
    "f4",
    "app.editor",
    "In een ander programma schrijven",
    synonyms="vim nano bewerken edit external",
)
PREVIOUS = Command("vorige", "f8,ctrl+p", "previous", "Vorige", synonyms="terug previous back")
NEXT = Command(
    "volgende", "f9,ctrl+n", "next_question", "Volgende", synonyms="verder next forward", bar=11
)
TO_ANSWERS = replace(NEXT, action="to_answers", description="Naar antwoorden")
NEXT_FROM_SHORT = Command(
    "volgende-kort", "enter", "screen.next", "Volgende", synonyms="verder next forward"
)
STOP = Command(
    "stoppen",
    "f10,ctrl+q",
    "app.quit",
    "Stoppen",
    synonyms="afsluiten sluiten verlaten einde quit exit close",
    bar=STAYS,
)
VERSIONS = Command(
    "versies",
    "f12",
    "app.versions",
    "Eerdere versies",
    synonyms="geschiedenis herstellen vroeger versions history restore",
)
PUT_BACK = Command(
    "terugzetten",
    "enter",
    "screen.put_back",
    "Terugzetten",
    synonyms="herstellen restore revert",
    bar=5,
)
PUT_BACK_ONE = Command(
    "een-antwoord",
    "a,A",
    "put_back_one",
    "Eén antwoord",
    synonyms="terugzetten herstellen deel restore one answer",
    bar=2,
)
PUT_BACK_CHOSEN = Command(
    "antwoord-terugzetten", "enter", "choose", "Terugzetten", hidden=True, bar=5
)
READ_ON = Command("verder-lezen", "pagedown", "read_on", "Verder lezen", hidden=True)
READ_BACK = Command("terug-lezen", "pageup", "read_back", "Terug lezen", hidden=True)
SAVE = Command("opslaan", "ctrl+s", "app.save", "Nu opslaan", synonyms="bewaren save")
COMMANDS = Command("opdrachten", "ctrl+o", "app.command_palette", "Alle opdrachten", hidden=True)
FOLD_HELP = Command(
    "uitleg",
    "f13",
    "fold_help",
    "Uitleg tonen of niet",
    synonyms="hulp invouwen verbergen help hint fold",
)
PREVIEW_BESIDE = Command(
    "voorbeeld-ernaast",
    "f15",
    "preview_beside",
    "Voorbeeld ernaast of niet",
    synonyms="meelezen live preview beside split",
)
GO_TO = Command(
    "ga-naar", "ctrl+g", "go_to", "Ga naar vraag ...", synonyms="springen kiezen go jump question"
)
SETTINGS = Command(
    "instellingen",
    "f11",
    "app.settings",
    "Instellingen",
    synonyms="voorkeuren opties settings preferences options config",
)
GO = Command("ga-naar-deze", "enter", "choose", "Ga naar deze vraag", hidden=True)
TITLE = Command(
    "titel", "ctrl+t", "app.title", "Titel wijzigen", synonyms="naam hernoemen rename title"
)
THEME = Command(
    "licht-donker",
    "ctrl+l",
    "app.theme",
    "Licht of donker",
    synonyms="thema kleuren theme dark light colors",
)
TEST_KEYS = Command(
    "toetsen-testen",
    "f23",
    "app.test_keys",
    "Toetsen testen",
    synonyms="toetsenbord terminal keyboard keys test",
)
TO_REPORTS = Command(
    "naar-verslagen",
    "escape",
    "back(False)",
    "Naar verslagen",
    synonyms="terug sluiten lijst back close list reports",
)
BACK_TO_ANSWERS = Command(
    "naar-antwoorden",
    "escape",
    "back(True)",
    "Terug naar antwoorden",
    synonyms="overzicht back answers",
)
BACK = Command("terug", "escape", "app.step_back", "Terug", synonyms="vorige back", bar=8)
CLOSE_HELP = Command("hulp-sluiten", "escape,f1", "app.step_back", "Sluiten", hidden=True, bar=8)
RUN_COMMAND = Command("uitvoeren", "enter", "run", "Uitvoeren", hidden=True)
CLOSE_COMMANDS = Command(
    "opdrachten-sluiten", "escape,ctrl+o", "escape", "Laat maar", hidden=True, bar=8
)
SUBMIT = Command("klaar", "enter", "submit", "Klaar", hidden=True, bar=5)
CANCEL = Command("laat-maar", "escape", "cancel", "Laat maar", hidden=True, bar=8)
STAY = Command("hier-blijven", "escape", "cancel", "Hier blijven", hidden=True, bar=8)
KEEP_BOTH = Command("beide-houden", "escape", "cancel", "Beide houden", hidden=True, bar=8)

NEW = Command(
    "nieuw", "ctrl+n", "app.new_report", "Nieuw", synonyms="beginnen maken new create", bar=11
)
OPEN = Command("openen", "enter", "screen.open", "Openen", synonyms="verdergaan open", bar=5)
CLEAR = Command(
    "zoekterm-wissen", "escape", "clear", "Zoekterm wissen", synonyms="leegmaken clear search"
)
LOOK = Command("bekijken", "f3", "look", "Voorbeeld", synonyms="lezen tonen preview view", bar=3)
EXAMPLE = Command(
    "voorbeeldverslag",
    "f4",
    "app.example_report",
    "Voorbeeldverslag openen",
    synonyms="demo example sample",
)
BEGIN_WITH = Command(
    "kopie",
    "f5",
    "begin_with",
    "Nieuw verslag met dit als begin",
    synonyms="kopiëren dupliceren duplicate copy template",
)
RENAME = Command(
    "hernoemen", "f6,ctrl+t", "rename", "Titel wijzigen", synonyms="naam hernoemen rename title"
)
PRINT_REPORT = Command(
    "afdrukken",
    "f7",
    "print",
    "Afdrukken",
    synonyms="afdrukken printen exporteren bestand mail pdf print export",
)
SORT = Command("volgorde", "f8", "sort", "Andere volgorde", synonyms="sorteren sort order")
BIN = Command(
    "prullenbak", "f9", "app.bin", "Prullenbak", synonyms="verwijderd weggegooid bin trash recycle"
)
THROW_AWAY = Command(
    "weggooien",
    "delete",
    "throw_away",
    "Naar de prullenbak",
    synonyms="weggooien verwijderen wissen delete remove trash bin",
)
TAKE_BACK = Command(
    "terughalen",
    "ctrl+z",
    "take_back",
    "Terug uit de prullenbak",
    synonyms="herstellen ongedaan undo restore",
)
PUT_FROM_BIN = Command(
    "uit-prullenbak",
    "enter,ctrl+z",
    "put_back",
    "Terugzetten",
    synonyms="terughalen herstellen restore back",
    bar=5,
)
ERASE = Command(
    "wissen",
    "delete",
    "erase",
    "Wissen",
    synonyms="verwijderen definitief erase delete forever",
    bar=1,
)
BACK_FROM_BIN = replace(BACK, action="back")

PLAIN_TEXT = Command(
    "platte-tekst",
    "t,T",
    "show_plain(True)",
    "Platte tekst",
    synonyms="onopgemaakt mooi plain text laid formatted",
    bar=11,
)
LAID_OUT = replace(PLAIN_TEXT, action="show_plain(False)", description="Opgemaakt")
WIDTH = Command(
    "breedte", "b,B", "width", "Breedte", synonyms="regels afbreken width wrap columns", bar=6
)
TO_PRINTER = Command(
    "naar-printer",
    "p,P",
    "print('printer')",
    "Naar printer",
    synonyms="afdrukken printen papier pdf print paper cups",
    bar=9,
)
TO_FILE = Command(
    "naar-bestand",
    "o,O",
    "print('file')",
    "Opslaan als",
    synonyms="bestand bewaren exporteren afdrukken printen mail save export print file",
    bar=10,
)
TO_CLIPBOARD = Command(
    "naar-klembord",
    "k,K",
    "print('clipboard')",
    "Kopiëren",
    synonyms="klembord mail copy clipboard",
    bar=7,
)
FINISH = Command(
    "afronden",
    "f5",
    "app.finish",
    "Afronden",
    synonyms="klaar indienen afmaken finish done submit",
    bar=11,
)

FIND = Command(
    "zoeken",
    "ctrl+r,ctrl+f",
    "find",
    "Zoeken en vervangen",
    synonyms="vinden vervangen find search replace",
)
FIND_HERE = replace(FIND, description="Zoeken")
FIND_BY_LETTER = Command("zoeken-kort", "slash", "find", "Zoeken", hidden=True)
FIND_NEXT = Command("verder-zoeken", "enter,down", "screen.find_next", "Verder zoeken", hidden=True)
FIND_PREVIOUS = Command("terug-zoeken", "up", "screen.find_previous", "Terug zoeken", hidden=True)
FIND_NEXT_TOO = replace(FIND_NEXT, keys="down")
REPLACE = Command(
    "vervangen",
    "enter",
    "screen.replace",
    "Vervangen en verder zoeken",
    synonyms="wijzigen replace",
)
CLOSE_FIND = Command("zoeken-klaar", "escape", "close_find", "Klaar met zoeken", hidden=True)

COMPLETE = Command("aanvullen", "tab", "complete", "Aanvullen", hidden=True, bar=11)
CHANGE = Command(
    "wijzigen", "enter", "screen.change", "Wijzigen", synonyms="veranderen change edit", bar=5
)
TO_DEFAULT = Command(
    "standaard", "delete", "to_default", "Standaard", synonyms="terugzetten default reset", bar=1
)

HOW_TO_STOP = Binding("ctrl+c", "help_quit", show=False)
"""No command: on Ctrl+C the app says which key ends it."""

NUMBERS = tuple(
    Command("nummer", str(number), f"number({number})", "Naar de vraag met dit nummer", hidden=True)
    for number in range(1, 10)
)
"""A digit that chooses a question."""

BUTTONS = (
    _moving("knop-verder", "right,down", "app.focus_next", "Volgende knop"),
    _moving("knop-terug", "left,up", "app.focus_previous", "Vorige knop"),
)
"""The arrows, where there is nothing but buttons."""

EVERYWHERE = (HELP, STOP, COMMANDS, SETTINGS, THEME, TEST_KEYS)
"""What every screen of the program offers, dialogs excepted."""

UNDO = _inside("ongedaan", "ctrl+z,super+z", "undo", "Ongedaan maken", synonyms="herstellen undo")
EDITING = (
    _inside("knippen", "ctrl+x,shift+delete,super+x", "cut", "Knippen", synonyms="cut"),
    _inside("kopieren", "ctrl+c,ctrl+insert,super+c", "copy", "Kopiëren", synonyms="copy"),
    _inside("plakken", "ctrl+v,shift+insert", "paste", "Plakken", synonyms="paste"),
    _moving(
        "woord-wissen",
        "ctrl+w,ctrl+backspace,alt+backspace",
        "delete_word_left",
        "Woord ervoor wissen",
    ),
    _moving("woord-erna-wissen", "ctrl+delete", "delete_word_right", "Woord erna wissen"),
)
"""For wherever something is typed, one line or more."""

WRITING = (
    UNDO,
    _inside("opnieuw", "ctrl+y,super+y", "redo", "Opnieuw doen", synonyms="redo"),
    *EDITING,
    _moving("nieuwe-regel", "shift+enter,ctrl+enter,alt+enter", "new_line", "Nieuwe regel"),
    _inside("alles", "f7", "select_all", "Alles selecteren", synonyms="alles select all"),
    _inside("regel", "f6", "select_line", "Regel selecteren", synonyms="regel select line"),
    _moving("woord-terug", "ctrl+left", "cursor_word_left", "Een woord terug"),
    _moving("woord-verder", "ctrl+right", "cursor_word_right", "Een woord verder"),
    _moving("regel-begin", "home,ctrl+a", "cursor_line_start", "Begin van de regel"),
    _moving("regel-einde", "end,ctrl+e", "cursor_line_end", "Einde van de regel"),
    _moving("selecteren", "shift+left", "cursor_left(True)", "Selecteren"),
    _moving("selecteren", "shift+right", "cursor_right(True)", "Selecteren"),
    _moving("antwoord-begin", "ctrl+home", "cursor_text_start", "Begin van het antwoord"),
    _moving("antwoord-einde", "ctrl+end", "cursor_text_end", "Einde van het antwoord"),
    _moving("regel-wissen", "ctrl+u", "delete_to_start_of_line", "Regel tot hier wissen"),
    _moving(
        "rest-wissen", "ctrl+k", "delete_to_end_of_line_or_delete_line", "Rest van de regel wissen"
    ),
)
"""What a writer needs of Textual's TextArea, with a Dutch name."""


def commands() -> Iterator[Command]:
    """Yield every command, in the order of declaration; those of the writing area last."""
    yield from (value for value in globals().values() if isinstance(value, Command))
    for group in (NUMBERS, BUTTONS, WRITING):
        yield from group


_BY_BINDING = {(command.id, command.action, command.description): command for command in commands()}


def command_of(binding: Binding) -> Command | None:
    """Return the command that a binding was made from, whatever its key has become."""
    return _BY_BINDING.get((binding.id or "", binding.action, binding.description))
