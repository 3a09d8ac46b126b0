"""`toon`: a report laid out with Rich."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report
from reisverslag_tui.cli.console import columns, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_settings import user_width
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.form import load_form
from reisverslag_tui.report.preview import print_preview
from reisverslag_tui.storage.lookup import find


def add_arguments(parser: Parser) -> None:
    """Add the report."""
    add_report(parser)


def run(args: Namespace) -> ExitCode:
    """Write a report, as wide as the terminal and no wider than the width for plain text."""
    draft = find(args.verslag, user_store()).draft
    width = min(columns(), user_width() or columns())
    write_output(print_preview(draft, load_form(draft.form), width))
    return ExitCode.SUCCESS
