"""Arguments and options that more than one command has."""

import argparse
from collections.abc import Callable

from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.core.number import read_number
from reisverslag_tui.errors import UsageError

WHAT_A_REPORT_IS = """\
VERSLAG is het kenmerk van een verslag of het begin daarvan, een deel van de
titel, het pad van een concept, of het woord 'laatste'.
"""


def add_report(parser: Parser, *, required: bool = True) -> None:
    """Add VERSLAG, the report that is meant; `args.verslag` is None where it was left out."""
    parser.epilog = WHAT_A_REPORT_IS
    parser.arguments.add_argument(
        "verslag",
        metavar="VERSLAG",
        nargs=None if required else "?",
        help="welk verslag; zie onder" + ("" if required else "; zonder VERSLAG het laatste"),
    )


def add_print_after(parser: Parser) -> None:
    """Add `--print`, which writes the report to stdout after the full screen; see `print_after`."""
    parser.set_defaults(takes_print_after=True)
    parser.options.add_argument(
        "--print",
        dest="print_after",
        action="store_true",
        default=argparse.SUPPRESS,  # or it would undo a --print before the command
        help="zet na het stoppen het verslag dat je open had op stdout",
    )


def number(read: Callable[[str], int]) -> Callable[[str], int]:
    """Return `read` as the type of an argument: argparse shows the message of its UsageError."""

    def read_argument(text: str) -> int:
        try:
            return read(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return read_argument


@number
def version_number(text: str) -> int:
    """Return the number of an earlier version, as the type of an argument."""
    return read_number(text, "Het nummer van een versie")
