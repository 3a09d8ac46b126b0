"""Splits what a terminal sends into typed text, whole control sequences and pastes.

`keyboard.py` says why it is here. `tests/unit/ui/test_input_keys.py` and `test_keyboard.py` are its
tests.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

ESC = "\x1b"
PATIENCE = 1.5
"""Seconds without input after which what has begun is taken not to be completed."""

_ESCAPE_PATIENCE = 0.1  # seconds, for an Esc by itself
_PASTE_PATIENCE = 2.0  # seconds
_LONGEST = 64  # characters that an unfinished sequence may have
_MOST_PASTED = 4_000_000  # characters that are collected before they are handed on

_CANCEL = "\x18\x1a"  # CAN and SUB end any sequence
_CSI, _SS3 = r"(?:\x1b\[|\x9b)", r"(?:\x1bO|\x8f)(?:1;)?\d{0,2}"
_TEXT = re.compile(r"[^\x1b\x80-\x9f]+")
_STRING = re.compile(r"\x1b*(?:\x1b[P\]X^_]|[\x90\x98\x9d-\x9f])")  # DCS, OSC, SOS, PM, APC
_WHOLE = re.compile(
    r"\x1b*(?:"
    # Linux console, mouse as X10 has it, rxvt with Shift, and all that follow the standard
    rf"{_CSI}(?:\[[A-E]|M[^\x00-\x1f]{{3}}|\d+\$|(?![\[M])[ -?]*[@-~])"
    rf"|{_SS3}[ @-~]"
    r"|\x1b[^\x1b\[OP\]X^_\x80-\x9f]"
    r"|[\x80-\x8e\x91-\x97\x99\x9a\x9c])"
)
_BEGUN = re.compile(rf"\x1b*(?:{_CSI}(?:\[|M[^\x00-\x1f]{{0,2}}|[ -?]*)|{_SS3})|\x1b+")
_EIGHT_BIT = str.maketrans({"\x9b": "\x1b[", "\x8f": "\x1bO"})
_PASTE_BEGIN = re.compile(r"\x1b+\[200~")
# What the answers begin with that terminals give in strings.
_ANSWER = re.compile(r"\][\dlL]|P[\d<=>!$+]|_G|[\x80-\x9f]")
# What follows an Esc of which it was cut off; a person does not type this in one read.
_TAIL = re.compile(
    r"\[[ -?]*[@-~]|\[\d+\$|O(?:1;)?\d{0,2}[A-DFHMP-S]|\]\d+;|P(?:[>!]\||[01][+$]r)|_G"
)
_NOT_PASTED = re.compile(r"\x1b\[[ -?]*+[@-~]|\x1b[P\]X^_][^\x07\x1b]*+(?:\x07|\x1b\\)|[\x00\x1b]")


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    """Characters and control characters, each a key."""
    SEQUENCE = auto()
    """One whole control sequence, in its form of seven bits; or only Esc, once or more."""
    PASTE = auto()
    """Text that was pasted, without control sequences."""


class Token(NamedTuple):
    """A part of the input that has a meaning by itself."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class _Inside:
    """Something of any length: what ends it, and what may be the beginning of that end."""

    end: re.Pattern[str]
    half: re.Pattern[str]


_PASTE = _Inside(re.compile(rf"{_CSI}201~"), re.compile(r"(?:(?:\x1b\[|\x9b)(?:20?1?)?|\x1b)?\Z"))
_IN_STRING = _Inside(
    re.compile(r"[\x07\x18\x1a\x9c]|\x1b\\|(?=\x1b[^\\])", re.DOTALL), re.compile(r"\x1b?\Z")
)
_OVERLONG = _Inside(re.compile(r"[@-~\x18\x1a]|(?=[^ -~])"), re.compile(r"\Z"))
_HALF = 5  # characters of an end that may have come


