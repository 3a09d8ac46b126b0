"""The program on a real pseudo-terminal, and what its screen shows."""

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import pyte
from ptyprocess import PtyProcess

ENTER = "\r"
F2, F3, F8, F9, F10 = "\x1bOQ", "\x1bOR", "\x1b[19~", "\x1b[20~", "\x1b[21~"
ESCAPE = "\x1b"
CTRL_S = "\x13"
_PATIENCE = 20.0  # seconds; on a busy machine nothing is said by how long a thing takes


class Terminal:
    """A terminal of some size with the program in it; closes it at the end of a `with`."""

    def __init__(
        self,
        *words: str,
        data: Path,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = ("-m", "reisverslag_tui"),
        **environment: str,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.sent = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._process = PtyProcess.spawn(
            [sys.executable, *program, *words],
            env=self._environment(data) | environment,
            dimensions=(rows, columns),
        )

    @staticmethod
    def _environment(data: Path) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(data),
            "REISVERSLAG_DATA": str(data),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, text: str | bytes) -> None:
        """Press keys; bytes are sent as they are."""
        os.write(self._process.fd, text if isinstance(text, bytes) else text.encode())

    def paste(self, text: str) -> None:
        """Paste as a terminal with bracketed paste does."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def wait_for(self, wanted: str | Callable[[], bool]) -> None:
        """Read what the program draws until the screen shows `wanted`, or it holds."""
        holds = wanted if callable(wanted) else lambda: wanted in self.text
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, f"never came: {wanted}\n{self.text}"
            self._read(0.1)

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself, and return its exit code."""
        self.wait_for(lambda: not self._process.isalive())
        while self._read(0):
            pass
        return self._exit_code()

    def _exit_code(self) -> int:
        assert not self._process.isalive()
        status: int | None = self._process.exitstatus
        assert status is not None, f"ended by signal {self._process.signalstatus}"
        return status

    @property
    def echoes(self) -> bool:
        """Whether the terminal is as a shell expects it."""
        echo: bool = self._process.getecho()
        return echo

    def hang_up(self) -> int:
        """Close the window, and return the exit code of the program."""
        self._process.fileobj.close()
        self._process.closed = True
        return self.end_unread()

    def end_unread(self) -> int:
        """Wait for the end of the program without reading what it draws; return its exit code."""
        waiting = os.pidfd_open(self._process.pid)
        assert select.select([waiting], [], [], _PATIENCE)[0], "never ended"
        os.close(waiting)
        return self._exit_code()

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.kill(number)

    def _read(self, timeout: float) -> bool:
        if not select.select([self._process.fd], [], [], timeout)[0]:
            return False
        try:
            drawn = os.read(self._process.fd, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            return False
        self.sent += drawn
        self._stream.feed(drawn)
        return bool(drawn)
