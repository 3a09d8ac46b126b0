"""What can be typed after `reisverslag`."""

import argparse
from collections.abc import Sequence

from reisverslag_tui import __version__
from reisverslag_tui.cli.arguments import WHAT_A_REPORT_IS, add_print_after
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.registry import START, SUMMARIES, load_command

_EXAMPLES = """\
Voorbeelden:
  reisverslag                                   # alle verslagen op het scherm
  reisverslag nieuw --titel "Werkbezoek Gent"   # meteen naar vraag 1
  reisverslag open laatste                      # verder waar je was
  reisverslag print laatste                     # het verslag als platte tekst
  reisverslag print gent --naar gent.txt        # hetzelfde, in een bestand
"""

_DESCRIPTION = "Schrijf het verslag van een buitenlandse dienstreis, vraag voor vraag."


def build_parser(words: Sequence[str]) -> Parser:
    """Return the parser of a command line; of the commands it knows the first one in `words`.

    The result of parsing holds the name of the `command`, its `parser`, `print_after` (whether
    `--print` was typed) and `takes_print_after` (whether the command has that option).
    """
    summaries = "\n".join(f"  {name:<10}  {text}" for name, text in SUMMARIES.items())
    parser = Parser(
        prog="reisverslag",
        usage="reisverslag [OPDRACHT] [...]",
        description=f"{_DESCRIPTION}\n\nOpdrachten:\n{summaries}",
        epilog=WHAT_A_REPORT_IS,
    )
    parser.examples = _EXAMPLES
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"reisverslag {__version__}",
        help="toon de versie van het programma",
    )
    parser.set_defaults(command=START, parser=parser, print_after=False)
    add_print_after(parser)
    parser.commands = tuple(SUMMARIES)
    # The summaries stand in the description: argparse would break names of nine letters off.
    subparsers = parser.add_subparsers(
        prog=parser.prog, help=argparse.SUPPRESS, parser_class=Parser
    )
    for name in filter(SUMMARIES.__contains__, words):
        sub = subparsers.add_parser(name, description=f"{SUMMARIES[name]}.")
        sub.set_defaults(command=name, parser=sub, takes_print_after=False)
        load_command(name).add_arguments(sub)
        break
    return parser
