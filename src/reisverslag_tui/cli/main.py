"""The outermost frame: from the words on the command line to an exit code."""

from collections.abc import Sequence

from reisverslag_tui.cli.console import say, silence_stdout
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.parser import build_parser
from reisverslag_tui.errors import LookupFailed, ReisverslagError, UsageError


def main(words: Sequence[str] | None = None) -> int:
    """Run the command in `words` (of the shell, if None) and return its exit code.

    Raises SystemExit where argparse does: for `--help`, `--version` and wrong usage.
    """
    try:
        args = build_parser().parse(words)
        code: ExitCode = args.run(args)
    except ReisverslagError as error:
        return _explain(error)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost frame
        say(f"Er ging iets mis in het programma zelf ({type(error).__name__}). Dat is onze fout.")
        say("Wat je eerder schreef staat nog in de map van: reisverslag paden")
        return ExitCode.BUG
    return code


def _explain(error: ReisverslagError) -> ExitCode:
    say(str(error))
    if isinstance(error, LookupFailed):
        for line in error.candidates:
            say(f"  {line}")
    return ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.FAILED
