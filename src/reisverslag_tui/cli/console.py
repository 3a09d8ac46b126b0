"""Stdin, stdout and stderr: the product goes to stdout, words to stderr."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
        from reisverslag_tui.core.os_errors import os_message  # for what goes wrong alone

        silence_stdout()
        raise StorageError(
            f"De uitvoer kan niet geschreven worden: {os_message(error)}."
        ) from error


def silence_stdout() -> None:
    """Let Python's flush at exit go nowhere, for a stdout that nobody reads any more."""
    _send_nowhere(sys.stdout)


def silence() -> None:
    """Do so for stderr too: the terminal itself is gone."""
    silence_stdout()
    _send_nowhere(sys.stderr)


def _send_nowhere(stream: TextIO) -> None:
    with suppress(OSError):  # no file more may be open
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(*lines: str) -> None:
    """Say something to the user on stderr, each line cleaned: it may quote a file's name.

    What can't be said is left unsaid: the exit code tells it too.
    """
    if sys.stderr is None:
        return
    try:
        sys.stderr.write("".join(f"{one_line(line)}\n" for line in lines))
        sys.stderr.flush()
    except OSError:
        _send_nowhere(sys.stderr)


def say_on_screen(text: str) -> None:
    """Say something where the screen was, also if stderr goes elsewhere: the user looks there."""
    lines = text.split("\n")
    say(*lines)
    if not _is_screen(sys.stderr):
        with suppress(StorageError, BrokenPipeError):
            write_out("".join(f"{one_line(line)}\n" for line in lines))


def one_line(text: str) -> str:
    """Return text that can't drive a terminal, nor pass for more lines than one."""
    if text.isascii() and text.isprintable():
        return text
    from reisverslag_tui.core.text import (
        clean,  # which the product itself, as a rule, does not need
    )

    return clean(text).replace("\n", " ").replace("\t", " ")


def typed(text: str) -> str:
    """Return text from the command line; UsageError if it was not UTF-8.

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


def read_in(limit: int) -> bytes:
    """Return what is on stdin, at most `limit` bytes of it."""
    return sys.stdin.buffer.read(limit) if sys.stdin else b""


def stdin_is_terminal() -> bool:
    """Tell whether stdin is a keyboard, or nothing at all."""
    return sys.stdin is None or sys.stdin.isatty()


def columns() -> int:
    """Return for how wide a line there is room on stdout.

    That is what its terminal says; elsewhere COLUMNS, then the terminal of the other streams.
    """
    own, *others = (sys.__stdout__, sys.__stderr__, sys.__stdin__)
    chosen = os.environ.get("COLUMNS", "")
    said = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 5 else 0
    return _terminal_width(own) or said or max(map(_terminal_width, others)) or 80


def _terminal_width(stream: TextIO | None) -> int:
    if stream is None:
        return 0
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def open_closed_streams() -> None:
    """Let a standard stream that is closed lead nowhere.

    The next file to be opened would get its number: a draft, in which an editor writes its errors.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextmanager
def stdout_on_screen() -> Iterator[None]:
    """Let stdout be the terminal, if it is not, for a screen and an editor that need one there."""
    if _is_screen(sys.stdout) or (screen := _other_screen()) is None:
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
    """Tell whether something can be drawn: this is a terminal, and it may be written to."""
    try:
        return stream is not None and stream.isatty() and os.write(stream.fileno(), b"") == 0
    except OSError:
        return False


def _other_screen() -> int | None:
    """Open the terminal that stdout is not; None if there is none."""
    for stream in (sys.stderr, sys.stdin):
        if _is_screen(stream):
            return os.dup(stream.fileno())
    try:
        return os.open(os.ctermid(), os.O_RDWR)
    except OSError:
        return None


def _has_screen() -> bool:
    """Tell whether `stdout_on_screen` can do what it says."""
    screen = _other_screen()
    if screen is not None:
        os.close(screen)
    return _is_screen(sys.stdout) or screen is not None


def require_terminal(*, stdout_elsewhere: bool = False) -> None:
    """Raise NoTerminal unless a full screen can be drawn: Textual itself would start and hang.

    With `stdout_elsewhere` the terminal need not be stdout: see `stdout_on_screen`.
    """
    there = _has_screen() if stdout_elsewhere else _is_screen(sys.stdout)
    if not there or sys.stdout is None or sys.stdin is None or not sys.stdin.isatty():
        raise NoTerminal(_NO_TERMINAL)
    kind = os.environ.get("TERM", "")
    if kind in ("", "dumb"):
        raise NoTerminal(
            f"Deze terminal kan geen schermen tekenen (TERM={kind}). "
            "Zet TERM goed, of gebruik de opdrachten van: reisverslag --help"
        )
