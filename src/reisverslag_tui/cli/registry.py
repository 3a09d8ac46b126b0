"""The commands: their names, their summaries and the module that carries each out."""

from argparse import Namespace
from importlib import import_module
from typing import Any, Protocol

from reisverslag_tui.cli.dutch import Parser

START = "start"
"""The command that is carried out where none was typed: all reports on the screen."""

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
"""The summary of each command, in the order of the help.

They stand here and not in the modules of the commands: `--help` shows all of them, and would load
Rich and the full screen with those modules.
"""


class Command(Protocol):
    """What each module in `cli.commands` defines; the module is named after its command."""

    def add_arguments(self, parser: Parser) -> None:
        """Add the arguments and options of the command to its parser."""

    def run(self, args: Namespace) -> int:
        """Carry the command out and return the exit code; errors are raised as ReisverslagError."""


def load_command(name: str) -> Command:
    """Return the module of a command, or of START; no other command's module is loaded."""
    module: Any = import_module(f"reisverslag_tui.cli.commands.{name}")
    command: Command = module
    return command
