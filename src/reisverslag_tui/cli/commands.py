"""Which function does each command, found without loading what the other commands need."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

Command = Callable[[Namespace], int]

START = "start"
"""What is done where no command was typed: all drafts on the screen."""

FULL_SCREEN = (START, "nieuw", "open")
"""The commands that show reports on the screen, so that `--print` has one to print afterwards."""

SUMMARIES = {
    "nieuw": "Begin een nieuw verslag, meteen bij vraag 1",
    "open": "Ga verder met een verslag waar je was",
    "lijst": "De verslagen, het laatst gewijzigde bovenaan",
    "print": "Het verslag als platte tekst",
    "toon": "Het verslag opgemaakt, op het scherm",
    "vul": "Vul één antwoord in, voor scripts",
    "importeer": "Maak een concept van een verslag in platte tekst",
    "versies": "Eerdere versies van een verslag",
    "verwijder": "Leg een verslag in de prullenbak",
    "herstel": "Haal een verslag uit de prullenbak, of een eerdere versie terug",
    "paden": "Waar alles staat",
    "toetsen": "Test welke toetsen je terminal doorgeeft",
}
"""What each command does, in the order of the help."""

NAMES = tuple(SUMMARIES)
"""The names of the commands."""

_MODULES = {
    "full_screen": (START, "nieuw", "open", "toetsen"),
    "listing": ("lijst",),
    "printing": ("print", "toon"),
    "filling": ("vul", "importeer"),
    "bin_and_versions": ("versies", "verwijder", "herstel"),
    "paths": ("paden",),
}
_BUILT_IN = ("open", "print")  # names that Python has too: their functions end in a _


def command(name: str) -> Command:
    """Return the function of a command: it takes the parsed arguments, and gives an exit code."""
    [module] = [module for module, names in _MODULES.items() if name in names]
    function = f"{name}_" if name in _BUILT_IN else name
    found: Command = getattr(import_module(f"reisverslag_tui.cli.{module}"), function)
    return found
