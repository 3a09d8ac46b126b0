"""`reisverslag` without a command: all reports on the screen."""

from argparse import Namespace

from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.full_screen import show
from reisverslag_tui.cli.user_store import user_store


def add_arguments(_parser: Parser) -> None:
    """Add nothing: its options are those of `reisverslag` itself."""


def run(args: Namespace) -> int:
    """Show all reports on the screen."""
    return show(args, user_store())
