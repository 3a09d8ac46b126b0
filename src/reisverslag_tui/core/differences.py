"""Compare two drafts: for each answer the pieces that are the same, removed and added."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate, chain

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.core.text import clean_line, common_ends

SAME = "Deze versie is gelijk aan wat er nu staat."
"""The message for a version that equals the draft."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\n\s*|[^\S\n]*\S+|[^\S\n]+")  # with the space before it: none at an end
_LONGEST_LOOSE = 24  # characters: common text this short may go with the changes around it
_COMMON = 50  # what occurs more often than this does not tell what belongs together
_MOST_STEPS = 5_000_000  # less than a second


class Kind(StrEnum):
    """Where a piece of text occurs: in both texts, only in the earlier or only in the later."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """A piece of text, and where it occurs."""

    kind: Kind
    text: str

    @property
    def marked(self) -> str:
        """The piece as plain text: what went as `[-weg-]`, what came as `[+nieuw+]`."""
        return {Kind.GONE: "[-{}-]", Kind.NEW: "[+{}+]"}.get(self.kind, "{}").format(self.text)


@dataclass(frozen=True)
class Difference:
    """How one answer or the title differs; `label` names it on the screen."""

    label: str
    pieces: tuple[Piece, ...]


def differences(earlier: Draft, later: Draft, form: Form) -> tuple[Difference, ...]:
    """Return the differences: title, answers in the order of the form, then unknown answers."""
    differing = _differing(earlier, later, form)
    return tuple(Difference(label, compare(old, new)) for label, old, new in differing)


def labels(earlier: Draft, later: Draft, form: Form) -> tuple[str, ...]:
    """Return the labels of `differences`, without comparing the texts in detail."""
    return tuple(label for label, _, _ in _differing(earlier, later, form))


def changed_since(earlier: Draft, later: Draft | None, form: Form) -> str:
    """Return in Dutch what changed since `earlier`; its progress if `later` is None."""
    if later is None:
        return earlier.progress(form)
    changed = ", ".join(labels(earlier, later, form))
    return f"sindsdien veranderd: {changed}" if changed else "gelijk aan nu"


def _differing(earlier: Draft, later: Draft, form: Form) -> Iterator[tuple[str, str, str]]:
    """Yield the label and both texts of each part that differs."""
    ids = dict.fromkeys([*earlier.answers, *later.answers])
    names = {question.id: question.label for question in form.questions}
    names |= {name: clean_line(name) for name in ids if name not in form}
    texts = [("Titel", earlier.title, later.title)]
    for name, label in names.items():
        texts.append((label, earlier.answers.get(name, ""), later.answers.get(name, "")))
    return (text for text in texts if text[1] != text[2])


def compare(earlier: str, later: str) -> tuple[Piece, ...]:
    """Return a word diff: pieces in order, what is removed before what replaces it.

    SAME and GONE pieces together are `earlier`, SAME and NEW pieces `later`. For long texts that
    differ nearly everywhere the diff may be larger than necessary, to bound the time.
    """
    pieces = chain.from_iterable(
        (Piece(Kind.SAME, part.same), Piece(Kind.GONE, part.gone), Piece(Kind.NEW, part.new))
        for part in map(_tightened, _joined(_parts(earlier, later)))
    )
    return tuple(piece for piece in pieces if piece.text)


def as_text(pieces: Sequence[Piece]) -> str:
    """Return pieces as plain text, with their marks."""
    return "".join(piece.marked for piece in pieces)


@dataclass
class _Part:
    """What both texts have, and the change that follows it."""

    same: str
    gone: str
    new: str


def _parts(earlier: str, later: str) -> Iterator[_Part]:
    """Compare by lines first, and by words only in lines that differ."""
    aligner = _Aligner()
    for same, gone, new in aligner.aligned(_LINE.findall(earlier), _LINE.findall(later)):
        yield _Part("".join(same), "", "")
        old_words, new_words = (_WORD.findall("".join(lines)) for lines in (gone, new))
        for words in aligner.aligned(old_words, new_words):
            yield _Part(*("".join(part) for part in words))


class _Aligner:
    """Lays lists beside each other; once that has taken many steps, it compares no further."""

    def __init__(self) -> None:
        self._steps_left = _MOST_STEPS

    def aligned(self, earlier: list[str], later: list[str]) -> Iterator[tuple[list[str], ...]]:
        """Yield what is the same, with what went and came after it, over and over."""
        start, end = common_ends(earlier, later)
        old, new = earlier[start : len(earlier) - end], later[start : len(later) - end]
        same, old_at, new_at = earlier[:start], 0, 0
        for old_match, new_match, size in self._matches(old, new):
            yield same, old[old_at:old_match], new[new_at:new_match]
            old_at, new_at = old_match + size, new_match + size
            same = old[old_match:old_at]
        yield same, old[old_at:], new[new_at:]
        yield earlier[len(earlier) - end :], [], []

    def _matches(self, earlier: list[str], later: list[str]) -> list[tuple[int, int, int]]:
        """Return where both are the same, and for how long, the longest stretches found first."""
        steps = {item: count for item, count in Counter(later).items() if _says_much(item, count)}
        matcher = SequenceMatcher(lambda item: item not in steps, earlier, later, autojunk=False)
        costs = [0, *accumulate(1 + steps.get(item, 0) for item in earlier)]
        matches: list[tuple[int, int, int]] = []
        ranges = [(0, len(earlier), 0, len(later))]
        for old_from, old_to, new_from, new_to in ranges:  # which grow meanwhile
            if self._afford(costs[old_to] - costs[old_from]):
                old, new, size = matcher.find_longest_match(old_from, old_to, new_from, new_to)
                if size:
                    matches.append((old, new, size))
                    ranges.append((old_from, old, new_from, new))
                    ranges.append((old + size, old_to, new + size, new_to))
        return sorted(matches)

    def _afford(self, steps: int) -> bool:
        affordable = steps <= self._steps_left
        self._steps_left -= steps * affordable
        return affordable


def _says_much(item: str, count: int) -> bool:
    return count <= _COMMON and not item.isspace()


def _joined(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Join changes with nothing between them, or so little that it would only distract."""
    last = next(parts)
    for part in parts:
        if not (last.gone or last.new):
            last = _Part(last.same + part.same, part.gone, part.new)
        elif _is_loose(part.same, last, part):
            last.gone += part.same + part.gone
            last.new += part.same + part.new
        else:
            yield last
            last = part
    yield last


def _is_loose(same: str, before: _Part, after: _Part) -> bool:
    """Tell whether common text is nothing, or but a word or so between two longer changes."""
    shortest = min(max(len(part.gone.strip()), len(part.new.strip())) for part in (before, after))
    limit = min(shortest, _LONGEST_LOOSE)
    return not same or ("\n" not in same and max(len(same.strip()), 1) <= limit)


def _tightened(part: _Part) -> _Part:
    """Count the white space with which both sides of a change begin as the same."""
    gap = part.gone[: len(part.gone) - len(part.gone.lstrip())]
    if not part.new.startswith(gap):
        return part
    return _Part(part.same + gap, part.gone[len(gap) :], part.new[len(gap) :])
