"""The command palette: every key of the screen it was called on, by name."""

from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from functools import partial
from inspect import isawaitable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.command import Command as CommandOption
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input, LoadingIndicator, OptionList
from textual.worker import WorkerCancelled

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.commands import Command, commands
from reisverslag_tui.ui.keys import key_name
from reisverslag_tui.ui.textual_fixes.command_list import LaidOutCommandList
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from reisverslag_tui.ui.widgets.one_line import OneLine

SYNONYMS = {
    "hulp": "help uitleg toetsen sneltoetsen",
    "antwoorden": "overzicht nalezen answers overview",
    "voorbeeld": "bekijken lezen preview",
    "bekijken": "lezen tonen preview view",
    "editor": "vim nano bewerken edit external",
    "vorige": "terug previous back",
    "volgende": "verder next forward",
    "volgende-kort": "verder next forward",
    "uitleg": "hulp invouwen verbergen help hint fold",
    "voorbeeld-ernaast": "meelezen live preview beside split",
    "stoppen": "afsluiten sluiten verlaten einde quit exit close",
    "opslaan": "bewaren save",
    "versies": "geschiedenis herstellen vroeger versions history restore",
    "terugzetten": "herstellen restore revert",
    "een-antwoord": "terugzetten herstellen deel restore one answer",
    "ga-naar": "springen kiezen go jump question",
    "titel": "naam hernoemen rename title",
    "hernoemen": "naam hernoemen rename title",
    "licht-donker": "thema kleuren theme dark light colors",
    "toetsen-testen": "toetsenbord terminal keyboard keys test",
    "naar-verslagen": "terug sluiten lijst back close list reports",
    "naar-antwoorden": "overzicht back answers",
    "terug": "vorige back",
    "nieuw": "beginnen maken new create",
    "openen": "verdergaan open",
    "zoekterm-wissen": "leegmaken clear search",
    "instellingen": "voorkeuren opties settings preferences options config",
    "wijzigen": "veranderen change edit",
    "standaard": "terugzetten default reset",
    "kopie": "kopiëren dupliceren duplicate copy template",
    "volgorde": "sorteren sort order",
    "prullenbak": "verwijderd weggegooid bin trash recycle",
    "uit-prullenbak": "terughalen herstellen restore back",
    "wissen": "verwijderen definitief erase delete forever",
    "afdrukken": "afdrukken printen exporteren bestand mail pdf print export",
    "weggooien": "weggooien verwijderen wissen delete remove trash bin",
    "terughalen": "herstellen ongedaan undo restore",
    "voorbeeldverslag": "demo example sample",
    "platte-tekst": "onopgemaakt mooi plain text laid formatted",
    "naar-bestand": "bestand bewaren exporteren afdrukken printen mail save export print file",
    "naar-printer": "afdrukken printen papier pdf print paper cups",
    "breedte": "regels afbreken width wrap columns",
    "zoeken": "vinden vervangen find search replace",
    "vervangen": "wijzigen replace",
    "naar-klembord": "klembord mail copy clipboard",
    "afronden": "klaar indienen afmaken finish done submit",
    "ongedaan": "herstellen undo",
    "opnieuw": "redo",
    "knippen": "cut",
    "kopieren": "copy",
    "plakken": "paste",
    "alles": "alles select all",
    "regel": "regel select line",
}
"""Other words by which a command is found, Dutch ones and English, by the id of its binding."""

_HIDDEN = """
opdrachten opdrachten-sluiten hulp-sluiten klaar laat-maar beide-houden hier-blijven
uitvoeren aanvullen antwoord-terugzetten
knop-verder knop-terug nummer ga-naar-deze verder-lezen terug-lezen
zoeken-kort verder-zoeken terug-zoeken zoeken-klaar
woord-terug woord-verder regel-begin regel-einde antwoord-begin antwoord-einde
selecteren woord-wissen woord-erna-wissen nieuwe-regel regel-wissen rest-wissen
"""
HIDDEN = frozenset(_HIDDEN.split())
"""What the palette leaves out: it only moves, or only means something inside a dialog."""

