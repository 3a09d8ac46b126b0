"""`herstel`: a report back from the bin, or an earlier version put back."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report, version_number
from reisverslag_tui.cli.console import write_message
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.earlier_versions import require_version, restore_command
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.lookup import BIN, find, find_file
from reisverslag_tui.storage.store import DraftStore


def add_arguments(parser: Parser) -> None:
    """Add the report and the number of a version."""
    add_report(parser)
    parser.options.add_argument(
        "--versie", metavar="NUMMER", type=version_number, help="zet deze eerdere versie terug"
    )


def run(args: Namespace) -> ExitCode:
    """Put the version that was named back, or take the report out of the bin."""
    if args.versie is None:
        _take_out_of_bin(args.verslag)
    else:
        _put_version_back(args.verslag, args.versie)
    return ExitCode.SUCCESS


def _take_out_of_bin(name: str) -> None:
    """Move the report that `name` means out of the bin; StorageError if it is not there."""
    store = user_store()
    bin_store = DraftStore(
        store.bin_directory, store.bin_directory, store.versions_directory, now=store.now
    )
    found = find(name, bin_store, BIN)
    if found.store is not bin_store:
        raise StorageError(f"{name} ligt niet in de prullenbak.")
    store.take_back(found.draft.id)
    write_message(f"'{found.draft.name}' staat weer tussen je verslagen: {found.draft.id}")


def _put_version_back(name: str, number: int) -> None:
    """Put a version back, and write the number of the version that holds what it replaced."""
    found = find_file(name, user_store())
    require_version(number, found)
    found.store.put_back(found.item.id, number, local_now())
    replaced = found.store.versions(found.item.id).numbers()[0]
    write_message(f"Versie {number} staat weer in '{found.item.name}'.")
    if isinstance(found.item, Broken):
        write_message(f"Het beschadigde bestand is opgeslagen als versie {replaced}.")
    else:
        write_message(f"Wat er stond is nu versie {replaced}: {restore_command(found, replaced)}")
