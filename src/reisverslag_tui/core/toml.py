"""A TOML document from any bytes at all, with limits where tomllib has none."""

import re
import tomllib
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reisverslag_tui.errors import Unreadable

_MOST = 20_000
"""The most pieces between the texts of a document: names, numbers, signs and lines."""

_LONGEST = 1_000
"""The longest name or number without quotes, in characters."""

_DEEPEST = 32
"""The deepest that brackets and dotted names may nest."""

_PIECE = re.compile(
    r'(?P<text>(?:"""(?s:.*?)""""?"?|"""(?s:.*)|"[^"\n]*"?'
    r"|'''(?s:.*?)''''?'?|'''(?s:.*)|'[^'\n]*'?)[ \t]*)"
    r"|(?P<comment>#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<dot>\.)|(?P<equals>=)"
    r"|(?P<end>[,\n])|(?P<bare>[^\"'#\[\]{}.=,\n]+)"
)
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)$")


class Document(NamedTuple):
    """The values of a TOML file, and its text, in which lines are looked up."""

    values: Mapping[str, object]
    text: str

    def line(self, *keys: str) -> int | None:
        """Return the line, from 1, of the last of `keys`, each searched after the one before."""
        remaining = iter(keys)
        key = next(remaining, None)
        for at, found in _keys(self.text):
            if found == key and (key := next(remaining, None)) is None:
                return _line(self.text, at)
        return None


def parse(data: bytes, maximum_size: int) -> Document:
    """Parse a TOML document; Unreadable if it is invalid, too large, or nested beyond reason.

    Time is proportional to the size, and little memory is needed besides.
    """
    if len(data) > maximum_size:
        raise too_large(maximum_size)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
        check(text)
        return Document(tomllib.loads(text), text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("geen UTF-8-tekst", line) from error
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match else data.count(b"\n") + 1
        raise Unreadable("beschadigd of verkeerd getypt", line) from error
    except (RecursionError, ValueError, MemoryError) as error:
        raise Unreadable("hier staat iets dat ik niet kan lezen") from error


def too_large(maximum_size: int) -> Unreadable:
    """Return the error for what would take more than `maximum_size` bytes."""
    return Unreadable(f"te groot (meer dan {maximum_size // 1_000_000} MB)")


def check(text: str) -> None:
    """Raise Unreadable for text that tomllib or tomli_w would take too long for."""
    if not text or text.isspace():
        raise Unreadable("het bestand is leeg")
    depth = _Depth()
    for number, piece in enumerate(_pieces(text)):
        long = piece.lastgroup == "bare" and piece.end() - piece.start() > _LONGEST
        if long or number > _MOST or depth.after(piece.lastgroup) > _DEEPEST:
            raise Unreadable("hier staat iets dat ik niet kan lezen", _line(text, piece.start()))


class _Depth:
    """How deep a document nests at a piece of it: an open bracket and a dotted name both count."""

    def __init__(self) -> None:
        self._depth = 0
        self._open: list[int] = []

    def after(self, kind: str | None) -> int:
        """Return the depth after the next piece."""
        if kind == "open":
            self._open.append(self._depth)
        if kind in ("open", "dot"):
            self._depth += 1
        elif kind == "close":
            self._depth = self._open.pop() if self._open else 0
        elif kind == "end":
            self._depth = self._open[-1] + 1 if self._open else 0
        return self._depth


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield all pieces of a document, split as tomllib does up to the first mistake in it.

    Quotes behind a backslash, which end no text, are covered first: that is faster than to look
    for them while splitting, and takes no memory for each.
    """
    return _PIECE.finditer(text.replace(r"\\", "__").replace(r"\"", "__"))


def _keys(text: str) -> Iterator[tuple[int, str]]:
    """Yield each part of each key of a valid document, and where it begins."""
    depth, value = 0, False
    for piece, following in pairwise(_pieces(f"{text}\n")):
        kind = piece.lastgroup
        depth += (kind == "open") - (kind == "close")
        if kind in ("text", "bare") and (not value or following.lastgroup in ("equals", "dot")):
            yield piece.start(), _unquoted(text[piece.start() : piece.end()].strip(" \t\r"))
        elif kind == "equals":
            value = True
        elif kind == "end" and not depth:
            value = False


def _unquoted(key: str) -> str:
    if key[:1] not in ("'", '"'):
        return key
    name: str = tomllib.loads(f"key = {key}")["key"]
    return name


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
