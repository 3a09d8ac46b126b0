"""A TextArea that draws the rows that came to look different, where Textual's draws all."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

_Row = tuple[object, ...]
"""What a row looks like: its text, and what is marked in it."""


class FrugalArea(TextArea):
    """Draws less for a key; whatever else changes has all drawn, as Textual does."""

    ALLOW_SELECT = False  # it selects in its own way, and the screen would do so besides
    selection = reactive(Selection(), init=False, always_update=True, repaint=False)

    _drawn: Sequence[_Row] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, and remember what is drawn."""
        self._drawn = self._rows()
        return super().render_lines(crop)

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
        top = self.scroll_offset.y
        # All that is public measures a whole line of the text to find one row of it.
        shown = self.wrapped_document._offset_to_line_info[top : top + self.size.height]
        return [self._row(line, section) for line, section in shown]

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
