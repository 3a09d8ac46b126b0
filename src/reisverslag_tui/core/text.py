"""Clean, normalise, count and cut text."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x0e\x1c\x1d\x85\u2028\u2029]")  # Word's column break too
_WORD_HYPHEN = "\x1e"  # of Word's other signs the optional hyphen, U+001F, is not seen
_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNWANTED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff{_BIDI_CONTROLS}]")
# Fifty in a row of what is no letter, as all combining marks are; no language has so many.
_HEAP_OF_MARKS = re.compile(r"((?<![^\w\x00-\u02ff])[^\w\x00-\u02ff]{50,})")
_WORD = re.compile(r"[^\W_]\S*")

DASHES = "‒–—―⸺⸻﹘"
"""What a word processor makes of `--`, or of the hyphen between two figures."""

_SIGNS = {
    "'": "‘’‚‛′‵‹›`´ʹʻʼʽˈˊˋ❛❜",
    '"': "“”„‟″‶«»ʺ˝ˮ〝〞〟❝❞",
    "-": "‐‑⁃˗−",
    "--": DASHES,
    "(c)": "©",
    "(r)": "®",
    "(tm)": "™",
    "-->": "→➔\uf0e0",  # the private ones are how Word writes what it takes from Wingdings
    "<--": "←\uf0df",
    "<-->": "↔",
    "==>": "⇒\uf0e8",
    "<==": "⇐\uf0e7",
    "<=>": "⇔\uf0f3",
    "<=": "≤",
    ">=": "≥",
    "+-": "±",
    ":)": "☺\uf04a",
    ":(": "☹\uf04c",
    ":|": "😐\uf04b",
    "x": "×",
    "/": "⁄∕",
    "ae": "æ",
    "oe": "œ",
    **dict(zip("oldh", "øłđħ", strict=True)),
}
"""What is typed, and for it the signs that Unicode does not take apart into that."""

_TYPED = {sign: typed for typed, signs in _SIGNS.items() for sign in signs}
_SELECTORS = ("VARIATION SELECTOR", "COMBINING GRAPHEME JOINER")


def clean(text: str) -> str:
    r"""Return `text` as it may be kept: nothing in it can drive a terminal.

    Line ends of every kind become `\n`, Word's non-breaking hyphen a plain one; control characters
    but the tab, bidirectional controls, byte-order marks and lone surrogates go; the rest is
    normalised to NFC, but for marks heaped up by the dozen. Cleaning twice changes nothing more.
    """
    text = _LINE_ENDS.sub("\n", text.replace(_WORD_HYPHEN, "-"))
    return _normalize("NFC", _UNWANTED.sub("", text))


def _normalize(form: Literal["NFC", "NFD"], text: str) -> str:
    """Normalise `text`, but for heaps of marks: Python sorts those in quadratic time."""
    parts = _HEAP_OF_MARKS.split(text)
    parts[::2] = [unicodedata.normalize(form, part) for part in parts[::2]]
    return "".join(parts)


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line: line ends and tabs become spaces, outer space goes."""
    if text.isascii() and text.isprintable():  # most are, and thousands may be listed
        return text.strip()
    return " ".join(clean(text).replace("\t", " ").split("\n")).strip()


def file_name(title: str) -> str:
    """Return a title as a name that every file system takes."""
    return re.sub(r"[^\w.-]+", "-", title).strip("-.")[:50] or "verslag"


def tidy(text: str) -> str:
    """Return `text` as a report prints it.

    No spaces at the end of a line, one blank line between paragraphs and none around them; a
    single line end inside a paragraph stays, since people make lists.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def is_blank(text: str) -> bool:
    """Return whether `text` is empty or white space."""
    return not text or text.isspace()


class _Plain(dict[int, str]):
    """The searchable form of each character, computed on first use."""

    def __missing__(self, code: int) -> str:
        plain = "".join(map(_plain, unicodedata.normalize("NFD", chr(code))))
        return self.setdefault(code, plain)


def _plain(char: str) -> str:
    if char in _TYPED or is_mark(char) or unicodedata.category(char) == "Cf":
        return _TYPED.get(char, "")
    simple = unicodedata.normalize("NFKD", char.casefold())
    if simple == char or (simple[0] == " " and simple[1:]):  # a loose accent is no space
        return char
    return "".join(map(_plain, simple))


_PLAIN = _Plain()


def searchable(text: str) -> str:
    """Return `text` as one types it: without capitals, accents and typographic signs.

    Quotes are straight, spaces plain, "½" is "1/2", "…" is "...", a dash "--"; characters that are
    not seen come to nothing. Each character stands for itself: what two texts joined give is what
    each gives, joined.
    """
    return text.lower().replace("`", "'") if text.isascii() else text.translate(_PLAIN)


def is_mark(char: str) -> bool:
    """Return whether a character is an accent or the like, which belongs to the one before it."""
    return bool(unicodedata.combining(char)) or unicodedata.name(char, "").startswith(_SELECTORS)


def count_words(text: str) -> int:
    """Count the words of `text`: what stands between white space, but for dashes and the like."""
    return len(_WORD.findall(text))


def counted(number: int, one: str, more: str) -> str:
    """Return a number of things: "1 woord", "2 woorden"."""
    return f"{number} {one if number == 1 else more}"


def excerpt(text: str, index: int, most: int) -> tuple[str, int]:
    """Return at most `most` characters of `text`, those around `index`, and where that is in them.

    A … stands for what is left out.
    """
    start = max(0, min(index - most // 2, len(text) - most))
    end = start + most
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return before + text[start:end] + after, index - start + len(before)


def common_ends(earlier: Sequence[str], later: Sequence[str]) -> tuple[int, int]:
    """Return how much two texts, or two lists, share at the start, and then at the end."""
    start = _common_start(earlier, later)
    return start, _common_start(earlier[start:][::-1], later[start:][::-1])


def _common_start(earlier: Sequence[str], later: Sequence[str]) -> int:
    """Return how much two sequences share at the start; halving is quick in a long one."""
    low, high = 0, min(len(earlier), len(later))
    while low < high:
        middle = (low + high + 1) // 2
        if earlier[low:middle] == later[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
