"""A report to read, with the hits of a search marked."""

from collections import defaultdict

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import VisualType
from typing_extensions import override

from reisverslag_tui.core.finding import LinePart, find_in_lines
from reisverslag_tui.report.preview import HIT
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText

_HIT = Style.parse(HIT)
_CURRENT = Style(bold=True, reverse=True)


class ReportText(SelectableText):
    """Shows a report, plain or laid out; hits are found and marked in its lines.

    `hits` are those of the word that is marked, and `current` is the index of the current one.
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
        """The line where the current hit begins."""
        at = self.current
        return None if at is None or at >= len(self.hits) else self.hits[at][0][0]

    def mark(self, word: str) -> None:
        """Mark the hits of a word, or none if it is empty."""
        previous = self.current if word == self._word else None
        self._word = word
        lines = [strip.text for strip in self._unmarked_lines()] if word else []
        self.hits = find_in_lines(lines, word)
        self.current = previous if previous is not None and previous < len(self.hits) else None
        marked = defaultdict(list)
        for number, hit in enumerate(self.hits):
            for y, begin, end in hit:
                piece = y, cell_len(lines[y][:begin]), cell_len(lines[y][:end])
                marked[y].append((piece, number))
        self._marked = marked
        self.refresh()

    def go_to(self, number: int) -> None:
        """Make this hit the current one."""
        self.current = number
        self.refresh()

    @property
    def place(self) -> Region | None:
        """The region of the current hit in this widget, from its first line."""
        y = self.line
        if y is None or self.current is None:
            return None
        begin, end = next(piece[1:] for piece, hit in self._marked[y] if hit == self.current)
        return Region(begin, y, end - begin, len(self.hits[self.current]))

    def _unmarked_lines(self) -> list[Strip]:
        """Return the lines without marks, drawn once since that takes time."""
        if not self._lines:
            self._lines = [super(ReportText, self).draw_line(y) for y in range(self.size.height)]
        return self._lines

    @property
    @override
    def selects_by_line(self) -> bool:
        """Always: plain text is never wrapped here."""
        return True

    @override
    def draw_line(self, y: int) -> Strip:
        """Draw a line with its marks."""
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

    @override
    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines again with the selection."""
        self._lines = []
        super().selection_updated(selection)

    @override
    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another report, or the same drawn otherwise, with its hits marked."""
        super().update(content, layout=layout)
        self._mark_again()

    def on_resize(self) -> None:
        """Mark the hits again, in the lines of the new width."""
        self._mark_again()

    def _mark_again(self) -> None:
        """Mark the hits after the next drawing; until then the old ones stay."""
        self._lines = []
        if self._word:
            self.call_after_refresh(lambda: self.mark(self._word))
