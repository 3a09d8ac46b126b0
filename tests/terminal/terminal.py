"""The program on a real pseudo-terminal, and what its screen shows."""

import os
import re
import resource
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pyte
from ptyprocess import PtyProcess

from tests.environment import environment
from tests.stores import store_in

ENTER = "\r"
F1, F2, F3, F4 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
F7, F8, F9, F10 = "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~"
ESCAPE = "\x1b"
CTRL_G, CTRL_L, CTRL_O, CTRL_S, CTRL_T = "\x07", "\x0c", "\x0f", "\x13", "\x14"
_LOCAL = termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
_INPUT = termios.ICRNL | termios.IXON
_ON_AT_FIRST = {b"7", b"25"}  # line wrap and the cursor
_PATIENCE = 20.0  # seconds; on a busy machine nothing is said by how long a thing takes


def only_draft(data: Path) -> dict[str, str]:
    """Return the answers of the one draft there is."""
    drafts, broken = store_in(data).drafts()
    assert not broken
    (draft,) = drafts
    return dict(draft.answers)


class Terminal:
    """A terminal of some size with the program in it; closes it at the end of a `with`.

    `before` is called in the new process, before the program starts.
    """

    def __init__(
        self,
        *words: str,
        data: Path,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = ("-m", "reisverslag_tui"),
        before: Callable[[], object] | None = None,
        **environment: str,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.sent = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._process = PtyProcess.spawn(
            [sys.executable, *program, *words],
            env=self._environment(data) | environment,
            dimensions=(rows, columns),
            preexec_fn=before,
        )

    @staticmethod
    def _environment(data: Path) -> dict[str, str]:
        return environment(
            HOME=str(data),
            TMPDIR=str(data.parent.parent),
            REISVERSLAG_DATA=str(data),
            TEXTUAL_ANIMATIONS="none",
        )

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

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    def wait_for(self, wanted: str | Callable[[], bool]) -> None:
        """Read what the program draws until the screen shows `wanted`, or it holds."""
        holds = wanted if callable(wanted) else lambda: wanted in self.text
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, f"never came: {wanted}\n{self.text}"
            self._read(0.1)

    def wait_unread(self, holds: Callable[[], bool], patience: float = _PATIENCE) -> bool:
        """Wait until it holds without reading what the program draws; return whether it does."""
        end = time.monotonic() + patience
        while not holds() and time.monotonic() < end:
            select.select([], [], [], 0.01)
        return holds()

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself, and return its exit code."""
        self.wait_for(lambda: not self.is_alive)
        while self._read(0):
            pass
        return self._exit_code()

    def _exit_code(self) -> int:
        assert not self.is_alive
        status: int | None = self._process.exitstatus
        assert status is not None, f"ended by signal {self._process.signalstatus}"
        return status

    @property
    def is_alive(self) -> bool:
        """Whether the program runs."""
        alive: bool = self._process.isalive()
        return alive

    @property
    def disorder(self) -> list[str]:
        """What a shell would not find as it left it."""
        switches = re.findall(rb"\x1b\[\?(\d+)([hl])", self.sent)
        modes = dict.fromkeys(_ON_AT_FIRST, b"h") | dict(switches)
        found = [
            f"mode {mode.decode()}"
            for mode, switch in modes.items()
            if (switch == b"h") != (mode in _ON_AT_FIRST)
        ]
        if len(re.findall(rb"\x1b\[>\d+u", self.sent)) > self.sent.count(b"\x1b[<u"):
            found.append("keyboard protocol")
        return found if self.is_cooked else [*found, "raw"]

    @property
    def is_cooked(self) -> bool:
        """Whether lines are edited, echoed and watched for Ctrl+C by the terminal itself."""
        attributes = termios.tcgetattr(self._process.fd)
        flags: tuple[int, int] = (attributes[0] & _INPUT, attributes[3] & _LOCAL)
        return flags == (_INPUT, _LOCAL)

    def cook(self) -> None:
        """Do to the terminal what a shell does that takes it."""
        attributes = termios.tcgetattr(self._process.fd)
        attributes[0] |= _INPUT
        attributes[3] |= _LOCAL
        termios.tcsetattr(self._process.fd, termios.TCSANOW, attributes)

    @property
    def is_stuck(self) -> bool:
        """Whether the program can write no more, because nobody reads."""
        with self._program_end() as end:
            return not select.select([], [end], [], 0)[1]

    @property
    def has_read_all(self) -> bool:
        """Whether the program has read all that was typed."""
        with self._program_end() as end:
            return not select.select([end], [], [], 0)[0]

    @contextmanager
    def _program_end(self) -> Iterator[int]:
        """Open the terminal as the program has it, to see what it would see."""
        end = os.open(f"/proc/{self._process.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        try:
            yield end
        finally:
            os.close(end)

    @property
    def is_stopped(self) -> bool:
        """Whether the program is stopped, as by SIGSTOP."""
        status = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        return status.rpartition(")")[2].split()[0] == "T"

    def freeze(self) -> None:
        """Let the program draw, and read nothing, until it can write no more, and stays so."""
        while self.wait_unread(lambda: not self.is_stuck, 0.3):
            self.type(CTRL_L)
            self.wait_unread(lambda: self.is_stuck, 0.1)

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

    def limit(self, kind: int, most: int) -> None:
        """Let the program have no more of something, as `prlimit` does."""
        resource.prlimit(self._process.pid, kind, (most, most))

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.kill(number)

    def _read(self, timeout: float) -> bool:
        drawn = self.take(timeout)
        self.show(drawn)
        return bool(drawn)

    def take(self, timeout: float) -> bytes:
        """Return what the program draws within `timeout` seconds, for `show` to be shown."""
        if not select.select([self._process.fd], [], [], timeout)[0]:
            return b""
        try:
            drawn = os.read(self._process.fd, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            return b""
        self.sent += drawn
        return drawn

    def show(self, drawn: bytes) -> None:
        """Show what was taken."""
        self._stream.feed(drawn.replace(b"\x1b[<u", b""))  # pyte does not know it
