"""`open`: a report on the screen, where it was left."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_print_after, add_report
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.full_screen import show
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.storage.lookup import LATEST, find


def add_arguments(parser: Parser) -> None:
    """Add the report, by default the one that was changed last, and `--print`."""
    add_report(parser, required=False)
    add_print_after(parser)


def run(args: Namespace) -> int:
    """Show a report on the screen."""
    found = find(LATEST if args.verslag is None else args.verslag, user_store())
    return show(args, found.store, found.draft)
