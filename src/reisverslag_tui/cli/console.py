"""The only writer of stdout and stderr: output goes to stdout, messages go to stderr."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.text import clean
from reisverslag_tui.errors import ReisverslagError, StorageError, UsageError

_NO_TERMINAL = (
    "Het scherm heeft een terminal nodig, en die is er hier niet. "
    "In een script gebruik je de opdrachten van: reisverslag --help"
)


class NoTerminal(ReisverslagError):
    """The full screen can't be drawn: there is no terminal, or none that can."""


def write_output(text: str) -> None:
    """Write text to stdout, as UTF-8 in any locale.

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
        silence_stdout()
        raise StorageError(
            f"De uitvoer kan niet geschreven worden: {os_message(error)}."
        ) from error


def silence_stdout() -> None:
    """Discard all further output to stdout, that of Python's flush at exit too."""
    _discard(sys.stdout)


def silence() -> None:
    """Discard all further output to stdout and stderr, for a terminal that is gone."""
    silence_stdout()
    _discard(sys.stderr)


def _discard(stream: TextIO) -> None:
    with suppress(OSError):  # no file more may be open
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_message(*lines: str) -> None:
    """Write lines for the user to stderr, each cleaned: it may quote the name of a file.

    Errors are ignored: the exit code says the same.
    """
    if sys.stderr is None:
        return
    try:
        sys.stderr.write("".join(f"{one_line(line)}\n" for line in lines))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def write_message_on_screen(text: str) -> None:
    """Write a message to stderr, and also to stdout if stderr is not on the screen."""
    lines = text.split("\n")
    write_message(*lines)
    if not _is_screen(sys.stderr):
        with suppress(StorageError, BrokenPipeError):
            write_output("".join(f"{one_line(line)}\n" for line in lines))


def one_line(text: str) -> str:
    """Return text on one line, without the characters that control a terminal."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def require_utf8(text: str) -> str:
    """Return text from the command line; UsageError if its bytes were no UTF-8.

    A locale that can't hold it, such as plain ASCII, does not make it something else.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(text).decode()
        except UnicodeError as error:
            raise UsageError("Wat je typte is geen UTF-8-tekst.") from error
    return text


def columns() -> int:
    """Return the width of a line on stdout in cells.

    This is the width of its terminal; where it is none COLUMNS, then that of the other streams.
    """
    variable = os.environ.get("COLUMNS", "")
    valid = variable.isascii() and variable.isdecimal() and len(variable) < 5
    return (
        _terminal_width(sys.__stdout__)
        or (int(variable) if valid else 0)
        or _terminal_width(sys.__stderr__)
        or _terminal_width(sys.__stdin__)
        or 80
    )


def _terminal_width(stream: TextIO | None) -> int:
    if stream is None:
        return 0
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def open_closed_streams() -> None:
    """Open each standard stream that is closed on the null device.

    The next file to be opened would get its number, and what is written to stderr end up in it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextmanager
def stdout_on_screen() -> Iterator[None]:
    """Redirect stdout to the terminal, if it is not one, for the full screen and an editor."""
    if _is_screen(sys.stdout) or (screen := _open_other_screen()) is None:
        yield
        return
    before = os.dup(sys.stdout.fileno())
    os.dup2(screen, sys.stdout.fileno())
    os.close(screen)
    try:
        yield
    finally:
        os.dup2(before, sys.stdout.fileno())
        os.close(before)


def _is_screen(stream: TextIO | None) -> bool:
    """Return whether the stream is a terminal that can be written to."""
    try:
        return stream is not None and stream.isatty() and os.write(stream.fileno(), b"") == 0
    except OSError:
        return False


def _open_other_screen() -> int | None:
    """Return a new descriptor of the terminal, if stdout is none; None if there is no terminal."""
    for stream in (sys.stderr, sys.stdin):
        if _is_screen(stream):
            return os.dup(stream.fileno())
    try:
        return os.open(os.ctermid(), os.O_RDWR)
    except OSError:
        return None


def _has_screen() -> bool:
    """Return whether stdout is the terminal, or can be redirected to it."""
    if _is_screen(sys.stdout):
        return True
    if (screen := _open_other_screen()) is None:
        return False
    os.close(screen)
    return True


def require_terminal(*, stdout_elsewhere: bool = False) -> None:
    """Raise NoTerminal unless a full screen can be drawn: Textual would start and hang.

    With `stdout_elsewhere` stdout need not be the terminal: see `stdout_on_screen`.
    """
    present = _has_screen() if stdout_elsewhere else _is_screen(sys.stdout)
    if not present or sys.stdout is None or sys.stdin is None or not sys.stdin.isatty():
        raise NoTerminal(_NO_TERMINAL)
    kind = os.environ.get("TERM", "")
    if kind in ("", "dumb"):
        raise NoTerminal(
            f"Deze terminal kan geen schermen tekenen (TERM={kind}). "
            "Zet TERM goed, of gebruik de opdrachten van: reisverslag --help"
        )
