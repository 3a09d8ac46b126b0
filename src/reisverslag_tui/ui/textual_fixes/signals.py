"""Signals that end the program: save first, give the terminal back, exit with 128 + the signal.

Textual 8.2 is killed by them without a hook, and leaves the terminal raw.
`tests/terminal/test_signals.py` and `tests/faults/test_ends.py` fail without this.
"""

import os
import select
import signal
import sys
import termios
import time
from contextlib import suppress
from types import FrameType
from typing import Protocol

from reisverslag_tui.core.text import clean

_FIRST_SAVE = 0.5  # seconds for what is handled; then the rest of what was typed is
_PATIENCE = 2.0  # seconds for leaving in good order; a frozen terminal holds that up for ever
_MOST_PATIENCE = 30.0
_PIECE = 1024  # bytes that a terminal takes at once
_KEYS = (signal.SIGINT, signal.SIGQUIT)  # Ctrl+C and Ctrl+\ in a terminal that is not raw
_LINUX = ("SIGPOLL", "SIGPWR", "SIGSTKFLT")  # which end a process there, and need not exist here
_FATAL = (
    *(*_KEYS, signal.SIGTERM, signal.SIGHUP),
    *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGXCPU),
    *(signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF),
    *(each for name, each in signal.Signals.__members__.items() if name in _LINUX),
)
_RESTORE = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"  # half a picture, paste, line wrap, size reports
    b"\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # the mouse
    b"\x1b[<u\x1b[?1004l\x1b[?1049l\x1b[?25h"  # keyboard protocol, focus, screen, cursor
)


class Interruptible(Protocol):
    """An app that a signal can end; each method may be called in a signal handler."""

    @property
    def terminal_is_lent(self) -> bool:
        """Whether another program, such as the user's editor, has the terminal."""

    def save_now(self, seconds: float) -> None:
        """Save what is open, in so many seconds at most."""

    def end_editor(self, number: int) -> None:
        """Send a signal to the user's editor, if that has the terminal."""

    def leave_soon(self) -> None:
        """End the program once all that was typed is handled."""

    def messages_waiting(self) -> int:
        """Return how many messages are still to be handled."""

    def stop_writing(self) -> None:
        """Write no more to the terminal."""

    def last_words(self) -> list[str]:
        """Return what is to be printed once the program has ended."""


class Signals:
    """Catches what would kill the program; `received` is the signal that did end it, or 0.

    What is open is saved at once. The app may take its time to handle what was typed before, but
    anything else must be done in two seconds: a disk that does not answer is not waited for, and
    the report goes to another place.
    """

    def __init__(self, app: Interruptible) -> None:
        self.received = 0
        self._app = app
        self._waiting = 0
        self._latest = 0.0
        self._terminal = sys.stdin.fileno()
        self._screen = sys.stdout.fileno()
        self._attributes = termios.tcgetattr(self._terminal)

    def catch(self) -> None:
        """Begin to catch them; to be called in the main thread.

        A handler of the event loop would come too late when that is busy, or stuck.
        """
        for number in _FATAL:
            signal.signal(number, self._caught)

    def done(self) -> None:
        """End on one's own account from now on; give the terminal back, if the app did not.

        While Python itself ends, the alarm or another signal would kill it: exit code and all.
        """
        signal.setitimer(signal.ITIMER_REAL, 0)
        if self.received:
            for number in _FATAL:
                signal.signal(number, signal.SIG_IGN)
        with suppress(termios.error):
            if termios.tcgetattr(self._terminal) != self._attributes:
                self._restore()

    def _caught(self, number: int, _frame: FrameType | None) -> None:
        if self.received:  # a closed window sends SIGHUP more than once
            return
        if number in _KEYS and self._app.terminal_is_lent:  # they are meant for the editor
            return
        self.received = number
        self._latest = time.monotonic() + _MOST_PATIENCE
        self._app.save_now(_FIRST_SAVE)
        self._wait()
        self._app.end_editor(number)
        self._app.leave_soon()

    def _wait(self) -> None:
        self._waiting = self._app.messages_waiting()
        signal.signal(signal.SIGALRM, self._out_of_patience)
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)

    def _out_of_patience(self, _number: int, _frame: FrameType | None) -> None:
        """End at once, unless the app still gets on with what was typed."""
        self._app.save_now(_FIRST_SAVE)
        gets_on = self._app.messages_waiting() not in (0, self._waiting)
        if gets_on and time.monotonic() < self._latest:
            self._wait()
            return
        words = self._app.last_words()
        self._restore()
        self._say("\n".join(words))
        os._exit(128 + self.received)

    def _say(self, text: str) -> None:
        """Say something on the terminal, for as long as that takes it."""
        rest = f"{clean(text)}\n".encode() if text else b""
        with suppress(OSError):  # it is gone
            os.set_blocking(self._terminal, False)
            while rest and select.select([], [self._terminal], [], _FIRST_SAVE)[1]:
                rest = rest[os.write(self._terminal, rest[:_PIECE]) :]
            os.set_blocking(self._terminal, True)

    def _restore(self) -> None:
        """Take the terminal out of its modes; if it is frozen, for when it thaws."""
        with suppress(OSError, termios.error):
            self._app.stop_writing()
            termios.tcflush(self._screen, termios.TCOFLUSH)
            os.write(self._screen, _RESTORE)
        with suppress(OSError, termios.error):
            os.set_blocking(self._screen, True)
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._attributes)
