"""The outermost frame: from the words on the command line to an exit code."""

import sys
from collections.abc import Sequence

from reisverslag_tui.cli.commands import FULL_SCREEN, command
from reisverslag_tui.cli.console import open_closed_streams, say, silence, silence_stdout
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.parser import build_parser
from reisverslag_tui.errors import LookupFailed, ReisverslagError, UsageError


def main(words: Sequence[str] | None = None) -> int:
    """Run the command in `words` (of the shell, if None) and return its exit code.

    Raises SystemExit where argparse does: for `--help`, `--version` and wrong usage.
    """
    open_closed_streams()
    words = sys.argv[1:] if words is None else words
    try:
        args = build_parser(words).parse(words)
        if args.print_after and args.command not in FULL_SCREEN:
            args.parser.refuse(["--print"])
        code = command(args.command)(args)
    except ReisverslagError as error:
        return _explain(error)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost frame
        from reisverslag_tui.cli.crash import report_crash  # which no other end needs

        report_crash(error)
        return ExitCode.BUG
    if code == ExitCode.HUNG_UP:
        silence()
    return code


def _explain(error: ReisverslagError) -> ExitCode:
    text = str(error)
    say(f"Dat lukt niet: {text}." if text[:1].islower() else text)
    if isinstance(error, LookupFailed):
        for line in error.candidates:
            say(f"  {line}")
    return ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.FAILED
