"""Search reports by words, and show the hits in the text as it was written.

Every word must occur, in any order, in the title or in an answer, be it inside another word;
capitals, accents and typographic signs make no difference.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reisverslag_tui.core.finding import Span, find, pattern, prepared
from reisverslag_tui.core.text import clean_line, searchable

_GAP = re.compile(r"\s+")


def words(line: str) -> tuple[str, ...]:
    """Return the words of a typed query, each once, in their searchable form."""
    return tuple(dict.fromkeys(prepared(clean_line(line)).split()))


class SearchableReport:
    """The title and the answers of a report, normalised for searching.

    The cost is proportional to the text; safe to make in a thread.
    """

    def __init__(self, title: str, answers: Mapping[str, str]) -> None:
        self.answers = answers
        plain = [searchable(text) for text in (title, *answers.values())]
        self._title = plain[0]
        self._plain = "\0".join(plain)  # no word goes across it
        self._starts = [0, *accumulate(len(text) + 1 for text in plain)]

    def holds(self, query: Sequence[str]) -> bool:
        """Return whether every word occurs."""
        return _all_in(self._plain, query)

    def has_in_title(self, query: Sequence[str]) -> bool:
        """Return whether every word occurs in the title."""
        return _all_in(self._title, query)

    def place(self, query: Sequence[str]) -> tuple[str, int] | None:
        """Return the question id and the offset of the first hit of the longest word found.

        None if no word occurs in an answer.
        """
        for word in sorted(query, key=len, reverse=True):
            if found := pattern(word).search(self._plain, self._starts[1]):
                number = bisect_right(self._starts, found.start()) - 1
                key = list(self.answers)[number - 1]
                return key, find(self.answers[key], word)[0][0]
        return None


def _all_in(text: str, query: Sequence[str]) -> bool:
    return all(_is_in(text, word) for word in query)


def _is_in(text: str, word: str) -> bool:
    """Return whether a word matches; a word of letters and digits needs no pattern."""
    return word in text if word.isalnum() else bool(pattern(word).search(text))


def spans(text: str, query: Sequence[str]) -> Sequence[Span]:
    """Return the hits of the words in `text`, left to right; adjacent hits are joined."""
    found: list[Span] = []
    for begin, end in sorted(span for word in query for span in find(text, word)):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return found


@dataclass(frozen=True)
class Excerpt:
    """A part of a text on one line, and the hits in it."""

    text: str
    hits: Sequence[Span]


def excerpt_around(text: str, place: int, query: Sequence[str], width: int) -> Excerpt:
    """Return the text around an offset, as much as fits a line of `width` cells.

    The offset is always in it, also where every character takes two cells.
    """
    end = place + width
    free = width - (min(end, len(text)) - place)
    begin = _word_before(text, place, max(width // 4, free // 2))
    shown = " ".join(text[begin:end].split())
    line = f"{'… ' if begin else ''}{shown}{' …' if end < len(text) else ''}"
    return Excerpt(line, spans(line, query))


def _word_before(text: str, place: int, most: int) -> int:
    """Return the start of a word, or else of a letter, at most `most` characters before a place."""
    begin = max(0, place - most)
    if begin and (gap := _GAP.search(text, begin - 1, place)):
        return gap.end()
    while begin < place and not searchable(text[begin]):  # a mark goes with the letter before it
        begin += 1
    return begin
