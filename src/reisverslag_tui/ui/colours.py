"""How many colours the terminal gets, according to its environment."""

from collections.abc import Mapping
from enum import StrEnum

_MANY = ("256color", "direct", "kitty", "alacritty", "foot", "ghostty", "wezterm", "contour")
"""Parts of the names in TERM of terminals with at least 256 colours."""


class Colours(StrEnum):
    """The colour systems, by Rich's names; with NONE only the terminal's own two are used.

    A terminal of 16 colours gets NONE too: its owner chooses which those are, so that no theme is
    readable in all of them.
    """

    NONE = "standard"
    MANY = "256"
    ALL = "truecolor"


def colours_for(environment: Mapping[str, str]) -> Colours:
    """Return the colours for the terminal that `environment` describes.

    NO_COLOR counts unless it is empty (no-color.org), then Textual's own TEXTUAL_COLOR_SYSTEM if it
    names one of the `Colours`.
    """
    if environment.get("NO_COLOR"):
        return Colours.NONE
    chosen = environment.get("TEXTUAL_COLOR_SYSTEM", "")
    if chosen in list(Colours):
        return Colours(chosen)
    term = environment.get("TERM", "").lower()
    truecolour = environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if truecolour and not _is_gnu_screen(term, environment):
        return Colours.ALL
    return Colours.MANY if any(name in term for name in _MANY) else Colours.NONE


def _is_gnu_screen(term: str, environment: Mapping[str, str]) -> bool:
    """Return whether COLORTERM is of the terminal around GNU screen, which has fewer colours."""
    inside = "STY" in environment or "TMUX" not in environment
    return term.startswith("screen") and inside
