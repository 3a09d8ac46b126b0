"""`verwijder`: a report to the bin."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report
from reisverslag_tui.cli.console import write_message
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.lookup import command, find, word_for


def add_arguments(parser: Parser) -> None:
    """Add the report."""
    add_report(parser)


def run(args: Namespace) -> ExitCode:
    """Move a report to the bin; StorageError if it lies outside the directory of reports."""
    found = find(args.verslag, user_store())
    if found.store.directory != locations.drafts_directory():
        raise StorageError(f"{args.verslag} staat niet tussen je verslagen en blijft waar het is.")
    found.store.throw_away(found.draft.id)
    word = word_for(locations.bin_directory() / found.store.path(found.draft.id).name)
    write_message(
        f"'{found.draft.name}' ligt in de prullenbak.",
        f"Terughalen kan met: {command('herstel', word)}",
    )
    return ExitCode.SUCCESS
