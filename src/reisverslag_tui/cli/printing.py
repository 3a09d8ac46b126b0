"""What `print` and `toon` do: a report on stdout, in a file or on paper."""

from argparse import Namespace
from pathlib import Path

from reisverslag_tui.cli.console import columns, say, write_out
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.own import own_store, own_width
from reisverslag_tui.core.form import load_form
from reisverslag_tui.errors import AlreadyExists, StorageError, UsageError
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.atomic import SHARED, write_whole
from reisverslag_tui.storage.locations import user_path
from reisverslag_tui.storage.lookup import find


def print_(args: Namespace) -> ExitCode:
    """Print a report as plain text: on stdout, in a file, or on a printer."""
    if args.aantal is not None and args.printer is None:
        raise UsageError("--aantal kan alleen samen met --printer.")
    if args.overschrijf and args.naar is None:
        raise UsageError("--overschrijf kan alleen samen met --naar.")
    draft = find(args.verslag, own_store()).draft
    width = own_width() if args.breedte is None else args.breedte
    if args.printer is not None:
        from reisverslag_tui.report.printers import Job, hand_over  # for paper alone

        job = Job(draft, width, args.printer, args.aantal or 1)
        say(job.told(hand_over(job)))
        return ExitCode.GOOD
    text = render_plain(draft, load_form(draft.form), width)
    if args.naar is None:
        write_out(text)
    else:
        _to_file(text, args.naar, overwrite=args.overschrijf)
    return ExitCode.GOOD


def toon(args: Namespace) -> ExitCode:
    """Show a report laid out with Rich, no wider than is pleasant to read."""
    from reisverslag_tui.report.preview import print_preview  # Rich, for those who need it

    draft = find(args.verslag, own_store()).draft
    width = min(columns(), own_width() or columns())
    write_out(print_preview(draft, load_form(draft.form), width))
    return ExitCode.GOOD


def _to_file(text: str, name: str, *, overwrite: bool) -> None:
    path = user_path(name)
    if name.endswith("/"):
        raise StorageError(f"{name} is een map. Noem ook de naam van het bestand.")
    _write(path, text.encode(), overwrite=overwrite)
    say(f"Het verslag staat in {path}.")


def _write(path: Path, data: bytes, *, overwrite: bool) -> None:
    try:
        write_whole(path, data, mode=SHARED, overwrite=overwrite)
    except AlreadyExists as error:
        raise AlreadyExists(
            f"{path} bestaat al. Kies een andere naam, of voeg --overschrijf toe."
        ) from error
    except StorageError as error:
        raise StorageError(f"{path} kan niet geschreven worden: {error}.") from error
