"""`toetsen`: which keys arrive from this terminal."""

from argparse import Namespace

from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.full_screen import show
from reisverslag_tui.cli.user_store import user_store


def add_arguments(_parser: Parser) -> None:
    """Add nothing: it takes no arguments."""


def run(args: Namespace) -> int:
    """Show the key test, and end after it."""
    return show(args, user_store(), "keyboard-test")
