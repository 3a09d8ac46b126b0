"""Stdin, stdout and stderr: the product goes to stdout, words to stderr."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from reisverslag_tui.errors import ReisverslagError, StorageError, UsageError

_NO_TERMINAL = (
    "Het scherm heeft een terminal nodig, en die is er hier niet. "
    "In een script gebruik je de opdrachten van: reisverslag --help"
)


class NoTerminal(ReisverslagError):
    """The full-screen program was asked for where there is no screen."""


def write_out(text: str) -> None:
    """Write the product to stdout, as UTF-8 whatever the locale says.

    Raises StorageError if it can't be written (`> /dev/full`), BrokenPipeError if nobody reads.
    """
    if sys.stdout is None:
        raise StorageError("De uitvoer kan niet geschreven worden: die is gesloten.")
    try:
        sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from reisverslag_tui.atomic import reason  # for what goes wrong alone

        silence_stdout()
        raise StorageError(f"De uitvoer kan niet geschreven worden: {reason(error)}.") from error


def silence_stdout() -> None:
    """Let Python's flush at exit go nowhere, for a stdout that nobody reads any more."""
    _send_nowhere(sys.stdout)


def silence() -> None:
    """Do so for stderr too: the terminal itself is gone."""
    silence_stdout()
    _send_nowhere(sys.stderr)


def _send_nowhere(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """Say something to the user on stderr, cleaned: it may quote a file's name or an answer.

    What can't be said is left unsaid: the exit code tells it too.
    """
    if sys.stderr is None:
        return
    from reisverslag_tui.text import clean  # which the product itself, as a rule, does not need

    try:
        sys.stderr.write(f"{clean(text)}\n")
        sys.stderr.flush()
    except OSError:
        _send_nowhere(sys.stderr)


def typed(text: str) -> str:
    """Return text from the command line; UsageError if it was not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("Wat je typte is geen UTF-8-tekst.") from error
    return text


def read_in(limit: int) -> bytes:
    """Return what is on stdin, at most `limit` bytes of it."""
    return sys.stdin.buffer.read(limit) if sys.stdin else b""


def stdin_is_terminal() -> bool:
    """Tell whether stdin is a keyboard, or nothing at all."""
    return sys.stdin is None or sys.stdin.isatty()


@contextmanager
def stdout_put_by() -> Iterator[None]:
    """Let stdout be where stderr is, for a screen and an editor that need a terminal there."""
    kept = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        yield
    finally:
        os.dup2(kept, sys.stdout.fileno())
        os.close(kept)


def require_terminal(*, stdout_elsewhere: bool = False) -> None:
    """Raise NoTerminal unless a full screen can be drawn: Textual itself would start and hang.

    With `stdout_elsewhere` stderr will do: see `stdout_put_by`.
    """
    streams = (sys.stdin, sys.stderr if stdout_elsewhere else sys.stdout)
    if sys.stdout is None or not all(stream is not None and stream.isatty() for stream in streams):
        raise NoTerminal(_NO_TERMINAL)
    kind = os.environ.get("TERM", "")
    if kind in ("", "dumb"):
        raise NoTerminal(
            f"Deze terminal kan geen schermen tekenen (TERM={kind}). "
            "Zet TERM goed, of gebruik de opdrachten van: reisverslag --help"
        )
