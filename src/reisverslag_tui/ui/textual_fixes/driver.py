"""The driver of the terminal, which loses no input, never blocks, and gives the terminal back.

In Textual 8.2 the driver for Linux and macOS
* ends the program on a byte that is not UTF-8 (Textual #6456): `tests/terminal/test_signals.py`,
  a byte of another encoding;
* reads on for ever, at 100 % CPU, once the terminal is gone (#6690):
  `tests/terminal/test_dead_terminal.py`;
* blocks the event loop while nobody reads what it writes, and writes to stderr:
  `tests/terminal/test_dead_terminal.py` and `test_streams.py`;
* starts application mode again on a SIGCONT that follows no stop, and drops input that is not read
  when it stops: `tests/terminal/test_stopping.py`;
* takes Esc inside a paste for a key, and so what follows it: `tests/terminal/test_input.py`.

Those tests fail without this module. Names of Textual's driver that begin with `_` are used here
and nowhere else; that, and `textual._xterm_parser` in `keyboard.py`, is why Textual is pinned.
"""

import asyncio
import os
import select
import selectors
import signal
import termios
import tty
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from queue import SimpleQueue
from threading import Thread
from types import FrameType
from typing import Any

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from typing_extensions import override

from reisverslag_tui.ui.textual_fixes.keyboard import Keyboard

_STDOUT = 1  # which the command line has seen to be a terminal
_CHECK = 0.01  # seconds between two looks whether more is typed
_CALM = 10  # so many looks in a row that see nothing mean that all has come
_MOST_CHECKS = 50
_PATIENCE = 0.5  # seconds
_LAST_READS = 32  # so many pieces of 4 KB are read before what is typed is thrown away


