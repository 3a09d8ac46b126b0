"""Text on stdin."""

import sys

from reisverslag_tui.core.text import clean
from reisverslag_tui.report.importing import MAXIMUM_SIZE, decode


def stdin_is_terminal() -> bool:
    """Return whether stdin is a keyboard, or closed."""
    return sys.stdin is None or sys.stdin.isatty()


def read_stdin() -> str:
    """Return the text on stdin, cleaned; ImportingError if it is too large or no UTF-8."""
    data = sys.stdin.buffer.read(MAXIMUM_SIZE + 1) if sys.stdin else b""
    return clean(decode(data, "Wat binnenkwam"))
