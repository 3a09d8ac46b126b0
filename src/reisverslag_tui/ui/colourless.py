"""The theme and the filter for a terminal in its own two colours.

Where another theme has a background, such as for a choice, text is reversed. No colour is needed to
understand a screen: words, marks or bold letters say the same.
"""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme
from typing_extensions import override

_DEFAULT = "ansi_default"
_REVERSED = "#ffffff"  # any colour would do: the filter makes every background reverse

COLOURLESS = Theme(
    name="reisverslag-kleurloos",
    ansi=True,
    primary=_DEFAULT,
    secondary=_DEFAULT,
    accent=_REVERSED,
    foreground=_DEFAULT,
    background=_DEFAULT,
    surface=_DEFAULT,
    panel=_DEFAULT,
    boost=_DEFAULT,
    success=_DEFAULT,
    warning=_DEFAULT,
    error=_DEFAULT,
    variables={
        "ansi-background": _DEFAULT,
        "ansi-foreground": _DEFAULT,
        "surface-active": _DEFAULT,
        "quiet": _DEFAULT,
        "border": _DEFAULT,
        "border-blurred": _DEFAULT,
        "block-cursor-foreground": _DEFAULT,
        "block-cursor-background": _REVERSED,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": _DEFAULT,
        "block-cursor-blurred-background": _REVERSED,
        "input-cursor-background": _REVERSED,
        "input-cursor-text-style": "none",
        "input-selection-background": _DEFAULT,
        "screen-selection-background": _REVERSED,
        "screen-selection-foreground": _DEFAULT,
        "footer-key-foreground": _DEFAULT,
        "scrollbar": _DEFAULT,
        "scrollbar-hover": _DEFAULT,
        "scrollbar-active": _DEFAULT,
        "scrollbar-background": _DEFAULT,
        "scrollbar-background-hover": _DEFAULT,
        "scrollbar-background-active": _DEFAULT,
        "link-color": _DEFAULT,
    },
)


class NoColours(LineFilter):
    """Removes every colour; Textual's own filter leaves codes for the default ones."""

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours, reversed where they had a background."""
        return [
            Segment(text, style and _without_colours(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _without_colours(style: Style) -> Style:
    plain = style.without_color + Style.from_meta(style.meta)  # the meta data of clicks
    has_background = style.bgcolor is not None and not style.bgcolor.is_default
    return plain + Style(reverse=True) if has_background else plain