_LONGEST = 60  # characters of a query that are looked at; no command has a name as long
_CLOSE = 0.7  # how much a mistyped word must be like one that is known


class _Query(CommandInput, OneLine):
    """The line in which a command is searched for."""


class Palette(CommandPalette):
    """Textual's palette, with a key bar, and which can be stopped from like any screen."""

    BINDINGS = [keys.RUN_COMMAND, keys.CLOSE_COMMANDS, keys.STOP]

    def compose(self) -> ComposeResult:
        """Yield what Textual's has, with a line of ours, and its own keys at the bottom."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield _Query(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield LaidOutCommandList()
                yield LoadingIndicator()
        yield KeyBar()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        """Do what is clicked in the place of Textual's palette, which a second click upsets."""
        event.stop()
        event.prevent_default()
        if isinstance(self.app, TerminalApp):
            self.app.call_before_next_input(self.action_run)

    async def action_run(self) -> None:
        """Do what is chosen, at once: what is typed next is meant for where that leads."""
        for worker in list(self.workers):
            if worker.node is self:
                with suppress(WorkerCancelled):
                    await worker.wait()
        if not self.is_current:  # a click came in between
            return
        chosen = self.query_one(CommandList).highlighted_option
        if isinstance(chosen, CommandOption):
            await self.dismiss()
            if isawaitable(doing := chosen.hit.command()):
                await doing


class KeyCommands(Provider):
    """Offers what the keys of the screen do; always answers, so that no English sentence does."""

    async def discover(self) -> Hits:
        """Yield every command, what one does here first at the top."""
        for command, line in self._lines(self._commands()):
            yield DiscoveryHit(line, self._run(command), text=command.does)

    async def search(self, query: str) -> Hits:
        """Yield the commands that `query` finds, also by another word or with a typing error."""
        query = query[:_LONGEST]
        offered = self._commands()
        scores = {command.id: self._score(query, command) for command in offered}
        if not any(scores.values()):
            scores = {command.id: _likeness(query, command) for command in offered}
        if not any(scores.values()):
            yield Hit(1, Content("Geen opdracht gevonden"), lambda: None, text=query)
        for command, line in self._lines(offered):
            if score := scores[command.id]:
                yield Hit(score, line, self._run(command), text=command.does)

    def _commands(self) -> Sequence[Command]:
        """Return what is offered: of two keys that do the same the first, and none of an input."""
        offered: dict[str, Command] = {}
        for command in commands(self.screen):
            if command.id not in HIDDEN and not isinstance(command.node, Input):
                offered.setdefault(command.does, command)
        return tuple(offered.values())

    def _score(self, query: str, command: Command) -> float:
        """Return how well `query` finds a command; best by what it is called on the screen."""
        matcher = self.matcher(query)
        others = SYNONYMS.get(command.id, "").split()
        return max(matcher.match(command.does), *(matcher.match(word) / 2 for word in others), 0)

    def _lines(self, offered: Sequence[Command]) -> list[tuple[Command, Content]]:
        """Return each command with its line: what it does, and quietly its key, in columns."""
        width = max((cell_len(command.does) for command in offered), default=0)
        return [
            (
                command,
                Content.assemble(
                    command.does.ljust(width + 2), (key_name(command.keys[0]), "$quiet")
                ),
            )
            for command in offered
        ]

    def _run(self, command: Command) -> IgnoreReturnCallbackType:
        return partial(self.app.run_action, command.action, command.node)


def _likeness(query: str, command: Command) -> float:
    """Return whether a word of `query` is nearly one by which a command is found."""
    known = f"{command.does} {SYNONYMS.get(command.id, '')}".casefold().split()
    words = query.casefold().split()
    return float(any(get_close_matches(word, known, 1, _CLOSE) for word in words))
