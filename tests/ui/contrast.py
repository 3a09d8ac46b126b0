"""How far text stands out from its background, measured from what is drawn (WCAG 2.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.color import Color
from rich.segment import Segment
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from tests.ui.drawing import lines_of

LEAST = 4.5
"""What all text must have."""

LEAST_OF_AN_ANSWER = 7.0
"""What the text that one reads and writes longest must have."""


@dataclass(frozen=True)
class Drawn:
    """A piece of text of one style, and the widget it is in."""

    text: str
    widget: Widget
    contrast: float
    background: str

    @property
    def is_faint(self) -> bool:
        answer = isinstance(self.widget, AnswerArea)
        return self.contrast < (LEAST_OF_AN_ANSWER if answer else LEAST)

    def __str__(self) -> str:
        return f"{self.text.strip()!r} in {self.widget!r}: {self.contrast:.2f}"


def drawn(screen: Screen[Any]) -> Iterator[Drawn]:
    """Yield all text that is to be read; what is dimmed behind a dialog is not."""
    for y, strip in enumerate(lines_of(screen)):
        x = 0
        for segment in strip:
            if any(char.isalnum() for char in segment.text):
                widget, _ = screen.get_widget_at(x, y)
                if not isinstance(widget, ModalScreen):
                    yield _measured(segment, widget)
            x += segment.cell_length


def _measured(segment: Segment, widget: Widget) -> Drawn:
    style = segment.style
    assert style is not None
    assert style.color is not None, segment
    assert style.bgcolor is not None, segment
    assert not style.dim, segment  # Textual has made a colour of that
    text, behind = style.color, style.bgcolor
    if style.reverse:
        text, behind = behind, text
    return Drawn(segment.text, widget, _contrast(text, behind), behind.name)


def _contrast(one: Color, other: Color) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