class Tokenizer:
    """Reads a whole control sequence, paste or run of characters before it hands that on.

    What is malformed, or never completed, is dropped whole. Times are seconds of any clock that
    does not go back. Memory is bounded, and time is linear in the input.
    """

    def __init__(self) -> None:
        self._held = ""
        self._split = 0  # where in the input that is read the new part begins
        self._inside: _Inside | None = None
        self._pasted: list[str] = []
        self._last = -math.inf
        self._escaped = -math.inf  # when an Esc was taken to be one by itself

    @property
    def is_idle(self) -> bool:
        """Whether nothing has begun that is not complete."""
        return not (self._held or self._inside)

    @property
    def has_pasted(self) -> bool:
        """Whether part of a paste has come and is not handed on."""
        return bool(self._pasted)

    def feed(self, text: str, now: float) -> Iterator[Token]:
        """Yield what `text`, which came at `now`, completes."""
        tail = self.is_idle and now < self._escaped + PATIENCE
        if tail and _TAIL.match(text):  # with so many before it, no key of it is obeyed
            self._held = ESC * 3
        buffer, at = self._held + text, 0
        self._split, self._held, self._last = len(self._held), "", now
        while at < len(buffer):
            token, at = self._read(buffer, at)
            if token:
                yield token

    def expire(self, now: float) -> Token | None:
        """Give up waiting, if by `now` nothing has come for long; return what is clear by that."""
        only_escape = bool(self._held) and not self._inside and not self._held.strip(ESC)
        patience = _ESCAPE_PATIENCE if only_escape else PATIENCE
        patience = _PASTE_PATIENCE if self._inside is _PASTE else patience
        if now - self._last < patience:
            return None
        held, self._held, self._inside = self._held, "", None
        if only_escape:
            self._escaped = now
            return Token(Kind.SEQUENCE, held)
        return self.pasted()

    def pasted(self) -> Token | None:
        """Return what has come of a paste so far; what is to come is part of that paste too."""
        text, self._pasted = _NOT_PASTED.sub("", "".join(self._pasted)), []
        return Token(Kind.PASTE, text) if text else None

    def _read(self, buffer: str, at: int) -> tuple[Token | None, int]:
        """Read one thing; return it, if it has a meaning, and where it ends."""
        if self._inside:
            return self._read_on(self._inside, buffer, at)
        if match := _TEXT.match(buffer, at):
            return Token(Kind.TEXT, match[0]), match.end()
        if match := _STRING.match(buffer, at):
            return None, self._begin_string(match, buffer)
        if match := _WHOLE.match(buffer, at):
            return self._whole(match[0].translate(_EIGHT_BIT)), match.end()
        return None, self._hold(buffer, at)

    def _read_on(self, inside: _Inside, buffer: str, at: int) -> tuple[Token | None, int]:
        """Read on to the end of what may be long, or as far as it has come."""
        end = inside.end.search(buffer, at)
        last = end or inside.half.search(buffer, max(at, len(buffer) - _HALF))
        stop = last.start() if last else len(buffer)
        if inside is _PASTE:
            self._pasted.append(buffer[at:stop])
        if end:
            self._inside = None
            return self.pasted(), end.end()
        self._held = buffer[stop:]
        too_much = sum(map(len, self._pasted)) > _MOST_PASTED
        return self.pasted() if too_much else None, len(buffer)

    def _begin_string(self, match: re.Match[str], buffer: str) -> int:
        """Begin what ends at ST or BEL, unless it is a key with Alt: ], P, X, ^ or _."""
        end = match.end()
        if end == len(buffer) and end - match.start() <= _LONGEST:
            self._held = match[0]
        elif end != self._split or _ANSWER.match(buffer, end - 1):
            self._inside = _IN_STRING
        return end

    def _whole(self, sequence: str) -> Token | None:
        if _PASTE_BEGIN.fullmatch(sequence):
            self._inside = _PASTE
            return None
        return Token(Kind.SEQUENCE, sequence)

    def _hold(self, buffer: str, at: int) -> int:
        """Keep what may become a sequence; drop what can't, to where that appears."""
        match = _BEGUN.match(buffer, at)
        end = match.end() if match else at + 1
        if end < len(buffer):
            return end + (buffer[end] in _CANCEL)
        if end - at > _LONGEST and buffer[-1] != ESC:
            self._inside = _OVERLONG
        else:
            self._held = buffer[at:][-_LONGEST:]
        return end
