"""A list of any length, of which only the rows in view are drawn."""

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from typing_extensions import override

_MARGIN = 2  # cells at both sides; the mark of the chosen row is in the left one
_CHOSEN, _OTHER = "▌ ", "  "


class LongList(ScrollView, can_focus=False, inherit_bindings=False):
    """Rows of equal height, one of them chosen; its parent handles the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"long-list--chosen"}

    class Moved(Message):
        """Another row is chosen, or none."""

    class Clicked(Message):
        """The chosen row was clicked."""

    def __init__(self, draw: Callable[[int, int], Sequence[Content]], *, id: str) -> None:  # noqa: A002 - Textual's own name
        """Set the function from the index of a row and a width in cells to its lines."""
        super().__init__(id=id)
        self.chosen: int | None = None
        self._draw = draw
        self._rows, self._height = 0, 1
        self._drawn: dict[int, Sequence[Content]] = {}

    def show(self, rows: int, height: int, chosen: int) -> None:
        """Show `rows` rows of `height` lines, with row `chosen` chosen if there are any."""
        self._rows, self._height, self.chosen = rows, height, None
        self.virtual_size = Size(0, rows * height)
        self.redraw()
        if not rows:
            self.post_message(self.Moved())
        self.choose(chosen)

    def redraw(self) -> None:
        """Draw the rows again, after a change in their text or width."""
        self._drawn.clear()
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw the rows for the new width, and keep the chosen one in view."""
        self.redraw()
        self._scroll_to_chosen()

    def choose(self, row: int) -> None:
        """Choose a row, or the nearest there is, and scroll to it."""
        row = max(0, min(row, self._rows - 1))
        if self._rows and row != self.chosen:
            self.chosen = row
            self.refresh()
            self.post_message(self.Moved())
        self._scroll_to_chosen()

    def move(self, rows: int) -> None:
        """Choose the row so many rows down, or up if less than 0."""
        self.choose((self.chosen or 0) + rows)

    def move_pages(self, pages: int) -> None:
        """Choose the row so many pages down, or up if less than 0."""
        self.move(pages * max(1, self.size.height // self._height))

    def _scroll_to_chosen(self) -> None:
        if self.chosen is None:
            return
        row = Region(0, self.chosen * self._height, 1, self._height)
        self.scroll_to_region(row, force=True, animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked."""
        row = (self.scroll_offset.y + event.y) // self._height
        if row < self._rows:
            self.choose(row)
            self.post_message(self.Clicked())

    @override
    def render_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        row, line = divmod(self.scroll_offset.y + y, self._height)
        width = self.scrollable_content_region.width
        if row >= self._rows:
            return Strip.blank(width, self.rich_style)
        if row not in self._drawn:
            self._drawn[row] = self._draw(row, max(1, width - 2 * _MARGIN))
        content = self._drawn[row][line]
        chosen = row == self.chosen
        style = self.get_visual_style("long-list--chosen") if chosen else self.visual_style
        content = Content.assemble(_CHOSEN if chosen else _OTHER, content)
        strips = Visual.to_strips(self, content, max(1, width - _MARGIN), 1, style)
        return strips[0].extend_cell_length(width, style.rich_style)
