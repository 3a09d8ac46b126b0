"""Random input of which is known what it types: whatever else is in it is to do nothing."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reisverslag_tui.ui.textual_fixes.input_tokens import PATIENCE
from tests.sequences import KEYS, NOTHING

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
_LETTERS = "abcdefghijklmnopqrstuvwxyz éëï€ß中"
_IN_STRINGS = "".join(map(chr, range(0x20, 0x7F))) + "\t\r\n\x11\x03\x00é€"
_IN_PASTES = ("\x1b", "\x11", "\x03", "\x00", "\x7f", "\x1b[21~", "\x1b[200~", "\x1b[3~")
_UNFINISHED = ("\x1b[[", "\x1bO", "\x9f\x9c")
_WITH_ALT = [
    sent for sent, key in KEYS.items() if key.startswith("alt+") and key != "alt+backspace"
]
_IDLE = [sent for sent in NOTHING if sent not in _UNFINISHED]
# Here only time tells what has come from something else that begins so.
_NOT_AT = re.compile(rb"\x1b(?:[\]PX^_][\x80-\xff]*)?\Z")


@dataclass(frozen=True)
class Piece:
    """A part of the input, and the text that it adds to an answer.

    With a `pause` there must be so many seconds behind it, or else another sequence.
    """

    sent: bytes
    text: str = ""
    pause: float = 0.0


def _typed(chance: random.Random) -> Piece:
    text = "".join(chance.choices(_LETTERS, k=chance.randint(1, 6)))
    return Piece(text.encode(), text)


def _idle(chance: random.Random) -> Piece:
    return Piece(chance.choice(_IDLE if chance.random() < 0.7 else _WITH_ALT).encode())


def _report(chance: random.Random) -> Piece:
    """Return a CSI that is no key by its first sign."""
    parameters = "".join(chance.choices("0123456789;:", k=chance.randint(0, 90)))
    between = "".join(chance.choices(" !\"#$%&'()*+,-./", k=chance.choice([0, 0, 1, 2])))
    final = chr(chance.randint(0x40, 0x7E))
    begin = chance.choice(["\x1b[", "\x1b\x1b[", "\x9b"]) + chance.choice("<=>?")
    return Piece(f"{begin}{parameters}{between}{final}".encode())


def _string(chance: random.Random) -> Piece:
    begin = chance.choice(["\x1b]11;", "\x1bP>|", "\x1b_G", "\x1b^", "\x1bX", "\x9d4;", "\x90"])
    length = chance.choice([0, 5, 50, 5000])
    end = chance.choice(["\x07", "\x1b\\", "\x9c", "\x18", "\x1a"])
    return Piece(f"{begin}{''.join(chance.choices(_IN_STRINGS, k=length))}{end}".encode())


def _paste(chance: random.Random) -> Piece:
    text, sent = "", BEGIN
    for _ in range(chance.randint(0, 12)):
        word = "".join(chance.choices(_LETTERS.replace(" ", ""), k=chance.choice([3, 8, 80])))
        text += word
        sent += word.encode() + chance.choice(_IN_PASTES).encode() * chance.randint(0, 1)
    return Piece(sent.removesuffix(b"\x1b") + END, text)


def _cut_short(chance: random.Random) -> Piece:
    """Return the beginning of a sequence that never goes on."""
    whole = chance.choice([_report, _string])(chance).sent[:60]
    begun = whole[: chance.randint(4, len(whole) - 1)] if len(whole) > 4 else b"\x1b["
    return Piece(begun, pause=PATIENCE + 1)


_KINDS: dict[Callable[[random.Random], Piece], int] = {
    _typed: 6,
    _idle: 6,
    _report: 3,
    _string: 2,
    _paste: 1,
    _cut_short: 1,
}


def pieces(chance: random.Random, size: int) -> Iterator[Piece]:
    """Yield random pieces, of at least `size` bytes in all."""
    while size > 0:
        (make,) = chance.choices(list(_KINDS), list(_KINDS.values()))
        piece = make(chance)
        size -= len(piece.sent)
        yield piece


def cut(chance: random.Random, data: bytes) -> Iterator[bytes]:
    """Yield the data in parts, cut at random but not where only time tells what it is."""
    begin = 0
    while begin < len(data):
        end = begin + chance.choice([1, 2, 3, 10, 100, 4096])
        while end < len(data) and _NOT_AT.search(data, begin, end):
            end += 1
        yield data[begin:end]
        begin = end


def garbage(chance: random.Random, size: int) -> bytes:
    """Return bytes without any sense, but no control keys: those are to be obeyed."""
    alphabet = bytes((*range(0x20, 0x7F), *range(0x80, 0x100), *[0x1B] * 20, *b"[]OP;" * 4))
    return bytes(chance.choices(alphabet, k=size))
