"""What can be typed after `reisverslag`: argparse, speaking Dutch."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from reisverslag_tui import __version__
from reisverslag_tui.cli import commands
from reisverslag_tui.cli.console import say, write_out
from reisverslag_tui.lookup import LATEST
from reisverslag_tui.rendering.plain import DEFAULT_WIDTH
from reisverslag_tui.text import clean_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EXAMPLES = """\
Voorbeelden:
  reisverslag                                 alle verslagen op het scherm
  reisverslag nieuw --titel "Werkbezoek Gent" meteen naar vraag 1
  reisverslag open laatste                    verder waar je was
  reisverslag print laatste                   het verslag als platte tekst
  reisverslag print gent --naar gent.txt      hetzelfde, in een bestand
"""

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
}
"""What each command does, in the order of the help."""

_HELP = (["help"], ["hulp"])

_DESCRIPTION = "Schrijf het verslag van een buitenlandse dienstreis, vraag voor vraag."

_EPILOG = """\
VERSLAG is het kenmerk van een verslag of het begin daarvan, een deel van de
titel, het pad van een concept, of het woord 'laatste'.
"""

# argparse's own sentences (CPython 3.11 to 3.14), and what the user reads instead.
_DUTCH = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt nog iets: \1."),
    (r"argument (\S+): expected .*argument.*", r"Na \1 hoort nog iets te staan."),
    (r"argument (?:-h/)?(\S+): ignored explicit argument .*", r"Achter \1 hoort niets te staan."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 en \2 gaan niet samen."),
    (r"argument \S+: (\S+ .+\.)", r"\1"),  # a sentence of our own
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that says in one Dutch sentence what is wrong, and ends with 2."""

    def __init__(
        self, *, prog: str, usage: str | None = None, description: str = "", epilog: str = ""
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.about_dashes = ""
        self.arguments = self.add_argument_group("Argumenten")
        self.options = self.add_argument_group("Opties")
        self.options.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse(self, words: Sequence[str] | None) -> argparse.Namespace:
        """Return the command line, parsed; what is too much is said by the command it followed."""
        words = sys.argv[1:] if words is None else words
        args, too_much = self.parse_known_args(["--help"] if list(words) in _HELP else words)
        if too_much:
            args.parser.refuse(too_much)
        return args

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """Say that these words mean nothing here."""
        dashes = self.about_dashes if words[0].startswith("-") else ""
        self.exit(2, f"Dit begrijp ik niet: {clean_line(' '.join(words))}. {dashes}{self.hint}\n")

    @property
    def hint(self) -> str:
        """Where to read more."""
        return f"Uitleg: {self.prog} --help"

    def format_help(self) -> str:
        """Return the help; the program's own begins with examples."""
        text = super().format_help()
        return f"{_EXAMPLES}\n{text}" if self.prog == "reisverslag" else text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and how to see what is right."""
        self.exit(2, f"{clean_line(self._in_dutch(message))} {self.hint}\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write what argparse has to say where all the program's words go."""
        if file is sys.stdout:
            write_out(message)
        else:
            say(message.rstrip("\n"))

    def _in_dutch(self, message: str) -> str:
        if unknown := re.search(r"invalid choice: (['\"])(.*?)\1 \(", message):
            name = unknown[2]
            close = get_close_matches(name.casefold(), commands.NAMES, n=1, cutoff=0.5)
            hint = f" Bedoel je '{close[0]}'?" if close else ""
            return f"De opdracht '{name}' ken ik niet.{hint}"
        for english, dutch in _DUTCH:
            if match := re.fullmatch(english, message):
                return match.expand(dutch)
        return "Deze opdracht klopt niet."


def _width(text: str) -> int:
    if not text.isdecimal() or len(text) > 5 or int(text) > 10_000:
        raise argparse.ArgumentTypeError(
            "De breedte is een getal van 1 tot 10000, of 0 om regels niet af te breken."
        )
    return int(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise argparse.ArgumentTypeError("Het nummer van een versie is een getal, zoals 3.")
    return int(text)


def build_parser() -> Parser:
    """Return the parser of the whole command line; each command's function is in `run`."""
    summaries = "\n".join(f"  {name:<10}  {text}" for name, text in SUMMARIES.items())
    parser = Parser(
        prog="reisverslag",
        usage="reisverslag [OPDRACHT] [...]",
        description=f"{_DESCRIPTION}\n\nOpdrachten:\n{summaries}",
        epilog=_EPILOG,
    )
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"reisverslag {__version__}",
        help="toon de versie van het programma",
    )
    parser.set_defaults(run=commands.start, parser=parser)
    _add_commands(parser)
    return parser


def _add_commands(parser: Parser) -> None:
    # Their summaries stand in the description: argparse breaks names of nine letters off.
    subparsers = parser.add_subparsers(
        prog=parser.prog, help=argparse.SUPPRESS, parser_class=Parser
    )

    def command(name: str) -> Parser:
        sub = subparsers.add_parser(name, description=f"{SUMMARIES[name]}.")
        sub.set_defaults(run=commands.COMMANDS[name], parser=sub)
        return sub

    nieuw = command("nieuw")
    nieuw.options.add_argument("--titel", metavar="T", default="", help="de titel, voor jezelf")
    _add_report(command("open"), otherwise=LATEST)
    lijst = command("lijst")
    lijst.options.add_argument("--json", action="store_true", help="als JSON, voor scripts")
    lijst.options.add_argument(
        "--prullenbak", action="store_true", help="wat er in de prullenbak ligt"
    )
    _add_print(command("print"))
    _add_report(command("toon"))
    vul = command("vul")
    _add_report(vul)
    vul.about_dashes = "Begint het antwoord met een streepje, zet er dan -- voor. "
    vul.arguments.add_argument("vraag", metavar="VRAAG", help="nummer of naam: 3, of doel")
    vul.arguments.add_argument(
        "tekst", metavar="TEKST", nargs="?", help="het antwoord; zonder TEKST van stdin"
    )
    importeer = command("importeer")
    importeer.arguments.add_argument(
        "bestanden", metavar="BESTAND", nargs="+", help="een tekstbestand, of - voor stdin"
    )
    importeer.options.add_argument("--titel", metavar="T", help="de titel; anders de bestandsnaam")
    versies = command("versies")
    _add_report(versies)
    versies.arguments.add_argument(
        "nummer",
        metavar="NUMMER",
        nargs="?",
        type=_number,
        help="toon wat er sinds deze versie is veranderd",
    )
    _add_report(command("verwijder"))
    herstel = command("herstel")
    _add_report(herstel)
    herstel.options.add_argument(
        "--versie", metavar="NUMMER", type=_number, help="zet deze eerdere versie terug"
    )
    command("paden")


def _add_report(parser: Parser, *, otherwise: str | None = None) -> None:
    parser.epilog = _EPILOG
    parser.arguments.add_argument(
        "verslag",
        metavar="VERSLAG",
        nargs="?" if otherwise else None,
        default=otherwise,
        help="welk verslag; zie onder" + (", anders het laatste" if otherwise else ""),
    )


def _add_print(parser: Parser) -> None:
    _add_report(parser)
    parser.options.add_argument(
        "--breedte",
        metavar="N",
        type=_width,
        default=DEFAULT_WIDTH,
        help=f"breek regels af op N tekens (anders {DEFAULT_WIDTH}); 0 is niet afbreken",
    )
    parser.options.add_argument("--naar", metavar="BESTAND", help="schrijf naar dit bestand")
    parser.options.add_argument(
        "--overschrijf", action="store_true", help="ook als dat bestand al bestaat"
    )
