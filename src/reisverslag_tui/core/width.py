"""The width of plain text: its limits, parsing what is typed, and its words in Dutch."""

from reisverslag_tui.core.number import read_number
from reisverslag_tui.core.text import counted

DEFAULT_WIDTH = 80
"""The terminal cells at which a report is wrapped, unless asked otherwise."""

WIDEST = 10_000
"""The widest that may be asked for."""


def read_width(text: str) -> int:
    """Parse a width in cells, from 0 to 10,000; UsageError for anything else."""
    return read_number(text, "De breedte", 0, WIDEST)


def width_in_words(width: int) -> str:
    """Return a width in words: "80 tekens breed"."""
    return f"{counted(width, 'teken', 'tekens')} breed" if width else "regels niet afgebroken"
