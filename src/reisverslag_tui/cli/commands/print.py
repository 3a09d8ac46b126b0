"""`print`: a report as plain text on stdout, in a file or on paper."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report, number
from reisverslag_tui.cli.console import write_message, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_settings import user_width
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.width import DEFAULT_WIDTH, read_width
from reisverslag_tui.errors import AlreadyExists, StorageError, UsageError
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.atomic import SHARED, write_whole
from reisverslag_tui.storage.locations import user_path
from reisverslag_tui.storage.lookup import find


def add_arguments(parser: Parser) -> None:
    """Add the report, the width and the three destinations."""
    add_report(parser)
    # argparse would put VERSLAG last, where it would be taken for the NAAM of a printer.
    parser.usage = (
        f"{parser.prog} VERSLAG [-h] [--breedte N]\n"
        "           [--naar BESTAND [--overschrijf] | --printer [NAAM] [--aantal N]]"
    )
    parser.options.add_argument(
        "--breedte",
        metavar="N",
        type=number(read_width),
        help="breek regels af op N tekens, anders op wat je instelde "
        f"({DEFAULT_WIDTH} als je niets koos); 0 is niet afbreken",
    )
    destinations = parser.options.add_mutually_exclusive_group()
    destinations.add_argument("--naar", metavar="BESTAND", help="schrijf naar dit bestand")
    parser.options.add_argument(
        "--overschrijf", action="store_true", help="ook als dat bestand al bestaat"
    )
    destinations.add_argument(
        "--printer",
        metavar="NAAM",
        nargs="?",
        const="",
        help="stuur naar deze printer; zonder NAAM naar de standaardprinter",
    )
    parser.options.add_argument(
        "--aantal", metavar="N", type=number(_read_copies), help="zoveel exemplaren (anders 1)"
    )


def _read_copies(text: str) -> int:
    from reisverslag_tui.report.printers import read_copies  # as in _print_on_paper

    return read_copies(text)


def run(args: Namespace) -> ExitCode:
    """Write or print a report."""
    if args.aantal is not None and args.printer is None:
        raise UsageError("--aantal kan alleen samen met --printer.")
    if args.overschrijf and args.naar is None:
        raise UsageError("--overschrijf kan alleen samen met --naar.")
    draft = find(args.verslag, user_store()).draft
    width = user_width() if args.breedte is None else args.breedte
    if args.printer is not None:
        _print_on_paper(draft, width, args.printer, args.aantal or 1)
        return ExitCode.SUCCESS
    text = render_plain(draft, load_form(draft.form), width)
    if args.naar is None:
        write_output(text)
    else:
        _write_file(text, args.naar, overwrite=args.overschrijf)
    return ExitCode.SUCCESS


def _print_on_paper(draft: Draft, width: int, printer: str, copies: int) -> None:
    from reisverslag_tui.report.printers import Job, hand_over  # slow to load, and seldom needed

    job = Job(draft, width, printer, copies)
    write_message(job.told(hand_over(job)))


def _write_file(text: str, name: str, *, overwrite: bool) -> None:
    if name.endswith("/"):
        raise StorageError(f"{name} is een map. Noem ook de naam van het bestand.")
    path = user_path(name)
    try:
        write_whole(path, text.encode(), mode=SHARED, overwrite=overwrite)
    except AlreadyExists as error:
        raise AlreadyExists(
            f"{path} bestaat al. Kies een andere naam, of voeg --overschrijf toe."
        ) from error
    except StorageError as error:
        raise StorageError(f"{path} kan niet geschreven worden: {error}.") from error
    write_message(f"Het verslag staat in {path}.")
