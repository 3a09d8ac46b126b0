"""What can be typed after `reisverslag`."""

import argparse
from collections.abc import Callable, Collection, Mapping

from reisverslag_tui import __version__
from reisverslag_tui.cli.commands import NAMES, START, SUMMARIES
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.core.number import read_number
from reisverslag_tui.core.width import DEFAULT_WIDTH, read_width
from reisverslag_tui.errors import UsageError

_EXAMPLES = """\
Voorbeelden:
  reisverslag                                   # alle verslagen op het scherm
  reisverslag nieuw --titel "Werkbezoek Gent"   # meteen naar vraag 1
  reisverslag open laatste                      # verder waar je was
  reisverslag print laatste                     # het verslag als platte tekst
  reisverslag print gent --naar gent.txt        # hetzelfde, in een bestand
"""

_DESCRIPTION = "Schrijf het verslag van een buitenlandse dienstreis, vraag voor vraag."

_EPILOG = """\
VERSLAG is het kenmerk van een verslag of het begin daarvan, een deel van de
titel, het pad van een concept, of het woord 'laatste'.
"""


def _reading(read: Callable[[str], int]) -> Callable[[str], int]:
    """Return a reader of a number whose complaint argparse takes over."""

    def reading(text: str) -> int:
        try:
            return read(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return reading


def _read_version(text: str) -> int:
    return read_number(text, "Het nummer van een versie")


def _read_copies(text: str) -> int:
    from reisverslag_tui.report.printers import read_copies  # for paper alone

    return read_copies(text)


def build_parser(words: Collection[str]) -> Parser:
    """Return the parser of a command line that has these words; it gives the `command`'s name."""
    summaries = "\n".join(f"  {name:<10}  {text}" for name, text in SUMMARIES.items())
    parser = Parser(
        prog="reisverslag",
        usage="reisverslag [OPDRACHT] [...]",
        description=f"{_DESCRIPTION}\n\nOpdrachten:\n{summaries}",
        epilog=_EPILOG,
    )
    parser.examples = _EXAMPLES
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"reisverslag {__version__}",
        help="toon de versie van het programma",
    )
    parser.set_defaults(command=START, parser=parser, print_after=False)
    _add_print_after(parser)
    _add_commands(parser, words)
    return parser


def _add_commands(parser: Parser, words: Collection[str]) -> None:
    """Add the commands of which the name was typed: argparse takes long to make all of them."""
    # Their summaries stand in the description: argparse breaks names of nine letters off.
    subparsers = parser.add_subparsers(
        prog=parser.prog, help=argparse.SUPPRESS, parser_class=Parser
    )
    for name in NAMES:
        if name in words:
            sub = subparsers.add_parser(name, description=f"{SUMMARIES[name]}.")
            sub.set_defaults(command=name, parser=sub)
            if name in _ARGUMENTS:
                _ARGUMENTS[name](sub)


def _add_nieuw(parser: Parser) -> None:
    parser.options.add_argument("--titel", metavar="T", default="", help="de titel, voor jezelf")
    _add_print_after(parser)


def _add_open(parser: Parser) -> None:
    _add_report(parser, needed=False)
    _add_print_after(parser)


def _add_lijst(parser: Parser) -> None:
    parser.options.add_argument("--json", action="store_true", help="als JSON, voor scripts")
    parser.options.add_argument(
        "--prullenbak", action="store_true", help="wat er in de prullenbak ligt"
    )


def _add_vul(parser: Parser) -> None:
    _add_report(parser)
    parser.about_dashes = "Begint het antwoord met een streepje, zet er dan -- voor. "
    parser.arguments.add_argument("vraag", metavar="VRAAG", help="nummer of naam: 3, of doel")
    parser.arguments.add_argument(
        "tekst", metavar="TEKST", nargs="?", help="het antwoord; zonder TEKST van stdin"
    )


def _add_importeer(parser: Parser) -> None:
    parser.arguments.add_argument(
        "bestanden", metavar="BESTAND", nargs="+", help="een tekstbestand, of - voor stdin"
    )
    parser.options.add_argument("--titel", metavar="T", help="de titel; anders de bestandsnaam")


def _add_versies(parser: Parser) -> None:
    _add_report(parser)
    parser.arguments.add_argument(
        "nummer",
        metavar="NUMMER",
        nargs="?",
        type=_reading(_read_version),
        help="toon wat er sinds deze versie is veranderd",
    )


def _add_herstel(parser: Parser) -> None:
    _add_report(parser)
    parser.options.add_argument(
        "--versie",
        metavar="NUMMER",
        type=_reading(_read_version),
        help="zet deze eerdere versie terug",
    )


def _add_print_after(parser: Parser) -> None:
    parser.options.add_argument(
        "--print",
        dest="print_after",
        action="store_true",
        default=argparse.SUPPRESS,  # or it would undo a --print before the command
        help="zet na het stoppen het verslag dat je open had op stdout",
    )


def _add_report(parser: Parser, *, needed: bool = True) -> None:
    parser.epilog = _EPILOG
    parser.arguments.add_argument(
        "verslag",
        metavar="VERSLAG",
        nargs=None if needed else "?",
        help="welk verslag; zie onder" + ("" if needed else "; zonder VERSLAG het laatste"),
    )


def _add_print(parser: Parser) -> None:
    _add_report(parser)
    # argparse would put VERSLAG last, where it would be taken for the NAAM of a printer.
    parser.usage = (
        f"{parser.prog} VERSLAG [-h] [--breedte N]\n"
        "           [--naar BESTAND [--overschrijf] | --printer [NAAM] [--aantal N]]"
    )
    parser.options.add_argument(
        "--breedte",
        metavar="N",
        type=_reading(read_width),
        help="breek regels af op N tekens, anders op wat je instelde "
        f"({DEFAULT_WIDTH} als je niets koos); 0 is niet afbreken",
    )
    places = parser.options.add_mutually_exclusive_group()
    places.add_argument("--naar", metavar="BESTAND", help="schrijf naar dit bestand")
    parser.options.add_argument(
        "--overschrijf", action="store_true", help="ook als dat bestand al bestaat"
    )
    places.add_argument(
        "--printer",
        metavar="NAAM",
        nargs="?",
        const="",
        help="stuur naar deze printer; zonder NAAM naar de standaardprinter",
    )
    parser.options.add_argument(
        "--aantal",
        metavar="N",
        type=_reading(_read_copies),
        help="zoveel exemplaren (anders 1)",
    )


_ARGUMENTS: Mapping[str, Callable[[Parser], None]] = {
    "nieuw": _add_nieuw,
    "open": _add_open,
    "lijst": _add_lijst,
    "print": _add_print,
    "toon": _add_report,
    "vul": _add_vul,
    "importeer": _add_importeer,
    "versies": _add_versies,
    "verwijder": _add_report,
    "herstel": _add_herstel,
}
