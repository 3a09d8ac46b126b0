"""A report to read, in which what one finds is marked."""

from collections import defaultdict

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import VisualType

from reisverslag_tui.core.finding import LinePart, find_in_lines
from reisverslag_tui.report.preview import HIT
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText

_HIT = Style.parse(HIT)
_CURRENT = Style(bold=True, reverse=True)


class ReportText(SelectableText):
    """Shows a report, whatever it is made with; hits are sought and marked in its lines.

    `hits` are those of the word that is marked, and `current` is the number of the one that is at.
    """

    def __init__(self) -> None:
        super().__init__(id="report")
        self.hits: list[list[LinePart]] = []
        self.current: int | None = None
        self._word = ""
        self._lines: list[Strip] = []
        self._marked: dict[int, list[tuple[LinePart, int]]] = {}

    @property
    def line(self) -> int | None:
        """The line with the current hit."""
        at = self.current
        return None if at is None or at >= len(self.hits) else self.hits[at][0][0]

    def mark(self, word: str) -> None:
        """Mark the hits of a word; an empty one has none."""
        kept = self.current if word == self._word else None
        self._word = word
        lines = [strip.text for strip in self._kept_lines()] if word else []
        self.hits = find_in_lines(lines, word)
        self.current = kept if kept is not None and kept < len(self.hits) else None
        marked = defaultdict(list)
        for number, hit in enumerate(self.hits):
            for y, begin, end in hit:
                piece = y, cell_len(lines[y][:begin]), cell_len(lines[y][:end])
                marked[y].append((piece, number))
        self._marked = marked
        self.refresh()

    def go_to(self, number: int) -> None:
        """Make a hit the current one."""
        self.current = number
        self.refresh()

    @property
    def place(self) -> Region | None:
        """Where in this widget the current hit begins."""
        y = self.line
        if y is None or self.current is None:
            return None
        begin, end = next(piece[1:] for piece, hit in self._marked[y] if hit == self.current)
        return Region(begin, y, end - begin, len(self.hits[self.current]))

    def _kept_lines(self) -> list[Strip]:
        """Return the lines as they are without marks; made once, for that takes time."""
        if not self._lines:
            self._lines = [super(ReportText, self).draw_line(y) for y in range(self.size.height)]
        return self._lines

    @property
    def selects_by_line(self) -> bool:
        """Whether a selection counts the lines that are shown: plain text is never wrapped here."""
        return True

    def draw_line(self, y: int) -> Strip:
        """Return a line, with what is to be marked in it."""
        strip = self._lines[y] if y < len(self._lines) else super().draw_line(y)
        if y not in self._marked:
            return strip
        done, parts = 0, []
        for (_, begin, end), number in self._marked[y]:
            style = _CURRENT if number == self.current else _HIT
            hit = Segment.apply_style(strip.crop(begin, end), post_style=style)
            parts += [strip.crop(done, begin), Strip(hit)]
            done = end
        return Strip.join([*parts, strip.crop(done)])

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines again, with another selection."""
        self._lines = []
        super().selection_updated(selection)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another report, or the same in another way, and mark in that."""
        super().update(content, layout=layout)
        self._mark_again()

    def on_resize(self) -> None:
        """Mark what has come on other lines."""
        self._mark_again()

    def _mark_again(self) -> None:
        """Mark in the lines that are to come; until these are there, the old hits count."""
        self._lines = []
        if self._word:
            self.call_after_refresh(lambda: self.mark(self._word))
