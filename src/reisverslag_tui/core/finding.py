"""Find and replace a word in a text.

Capitals, accents and typographic signs make no difference. Without them a text may become longer
("ß" is searched as "ss", "…" as "...") or shorter (a loose accent, a soft hyphen), so where a
hit is in the text as it was written is worked out from how long each character became.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from reisverslag_tui.core.text import DASHES, is_mark, searchable

Span = tuple[int, int]
"""Where in a text something begins, and where it ends."""

_DASH = "–"
_DASHES = re.compile(f"[{DASHES}]")
_TOKENS = re.compile(f"([{_DASH}-]+|(?<=\\S)[ \t\n](?=\\S))")
_ANY_DASH = re.compile(f"{_DASH}|(?<!-)-(?!-)")
_ONE_GAP = r"(?=[ \t\n])[ \t]*+\n?+[ \t]*+"


def prepared(word: str) -> str:
    """Return `word` as `pattern` takes it: searchable, but that a dash is still one character."""
    return _DASH.join(map(searchable, _DASHES.split(word)))


@lru_cache(maxsize=64)
def pattern(word: str) -> re.Pattern[str]:
    """Return what matches `word` in a searchable text; it is empty if nothing is searched for.

    A hyphen or a dash matches any of them, and `--` a dash. A space between two words matches as
    many as there are, a tab, and the end of a line.
    """
    parts = _TOKENS.split(prepared(word))
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = [_ONE_GAP if part.isspace() else _dashes(part) for part in parts[1::2]]
    return re.compile("".join(parts))


def _dashes(part: str) -> str:
    """Return the pattern of hyphens and dashes in a row; as one, since that takes no time."""
    shortest = len(part)
    longest = shortest + len(_ANY_DASH.findall(part))
    return f"-{{{shortest},{longest}}}"


def find(text: str, word: str, *, whole: bool = False) -> list[Span]:
    """Return where `word` is in `text`, from left to right; no two of these overlap.

    Capitals, accents and typographic signs make no difference; the loose accents that follow a hit
    belong to it. A character of which a part is found, as the "s" in "ß", counts as found; with
    `whole` it does not.
    """
    wanted = pattern(word)
    if not wanted.pattern:
        return []
    plain = searchable(text)
    lengths = {char: len(searchable(char)) for char in set(text)}
    if all(length == 1 for length in lengths.values()):
        return [found.span() for found in wanted.finditer(plain)]
    starts = [0, *accumulate(map(lengths.__getitem__, text))]
    return list(_written(text, wanted, plain, starts, whole=whole))


def _written(
    text: str, wanted: re.Pattern[str], plain: str, starts: Sequence[int], *, whole: bool
) -> Iterator[Span]:
    """Yield where the hits are in the text as written, whose characters begin at `starts`."""
    found = wanted.search(plain)
    while found:
        begin = bisect_right(starts, found.start()) - 1
        end = bisect_right(starts, found.end() - 1)
        wanted_here = not whole or (starts[begin], starts[end]) == found.span()
        after = starts[end] if wanted_here else found.start() + 1
        if wanted_here:
            while end < len(text) and is_mark(text[end]):
                end += 1
            yield begin, end
        found = wanted.search(plain, after)


def replaced(text: str, spans: Sequence[Span], by: str) -> str:
    """Return `text` with `by` in the place of each of `spans`, and all else as it was."""
    ends = [0, *(end for _, end in spans)]
    begins = [*(begin for begin, _ in spans), len(text)]
    return by.join(text[end:begin] for end, begin in zip(ends, begins, strict=True))


def moved(position: int, spans: Sequence[Span], by: str) -> int:
    """Return where `position` is once `by` is in the place of `spans`; inside one: at its end."""
    before = [(begin, end) for begin, end in spans if begin < position]
    inside = max(position, before[-1][1]) if before else position
    return inside + sum(len(by) - (end - begin) for begin, end in before)


@dataclass(frozen=True)
class Hit:
    """A hit in one of several texts; `wrapped` if one came to it past the last, or the first."""

    text: int
    span: Span
    wrapped: bool


def next_hit(
    texts: Sequence[str], word: str, text: int, position: int, *, back: bool = False
) -> Hit | None:
    """Return the hit that follows a position in one of the texts, or with `back` the one before.

    After the last text comes the first.
    """
    count = len(texts)
    for step in range(count + 1):
        number = (text - step if back else text + step) % count
        spans = find(texts[number], word)
        if step == 0 and back:
            spans = [span for span in spans if span[1] <= position]
        elif step == 0:
            spans = [span for span in spans if span[0] >= position]
        if spans:
            past = number >= text if back else number <= text
            return Hit(number, spans[-1 if back else 0], wrapped=step > 0 and past)
    return None


LinePart = tuple[int, int, int]
"""Part of one line: the number of the line, and where in it the part begins and ends."""


def find_in_lines(lines: Sequence[str], word: str) -> list[list[LinePart]]:
    """Return where `word` is in a text that was wrapped into lines: each hit line by line.

    A line end, with the spaces around it, counts as one space.
    """
    bare = [line.strip() for line in lines]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    starts = [0, *accumulate(len(line) + 1 for line in bare)]

    def parts(begin: int, end: int) -> Iterator[LinePart]:
        for number in range(bisect_right(starts, begin) - 1, bisect_right(starts, end - 1)):
            first = max(begin - starts[number], 0)
            last = min(end - starts[number], len(bare[number]))
            if first < last:
                yield number, indents[number] + first, indents[number] + last

    return [found for span in find(" ".join(bare), word) if (found := list(parts(*span)))]
