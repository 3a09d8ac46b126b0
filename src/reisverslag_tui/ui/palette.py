"""The command palette: every key of the screen it was called on, by name."""

from collections.abc import Iterator
from functools import partial

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.types import IgnoreReturnCallbackType

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.keys import key_name

_SYNONYMS = {
    "hulp": "help",
    "antwoorden": "answers overview",
    "voorbeeld": "preview",
    "bekijken": "preview",
    "editor": "edit external",
    "vorige": "previous",
    "volgende": "next",
    "stoppen": "quit exit",
    "opslaan": "save",
    "versies": "versions history restore",
    "terugzetten": "restore revert",
    "ga-naar": "go to question",
    "titel": "rename title",
    "hernoemen": "rename title",
    "licht-donker": "theme dark light",
    "terug": "back",
    "nieuw": "new",
    "openen": "open",
    "kopie": "duplicate copy",
    "afdrukken": "afdrukken print export",
    "weggooien": "weggooien verwijderen delete trash bin",
    "terughalen": "undo restore",
    "voorbeeldverslag": "example sample",
    "platte-tekst": "plain text",
    "opgemaakt": "laid out formatted",
    "naar-bestand": "save export file",
    "naar-printer": "printer paper cups",
    "breedte": "width wrap columns",
    "naar-klembord": "copy clipboard",
    "afronden": "finish done",
    "zoeken": "find search",
    "vervangen": "replace",
    "ongedaan": "undo",
    "opnieuw": "redo",
    "knippen": "cut",
    "kopieren": "copy",
    "plakken": "paste",
    "alles": "select all",
    "regel": "select line",
}
"""English words by which a command is found too, by the id of its binding."""

_HIDDEN = (
    *("opdrachten", "knop-verder", "knop-terug", "nummer", "verder-lezen", "terug-lezen"),
    "zoeken-kort",
)


class Palette(CommandPalette):
    """Textual's palette, which can be stopped from like any screen."""

    BINDINGS = [keys.STOP]


class KeyCommands(Provider):
    """Offers what the keys of the screen do; always answers, so that no English sentence does."""

    async def discover(self) -> Hits:
        """Yield every command."""
        for title, _words, key, run in self._commands():
            yield DiscoveryHit(title, run, help=key)

    async def search(self, query: str) -> Hits:
        """Yield the commands that `query` finds, also by an English word."""
        matcher = self.matcher(query)
        found = False
        for title, words, key, run in self._commands():
            score = max(matcher.match(title), matcher.match(words))
            if score > 0:
                found = True
                yield Hit(score, Content(title), run, text=title, help=key)
        if not found:
            yield Hit(1, Content("Geen opdracht gevonden"), lambda: None, text=query)

    def _commands(self) -> Iterator[tuple[str, str, str, IgnoreReturnCallbackType]]:
        """Yield title, English words, key and action of each command, those of a widget last."""
        done: set[str] = set(_HIDDEN)
        bindings = list(self.screen.active_bindings.items())
        bindings.sort(key=lambda item: not isinstance(item[1].node, Screen | App))
        for key, active in bindings:
            binding = active.binding
            if binding.id and binding.id not in done and active.enabled:
                done.add(binding.id)
                run = partial(self.app.run_action, binding.action, active.node)
                words = _SYNONYMS.get(binding.id, "")
                yield binding.description, words, key_name(key), run
