"""What ends the program from outside: save first, give the terminal back, tell the shell."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

_PATIENCE = 2.0  # seconds for leaving in good order; a frozen terminal holds that up for ever
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l"  # bracketed paste, line wrap, size reports
    b"\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # the mouse
    b"\x1b[<u\x1b[?1004l\x1b[?1049l\x1b[?25h"  # keyboard protocol, focus, screen, cursor
)


class Signals:
    """Catches what would kill the program; `received` is the signal that did end it, or 0.

    A handler of the event loop would not do: a terminal that stops reading blocks the loop.
    """

    def __init__(self, save: Callable[[], object], leave: Callable[[], object]) -> None:
        self.received = 0
        self._save = save
        self._leave = leave
        self._terminal = sys.stdin.fileno()
        self._attributes = termios.tcgetattr(self._terminal)

    def catch(self) -> None:
        """Begin to catch them; to be called in the main thread."""
        for number in _SIGNALS:
            signal.signal(number, self._caught)

    def _caught(self, number: int, _frame: FrameType | None) -> None:
        if self.received:  # a closed window sends SIGHUP more than once
            return
        self.received = number
        self._save()
        signal.signal(signal.SIGALRM, self._give_up)
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
        self._leave()

    def _give_up(self, _number: int, _frame: FrameType | None) -> None:
        """Restore the terminal as far as that goes without waiting for it, and end."""
        with suppress(OSError):
            os.set_blocking(self._terminal, False)
            os.write(self._terminal, _RESTORE)
        with suppress(termios.error):
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._attributes)
        os._exit(128 + self.received)
