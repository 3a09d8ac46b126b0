"""The look of the program in the two colours of the terminal itself.

What has a background of its own elsewhere, such as a choice, is reversed here; what is told by a
colour elsewhere is told by words, marks or bold letters too.
"""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

_OWN = "ansi_default"
_REVERSED = "#ffffff"  # any colour would do: the filter makes every background reverse

COLOURLESS = Theme(
    name="reisverslag-kleurloos",
    ansi=True,
    primary=_OWN,
    secondary=_OWN,
    accent=_REVERSED,
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    success=_OWN,
    warning=_OWN,
    error=_OWN,
    variables={
        "ansi-background": _OWN,
        "ansi-foreground": _OWN,
        "surface-active": _OWN,
        "quiet": _OWN,
        "border": _OWN,
        "border-blurred": _OWN,
        "block-cursor-foreground": _OWN,
        "block-cursor-background": _REVERSED,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": _OWN,
        "block-cursor-blurred-background": _REVERSED,
        "input-cursor-background": _REVERSED,
        "input-cursor-text-style": "none",
        "input-selection-background": _OWN,
        "screen-selection-background": _REVERSED,
        "screen-selection-foreground": _OWN,
        "footer-key-foreground": _OWN,
        "scrollbar": _OWN,
        "scrollbar-hover": _OWN,
        "scrollbar-active": _OWN,
        "scrollbar-background": _OWN,
        "scrollbar-background-hover": _OWN,
        "scrollbar-background-active": _OWN,
        "link-color": _OWN,
    },
)


class NoColours(LineFilter):
    """Takes out every colour: Textual's own filter leaves codes for the default ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return the segments with reverse in the place of a background."""
        return [
            Segment(text, style and _without_colours(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _without_colours(style: Style) -> Style:
    plain = style.without_color + Style.from_meta(style.meta)  # which says what a click is on
    has_background = style.bgcolor is not None and not style.bgcolor.is_default
    return plain + Style(reverse=True) if has_background else plain
