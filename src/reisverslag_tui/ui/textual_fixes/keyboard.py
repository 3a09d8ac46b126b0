"""From the bytes that a terminal sends to Textual's keys, pastes and mouse.

Textual 8.2 takes a control sequence that comes in pieces for Esc and some letters, drops what it
does not know a key at a time, and gives a key with Alt as Esc and that key. Its parser is used here
for single characters and the mouse alone. `tests/unit/ui/test_keyboard.py`,
`tests/terminal/test_input.py` and `tests/faults/test_fuzz.py` fail without this.
"""

import codecs
import re
import time
from collections.abc import Callable, Iterator

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from reisverslag_tui.ui.textual_fixes.bursts import Bursts
from reisverslag_tui.ui.textual_fixes.input_keys import press
from reisverslag_tui.ui.textual_fixes.input_tokens import ESC, PATIENCE, Kind, Token, Tokenizer

_ODD_BYTES = "reisverslag-cp1252"
_SURROGATES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf](?:\xed[\xb0-\xbf][\x80-\xbf])?")
_EIGHT_BIT = b"\x8f\x90\x9b\x9d"  # SS3, DCS, CSI and OSC: on no keyboard in cp1252


def _as_windows_text(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as what a Latin-1 or Windows terminal means by them.

    Surrogates, which some programs encode one by one, are a character by two, and alone nothing.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if surrogates := _SURROGATES.match(error.object, error.start):
        halves = surrogates[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return halves.decode("utf-16", "ignore"), surrogates.end()
    odd = error.object[error.start : error.end]
    encodings = ("latin-1" if byte in _EIGHT_BIT else "cp1252" for byte in odd)
    characters = zip(odd, encodings, strict=True)
    return "".join(bytes([b]).decode(name, "ignore") for b, name in characters), error.end


codecs.register_error(_ODD_BYTES, _as_windows_text)

_CTRL_H = "\x08"
_MOUSE = re.compile(r"\x1b\[<(\d{1,3});\d{1,5};\d{1,5}[Mm]")
_WHEEL, _MOTION, _MORE_BUTTONS = 64, 32, 128
_DRAWS_WHOLE = re.compile(r"\x1b\[\?2026;[123]\$y")


class Keyboard:
    """Makes messages of the bytes that come from the terminal.

    `erase` is the character that the terminal is set to have for Backspace; `clock` returns
    seconds, and does not go back.
    """

    def __init__(
        self,
        *,
        debug: bool = False,
        erase: bytes = b"\x7f",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._parser = XTermParser(debug)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors=_ODD_BYTES)
        self._tokenizer = Tokenizer()
        self._bursts = Bursts(clock)
        self._erase = erase.decode("latin-1")
        self._clock = clock
        self._last = clock()

    @property
    def has_pasted(self) -> bool:
        """Whether part of a paste has come and is not handed on."""
        return self._tokenizer.has_pasted

    def messages(self, data: bytes) -> Iterator[Message]:
        """Yield what is complete with `data`."""
        self._last = self._clock()
        text = self._decoder.decode(data)
        if self._tokenizer.is_idle and (pasted := self._bursts.pasted(text)) is not None:
            yield events.Paste(pasted)
        else:
            yield from self._read(text)

    def late_messages(self) -> Iterator[Message]:
        """Yield what waited for more that did not come, such as a single Esc."""
        now = self._clock()
        if self._decoder.getstate()[0]:  # half a character
            if now - self._last < PATIENCE:
                return
            yield from self._read(self._decoder.decode(b"", final=True))
        if token := self._tokenizer.expire(now):
            yield from self._messages(token)

    def pasted(self) -> Iterator[Message]:
        """Yield what has come of a paste, of which the rest may still come."""
        if token := self._tokenizer.pasted():
            yield from self._messages(token)

    def _read(self, text: str) -> Iterator[Message]:
        for token in self._tokenizer.feed(text, self._last):
            yield from self._messages(token)

    def _messages(self, token: Token) -> Iterator[Message]:
        if token.kind is Kind.PASTE:
            yield events.Paste(token.text)
        elif token.kind is Kind.TEXT:
            yield from self._typed(token.text)
        elif not token.text.strip(ESC):
            yield from (events.Key("escape", ESC) for _ in token.text)
        else:
            yield from self._sequence(token.text)

    def _typed(self, text: str) -> Iterator[Message]:
        for character in text:
            if character == _CTRL_H and self._erase != _CTRL_H:
                yield events.Key("ctrl+backspace", None)
            else:
                yield from self._parser.feed(character)

    def _sequence(self, sequence: str) -> Iterator[Message]:
        if pressed := press(sequence):
            yield from self._typed(pressed.text)
            if pressed.key:
                yield events.Key(pressed.key, None)
        elif (match := _MOUSE.fullmatch(sequence)) and _is_known(int(match[1])):
            if event := self._parser.parse_mouse_code(sequence):
                yield event
        elif _DRAWS_WHOLE.fullmatch(sequence):
            yield TerminalSupportsSynchronizedOutput()


def _is_known(buttons: int) -> bool:
    """Tell whether a report is of the left button, the wheel, or the mouse that moves."""
    if buttons & _MORE_BUTTONS:
        return False
    button = buttons & 3
    return bool(buttons & _WHEEL) or button == 0 or bool(buttons & _MOTION and button == 3)
