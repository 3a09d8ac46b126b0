"""Text of a report in which the mouse can select, whatever it is laid out with.

Textual 8.2 can't select in what Rich lays out, and fails below the last line of a text that ends
with an empty one. `tests/ui/test_selecting.py` fails without this.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.core.text import tidy
from reisverslag_tui.report.preview import is_text

_PADDING = "\0"  # stands for a cell without text
_TAB_SIZE = 8


class SelectableText(Static):
    """Copies what is selected in it as it is shown, without the space around it."""

    @override
    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text, and the separator behind it."""
        spans = ((line, selection.get_span(y)) for y, line in enumerate(self._selectable_lines()))
        parts = [line[slice(*_within(line, span))] for line, span in spans if span]
        return tidy("\n".join(parts).replace(_PADDING, "")), "\n"

    @override
    def render_line(self, y: int) -> Strip:
        """Draw a line with its selection, and the offsets that the mouse needs."""
        strip = self.draw_line(y)
        if not self.selects_by_line:
            return strip
        if self.text_selection and (span := self.text_selection.get_span(y)):
            strip = self._highlighted(strip, span)
        return strip.extend_cell_length(self.size.width, self.rich_style).apply_offsets(0, y)

    def draw_line(self, y: int) -> Strip:
        """Draw a line without its selection."""
        return super().render_line(y)

    @property
    def selects_by_line(self) -> bool:
        """Whether a selection counts in lines of the screen, and not in those of the text."""
        return not isinstance(self.visual, Content)

    def _highlighted(self, strip: Strip, span: tuple[int, int]) -> Strip:
        begin, end = _within(self._text(strip), span)
        first, last = cell_len(strip.text[:begin]), cell_len(strip.text[:end])
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        selected = (self.visual_style + style).rich_style
        marked = Segment.apply_style(strip.crop(first, last), post_style=selected)
        return Strip.join([strip.crop(0, first), Strip(marked), strip.crop(last)])

    def _selectable_lines(self) -> Sequence[str]:
        """Return the lines in which a selection counts."""
        if self.selects_by_line:
            return [self._text(self.draw_line(y)) for y in range(self.size.height)]
        lines = Content(str(self.visual)).split(allow_blank=True)
        return [line.expand_tabs(_TAB_SIZE).plain for line in lines]

    def _text(self, strip: Strip) -> str:
        """Return the text of a line, with padding in the cells that are only layout."""
        if isinstance(self.visual, Content):
            return strip.text.rstrip()
        return "".join(
            segment.text if is_text(segment) else _PADDING * len(segment.text) for segment in strip
        )


def _within(line: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a selected span limited to the text of a line."""
    last = len(line.rstrip(_PADDING))
    begin = max(span[0], len(line) - len(line.lstrip(_PADDING)))
    return min(begin, last), last if span[1] == -1 else min(span[1], last)
