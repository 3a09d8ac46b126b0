"""From the words of a command line to an exit code: the outermost frame of the program."""

import sys
from collections.abc import Sequence

from reisverslag_tui.cli.console import (
    open_closed_streams,
    silence,
    silence_stdout,
    write_message,
)
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.parser import build_parser
from reisverslag_tui.cli.registry import load_command
from reisverslag_tui.errors import LookupFailed, ReisverslagError, UsageError


def main(words: Sequence[str] | None = None) -> int:
    """Run the command in `words`, by default those of the shell, and return its exit code.

    Raises SystemExit where argparse does: for `--help`, `--version` and wrong usage.
    """
    open_closed_streams()
    words = sys.argv[1:] if words is None else words
    try:
        args = build_parser(words).parse(words)
        if args.print_after and not args.takes_print_after:
            args.parser.refuse(["--print"])
        code = load_command(args.command).run(args)
    except ReisverslagError as error:
        return _explain(error)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost frame
        from reisverslag_tui.cli.crash import report_crash  # loaded when it is needed

        report_crash(error)
        return ExitCode.BUG
    if code == ExitCode.HUNG_UP:
        silence()
    return code


def _explain(error: ReisverslagError) -> ExitCode:
    """Write the message of an error and, for a lookup, which reports may be meant."""
    text = str(error)
    write_message(f"Dat lukt niet: {text}." if text[:1].islower() else text)
    if isinstance(error, LookupFailed):
        write_message(*(f"  {line}" for line in error.candidates))
    return ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.FAILURE
