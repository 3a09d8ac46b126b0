"""Textual's driver, corrected where version 8.2 loses input or hangs.

Each correction has a test that fails once Textual no longer needs it, or no longer allows it.
"""

import codecs
import os
import selectors
import signal
from types import FrameType

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_ODD_BYTES = "reisverslag-cp1252"


def _as_windows_text(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as what a Latin-1 or Windows terminal means by them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return odd.decode("cp1252", errors="ignore"), error.end


codecs.register_error(_ODD_BYTES, _as_windows_text)


# Textual reads these as Esc and an arrow, and Esc leaves the question; elsewhere they go a word on.
_ALT_ARROWS = {f"\x1b[1;3{arrow}": f"\x1b[1;5{arrow}" for arrow in "ABCD"}


class PasteFilter:
    """Takes the Esc out of what is pasted: Textual reads what follows one as keys, Ctrl+Q too."""

    _BEGIN, _END = "\x1b[200~", "\x1b[201~"

    def __init__(self) -> None:
        self._inside = False
        self._held = ""

    def feed(self, text: str) -> str:
        """Return what may be read on of all that came so far."""
        rest, done = self._held + text, ""
        self._held = ""
        while rest:
            marker = self._END if self._inside else self._BEGIN
            part, found, rest = rest.partition(marker)
            if self._inside and not found:
                part = self._hold_back(part)
            done += (part.replace("\x1b", "") if self._inside else part) + found
            self._inside ^= bool(found)
        return done

    def _hold_back(self, part: str) -> str:
        """Keep what may be the beginning of the end marker until more comes."""
        for length in range(len(self._END) - 1, 0, -1):
            if part.endswith(self._END[:length]):
                self._held = part[-length:]
                return part[:-length]
        return part


class SteadyDriver(LinuxDriver):
    """Survives a stray SIGCONT, bytes that are not UTF-8, Esc in a paste, a terminal that goes."""

    def _sigcont_application(self, *_: int | FrameType | None) -> None:
        """Resume only what was suspended.

        GNU `timeout` sends SIGCONT after SIGTERM, and so does a hang-up; a second start of
        application mode would leave a raw terminal behind.
        """
        if self._must_signal_resume:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the terminal is gone or the program ends.

        One byte that is not UTF-8 would end the program (Textual #6456); end of input would be
        read for ever, at 100 % CPU (#6690), so that it becomes the SIGHUP that did not come.
        """
        parser = XTermParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")(errors=_ODD_BYTES).decode
        paste = PasteFilter()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    data = self._read()
                    if not data:
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    text = paste.feed(decode(data))
                    for alt, ctrl in _ALT_ARROWS.items():
                        text = text.replace(alt, ctrl)
                    for message in parser.feed(text):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # EIO: the other end of the pseudo-terminal is closed
            return b""
