"""How many colours the terminal is sent, by what its environment says of it."""

from collections.abc import Mapping
from enum import StrEnum

_MANY = ("256color", "direct", "kitty", "alacritty", "foot", "ghostty", "wezterm", "contour")
"""What the names of terminals with 256 colours have in them."""


class Colours(StrEnum):
    """What Rich calls them; with NONE all is in the two colours of the terminal itself.

    So is a terminal of 16 colours: which those are is its owner's choice, and a theme that is
    readable in all of them has no use for more than two.
    """

    NONE = "standard"
    MANY = "256"
    ALL = "truecolor"


def colours_for(environment: Mapping[str, str]) -> Colours:
    """Return the colours for the terminal that `environment` describes.

    NO_COLOR counts unless it is empty (no-color.org). TEXTUAL_COLOR_SYSTEM is Textual's own way
    to choose, and is obeyed if it names one of them.
    """
    if environment.get("NO_COLOR"):
        return Colours.NONE
    chosen = environment.get("TEXTUAL_COLOR_SYSTEM", "")
    if chosen in list(Colours):
        return Colours(chosen)
    term = environment.get("TERM", "").lower()
    says_all = environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if says_all and not _is_gnu_screen(term, environment):
        return Colours.ALL
    return Colours.MANY if any(name in term for name in _MANY) else Colours.NONE


def _is_gnu_screen(term: str, environment: Mapping[str, str]) -> bool:
    """Tell whether COLORTERM is that of the terminal around GNU screen, which has fewer."""
    inside = "STY" in environment or "TMUX" not in environment
    return term.startswith("screen") and inside
