"""`versies`: the earlier versions of a report, or what changed since one of them."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report, version_number
from reisverslag_tui.cli.console import write_message, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.earlier_versions import no_versions, require_version, restore_command
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_settings import user_width
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.dates import local_now, when
from reisverslag_tui.core.differences import SAME, as_text, changed_since, differences
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.errors import UnreadableDraft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.lookup import find_file
from reisverslag_tui.storage.versions import Version


def add_arguments(parser: Parser) -> None:
    """Add the report and the number of a version."""
    add_report(parser)
    parser.arguments.add_argument(
        "nummer",
        metavar="NUMMER",
        nargs="?",
        type=version_number,
        help="toon wat er sinds deze versie is veranderd",
    )


def run(args: Namespace) -> ExitCode:
    """Write a line for each version, the newest first, or what changed since one."""
    found = find_file(args.verslag, user_store())
    versions = found.store.versions(found.item.id)
    if args.nummer is not None:
        require_version(args.nummer, found)
        write_output(_changes(versions.load(args.nummer), found.item))
        return ExitCode.SUCCESS
    listed = versions.all()
    write_output("".join(_line(version, found.item) for version in listed))
    if listed:
        write_message(f"Terugzetten kan met: {restore_command(found, listed[0].number)}")
    else:
        write_message(no_versions(found))
    return ExitCode.SUCCESS


def _line(version: Version, present: Draft | Broken) -> str:
    content = version.content
    if isinstance(content, UnreadableDraft):
        return f"{version.number:>4}  onleesbaar: {content}\n"
    readable = None if isinstance(present, Broken) else present
    changes = changed_since(content, readable, load_form(content.form))
    return f"{version.number:>4}  {when(content.modified, local_now()):<17}  {changes}\n"


def _changes(earlier: Draft, present: Draft | Broken) -> str:
    """Return what changed since a version; the whole version if the report can't be read."""
    form = load_form(earlier.form)
    if isinstance(present, Broken):
        write_message("Het verslag zelf is onleesbaar. Dit is de hele versie.")
        return render_plain(earlier, form, user_width())
    blocks = [
        f"{difference.label}\n\n{as_text(difference.pieces)}\n"
        for difference in differences(earlier, present, form)
    ]
    write_message("[-weg-] staat er nu niet meer; [+erbij+] is nieuw." if blocks else SAME)
    return "\n".join(blocks)
