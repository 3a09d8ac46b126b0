"""A key in a TextArea draws the rows that came to look different.

Textual 8.2 draws all rows in sight for every key (Textual #4086): 4.2 ms in the place of 1.5, and
on a slow line all that is drawn must be compared. `tests/ui/test_row_drawing.py` fails if a row is
left as it was, or if more than the changed row is drawn.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection
from typing_extensions import override

_Row = tuple[object, ...]
"""What a row looks like: its text, and what is marked in it."""


class RowDrawnTextArea(TextArea):
    """Draws changed rows for a key; whatever else changes has all drawn, as Textual does."""

    ALLOW_SELECT = False  # it selects in its own way, and the screen would do so besides
    selection = reactive(Selection(), init=False, always_update=True, repaint=False)

    _drawn: Sequence[_Row] = ()

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, and remember what is drawn."""
        self._drawn = self._rows()
        return super().render_lines(crop)

    @override
    def post_message(self, message: Message) -> bool:
        """Send a message; one that the text changed or the cursor moved has that drawn."""
        if isinstance(message, TextArea.Changed | TextArea.SelectionChanged):
            self._draw_changed()
        return super().post_message(message)

    def _draw_changed(self) -> None:
        pairs = enumerate(zip_longest(self._drawn, self._rows()))
        if changed := [y for y, (before, now) in pairs if before != now]:
            first, last = changed[0], changed[-1]
            self.refresh(Region(0, first, self.size.width, last - first + 1))

    def _rows(self) -> Sequence[_Row]:
        """Return the rows in sight, from the top."""
        rows: list[_Row] = []
        wrapped, height = self.wrapped_document, self.size.height
        line, column = wrapped.offset_to_location(Offset(0, self.scroll_offset.y))
        section = bisect_right(wrapped.get_offsets(line), column)
        while len(rows) < height and line < self.document.line_count:
            last = len(wrapped.get_offsets(line))
            rows += [self._row(line, each) for each in range(section, last + 1)[:height]]
            line, section = line + 1, 0
        return rows[:height]

    def _row(self, line: int, section: int) -> _Row:
        text, bounds = self.document[line], self.wrapped_document.get_offsets(line)
        begin = bounds[section - 1] if section else 0
        end = bounds[section] if section < len(bounds) else len(text)
        part = (text, begin) if "\t" in text else text[begin:end]  # a tab's width is not its own
        marks = (*self.selection, self.matching_bracket_location)
        return part, *(place and _column(place, line, begin, end) for place in marks)


def _column(place: Location, line: int, begin: int, end: int) -> int:
    """Return where a place is in a row, or at which side of it."""
    if place[0] != line:
        return -1 if place[0] < line else end - begin + 1
    return min(max(place[1], begin - 1), end + 1) - begin
