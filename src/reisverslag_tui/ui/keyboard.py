"""From the bytes that a terminal sends to Textual's keys, where version 8.2 gets that wrong."""

import codecs
from collections.abc import Iterator

from textual._xterm_parser import XTermParser
from textual.message import Message

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

# Textual reads the one as a place of the cursor, for which nothing here asks, the other not at all.
_SHIFT_F3 = {"\x1b[1;2R": "\x1b[28~", "\x1b[13;2~": "\x1b[28~"}
_REWRITTEN = _ALT_ARROWS | _SHIFT_F3


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


class Keyboard:
    """Makes messages of the bytes that come from the keyboard."""

    def __init__(self, *, debug: bool) -> None:
        self._parser = XTermParser(debug)
        self._decode = codecs.getincrementaldecoder("utf-8")(errors=_ODD_BYTES).decode
        self._paste = PasteFilter()

    def messages(self, data: bytes) -> Iterator[Message]:
        """Yield what `data` stands for; the first half of a character stands for nothing yet."""
        text = self._paste.feed(self._decode(data))
        for sent, read in _REWRITTEN.items():
            text = text.replace(sent, read)
        return iter(self._parser.feed(text) if text else ())  # to Textual "" is the end

    def late_messages(self) -> Iterator[Message]:
        """Yield what waited for more that did not come, such as a single Esc."""
        return iter(self._parser.tick())