class TerminalDriver(LinuxDriver):
    """Reads in a thread, as Textual's does, and writes in another; both survive what may come."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual's writer lets the event loop wait once 30 pieces are not read, and a signal
        # handler may wait for its lock in vain: it gets nothing to do.
        self._nowhere = TextIOWrapper(BytesIO())
        # Not stderr, as Textual has it, which may go anywhere; UTF-8, whatever the locale says.
        self._terminal = _STDOUT
        self._screen = os.fdopen(_STDOUT, "w", encoding="utf-8", errors="replace", closefd=False)
        self._file = self._nowhere
        self._output: SimpleQueue[str | None] = SimpleQueue()
        self._writer: Thread | None = None
        self._handing_on = False
        self._raw: list[Any] = []
        self._keyboard = Keyboard(debug=self._debug)
        self._leaving = False

    # Output

    @override
    def _get_terminal_size(self) -> tuple[int, int]:
        """Return how wide and high the terminal itself is, whatever the environment says."""
        try:
            columns, rows = os.get_terminal_size(self._terminal)
        except OSError:
            columns = rows = 0
        return columns or 80, rows or 24

    @override
    def write(self, data: str) -> None:
        """Have something written; never waits."""
        if self._writer is None or not self._writer.is_alive():
            self._writer = Thread(target=self._write_out, name="output", daemon=True)
            self._writer.start()
        self._output.put(data)

    @override
    def close(self) -> None:
        """Wait until all is written."""
        super().close()
        if self._writer:
            self._output.put(None)
            self._writer.join()
            self._writer = None

    def stop_writing(self) -> None:
        """Stop at once, also when nobody reads; what others write waits no more either."""
        os.set_blocking(self._terminal, False)
        self._output.put(None)
        if self._writer and self._writer.ident and self._writer.is_alive():
            signal.signal(signal.SIGCONT, lambda *_: None)
            signal.pthread_kill(self._writer.ident, signal.SIGCONT)  # tries again, and is refused
            self._writer.join(_PATIENCE)

    def _write_out(self) -> None:
        """Write what comes, until None does."""
        while (text := self._output.get()) is not None:
            self._put(text)
        self._put("")

    def _put(self, text: str) -> None:
        try:
            self._screen.write(text)
            if self._output.empty():
                self._screen.flush()
        except OSError:  # EIO: the other end of the pseudo-terminal is closed
            self._screen = self._nowhere
            self._hang_up()

    def _hang_up(self) -> None:
        """End the program with the signal that a vanished terminal should have sent."""
        os.kill(os.getpid(), signal.SIGHUP)

    # Stopping and going on

    @property
    def is_lent(self) -> bool:
        """Whether another program, such as an editor, has the terminal."""
        return not self._auto_restart

    @property
    def _listening(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    @override
    def _sigtstp_application(self, *_: int | FrameType | None) -> None:
        """Lend the terminal to the shell, and stop; only stop if the terminal is not taken."""
        if self._listening:
            super()._sigtstp_application()
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    @override
    def _sigcont_application(self, *_: int | FrameType | None) -> None:
        """Go on: resume what was suspended, but nothing else.

        GNU `timeout` sends SIGCONT after SIGTERM, and so does a hang-up; a second start of
        application mode would leave a raw terminal behind.
        """
        if self._must_signal_resume:
            super()._sigcont_application()
        elif self._listening and self._raw:  # a shell may have changed the terminal meanwhile
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        if self._listening:
            self._loop.call_soon_threadsafe(self._app.post_message, self.SignalResume())

    # Input

    @override
    def _query_in_band_window_resize(self) -> None:
        """Do not ask for changes of size as input: with them come clicks by pixels."""

    async def quiet(self) -> None:
        """Wait until all that was typed is handed on; half a second at most if more is."""
        self._leaving = True
        calm = 0
        for _ in range(_MOST_CHECKS):
            await asyncio.sleep(_CHECK)
            calm = 0 if self._has_input() else calm + 1
            if calm == _CALM:
                return

    def _has_input(self) -> bool:
        """Tell whether something is not handed on; what was just read counts, so that is last."""
        if not self._listening:
            return False
        is_more = bool(select.select([self.fileno], [], [], 0)[0]) or self._keyboard.has_pasted
        return is_more or self._handing_on

    @override
    def _run_input_thread(self) -> None:
        """Let an error be that of any thread: Textual would show it, and end well."""
        self.run_input_thread()

    @override
    def run_input_thread(self) -> None:
        """Hand on what is typed, until the terminal is gone or the program ends.

        One byte that is not UTF-8 would end the program (Textual #6456); end of input would be
        read for ever, at 100 % CPU (#6690), so that it becomes the SIGHUP that did not come.
        """
        with suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)
        self._keyboard = Keyboard(debug=self._debug, erase=self._erase)
        with selectors.DefaultSelector() as selector, suppress(EOFError):
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                self._hand_on(is_readable=bool(selector.select(0.1)))
            for _ in range(_LAST_READS):
                if not selector.select(0):
                    break
                self._hand_on(is_readable=True)
        self._process(self._keyboard.pasted())

    @property
    def _erase(self) -> bytes:
        """The character that the terminal is set to have for Backspace."""
        special = self._raw[tty.CC] if self._raw else []
        return special[termios.VERASE] if special else b""

    def _hand_on(self, *, is_readable: bool) -> None:
        self._handing_on = True
        if is_readable:
            self._process(self._keyboard.messages(self._read()))
        else:
            self._process(self._keyboard.late_messages())
            if self._leaving:
                self._process(self._keyboard.pasted())
        self._handing_on = False

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if not (isinstance(message, events.MouseEvent) and self._is_outside(message)):
                self.process_message(message)

    def _is_outside(self, event: events.MouseEvent) -> bool:
        """Tell whether the mouse is beside the screen; a click there would take the focus away."""
        return not self._app.size.contains(event.screen_x, event.screen_y)

    def _read(self) -> bytes:
        """Return what is typed; raise EOFError if the terminal is gone."""
        try:
            data = os.read(self.fileno, 4096)
        except OSError:  # EIO: the other end of the pseudo-terminal is closed
            data = b""
        if not data:
            self._hang_up()
            raise EOFError
        return data
