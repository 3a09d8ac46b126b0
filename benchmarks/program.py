"""A program on a pseudo-terminal, and the moment at which something is to be seen on its screen."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

Holds = Callable[[str], bool]
"""Tells from the text on the screen whether what is waited for is there."""

_ROOT = Path(__file__).parent.parent
_QUIET = 0.1  # seconds without output after which what was asked for is taken to be done
_NEXT_KEY = 0.03  # seconds between two keys of who types fast
_PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Seen:
    """After how many milliseconds it was to be seen, and how many bytes were sent in all."""

    ms: float
    size: int


class Program:
    """Runs `python words` on a terminal of 120 by 40; ends it with Ctrl+Q after a `with`.

    What is sent to the terminal is read with the time at which it came, and shown only when all
    is quiet: an emulator in Python is too slow to stand in between.
    """

    def __init__(
        self, words: Sequence[str], data: Path, columns: int = 120, rows: int = 40
    ) -> None:
        self.peak: int = 0
        """The most memory that it had, in kB, once it has ended."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._started = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.chdir(_ROOT)
            os.execve(sys.executable, [sys.executable, *words], _environment(data))  # noqa: S606 - our own words
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.write(self._terminal, b"\x11")
        while self._read(_PATIENCE):
            pass
        self.peak = os.wait4(self._process, 0)[2].ru_maxrss
        os.close(self._terminal)

    def first(self, holds: Holds) -> Seen:
        """Wait until the screen holds what is wanted; counts from the start of the process."""
        return self._wait(self._started, holds)

    def stay(self, seconds: float) -> None:
        """Let it run on, with nobody who types."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def press(self, keys: str, holds: Holds) -> Seen:
        """Press keys, and wait until the screen holds what is wanted."""
        for _, drawn in self._burst():
            self._stream.feed(drawn)
        started = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return self._wait(started, holds)

    def type(self, letter: str) -> Seen:
        """Type a letter that is not in the text, and wait until one more of it is seen."""
        before = self.text.count(letter)
        return self.press(letter, lambda text: text.count(letter) > before)

    def type_on(self, letter: str) -> Seen:
        """Type a letter just after another; counts from the second."""
        os.write(self._terminal, b"a")
        time.sleep(_NEXT_KEY)
        before = self.text.count(letter)
        started = time.perf_counter()
        os.write(self._terminal, letter.encode())
        return self._wait(started, lambda text: text.count(letter) > before)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self._screen.display)

    def _wait(self, started: float, holds: Holds) -> Seen:
        size, seen = 0, None
        while seen is None:
            for at, drawn in self._burst():
                size += len(drawn)
                self._stream.feed(drawn)
                if seen is None and holds(self.text):
                    seen = at
            if time.perf_counter() > started + _PATIENCE:
                raise TimeoutError(self.text)
        return Seen((seen - started) * 1000, size)

    def _burst(self) -> list[tuple[float, bytes]]:
        """Return all that comes until nothing does, each piece with its time."""
        pieces = []
        while drawn := self._read(_QUIET):
            pieces.append((time.perf_counter(), drawn))
        return pieces

    def _read(self, timeout: float) -> bytes:
        if not select.select([self._terminal], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self._terminal, 65536).replace(b"\x1b[<u", b"")  # pyte does not know it
        except OSError:  # Linux's way to say that the other end is closed
            return b""


def _environment(data: Path) -> Mapping[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(data),
        "REISVERSLAG_DATA": str(data),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
