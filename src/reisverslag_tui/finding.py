"""Finding a word in a text, and putting another in its place.

Capitals and accents make no difference. Without them a text may become longer ("ß" is sought as
"ss") or shorter (a loose accent comes to nothing), so where a hit is in the text as it was written
is worked out from how long each character became.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reisverslag_tui.text import searchable

Span = tuple[int, int]
"""Where in a text something begins, and where it ends."""


def find(text: str, word: str, *, whole: bool = False) -> list[Span]:
    """Return where `word` is in `text`, from left to right; no two of these overlap.

    Capitals and accents make no difference; the loose accents that follow a hit belong to it. A
    letter of which a part is found, as the "s" in "ß", counts as found; with `whole` it does not.
    """
    plain, sought = searchable(text), searchable(word)
    if not sought:
        return []
    lengths = {char: len(searchable(char)) for char in set(text)}
    if all(length == 1 for length in lengths.values()):
        return [found.span() for found in re.finditer(re.escape(sought), plain)]
    starts = [0, *accumulate(map(lengths.__getitem__, text))]
    return list(_written(plain, sought, starts, whole=whole))


def _written(plain: str, sought: str, starts: Sequence[int], *, whole: bool) -> Iterator[Span]:
    """Yield where the hits are in the text as written, whose characters begin at `starts`."""
    at = plain.find(sought)
    while at >= 0:
        last = at + len(sought) - 1
        begin = bisect_right(starts, at) - 1
        end = bisect_right(starts, starts[bisect_right(starts, last)]) - 1
        wanted = not whole or (starts[begin] == at and starts[end] == last + 1)
        if wanted:
            yield begin, end
        at = plain.find(sought, starts[end] if wanted else at + 1)


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
