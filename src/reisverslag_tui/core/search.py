"""Searching reports as one types: what is found, and where in the text as it was written.

Every word must occur, in any order, in the title or in an answer, be it inside another word;
capitals, accents and typographic signs make no difference.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reisverslag_tui.core.finding import Span, find, pattern, query
from reisverslag_tui.core.text import clean_line, searchable

_GAP = re.compile(r"\s+")


def words(line: str) -> tuple[str, ...]:
    """Return what is searched for by a line that was typed, each word once."""
    return tuple(dict.fromkeys(query(clean_line(line)).split()))


class SearchableReport:
    """The texts of one report, made ready to be searched: the title, and the answers by their key.

    Making it takes time in proportion to the text; it can be done in a thread.
    """

    def __init__(self, title: str, answers: Mapping[str, str]) -> None:
        self.answers = answers
        plain = [searchable(text) for text in (title, *answers.values())]
        self._title = plain[0]
        self._plain = "\0".join(plain)  # no word goes across it
        self._starts = [0, *accumulate(len(text) + 1 for text in plain)]

    def holds(self, sought: Sequence[str]) -> bool:
        """Tell whether every word occurs."""
        return _all_in(self._plain, sought)

    def has_in_title(self, sought: Sequence[str]) -> bool:
        """Tell whether every word occurs in the title."""
        return _all_in(self._title, sought)

    def place(self, sought: Sequence[str]) -> tuple[str, int] | None:
        """Return the key of the answer that best shows why the report was found, and where there.

        That is where the longest word that occurs in an answer, the most telling, first does.
        None if there is no such word.
        """
        for word in sorted(sought, key=len, reverse=True):
            if found := pattern(word).search(self._plain, self._starts[1]):
                number = bisect_right(self._starts, found.start()) - 1
                key = list(self.answers)[number - 1]
                return key, find(self.answers[key], word)[0][0]
        return None


def _all_in(text: str, sought: Sequence[str]) -> bool:
    return all(_is_in(text, word) for word in sought)


def _is_in(text: str, word: str) -> bool:
    """Tell whether a word matches; one of letters and digits alone does if it stands there."""
    return word in text if word.isalnum() else bool(pattern(word).search(text))


def spans(text: str, sought: Sequence[str]) -> Sequence[Span]:
    """Return where in `text` the words occur, from left to right, those that touch as one."""
    found: list[Span] = []
    for begin, end in sorted(span for word in sought for span in find(text, word)):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return found


@dataclass(frozen=True)
class Excerpt:
    """A piece of a text, on one line, and where the hits are in it."""

    text: str
    hits: Sequence[Span]


def excerpt_around(text: str, place: int, sought: Sequence[str], width: int) -> Excerpt:
    """Return what stands around a place in `text`, as much as a line of `width` cells can hold.

    The place itself comes in sight, also where every character takes two cells.
    """
    end = place + width
    free = width - (min(end, len(text)) - place)
    begin = _word_before(text, place, max(width // 4, free // 2))
    shown = " ".join(text[begin:end].split())
    line = f"{'… ' if begin else ''}{shown}{' …' if end < len(text) else ''}"
    return Excerpt(line, spans(line, sought))


def _word_before(text: str, place: int, most: int) -> int:
    """Return where a word begins, or else a letter, at most so many characters before a place."""
    begin = max(0, place - most)
    if begin and (gap := _GAP.search(text, begin - 1, place)):
        return gap.end()
    while begin < place and not searchable(text[begin]):  # a mark goes with the letter before it
        begin += 1
    return begin
