"""What a size of the terminal is called in the styles."""

from collections.abc import Iterator

from textual.geometry import Size

WIDTHS = [(0, "-sliver"), (24, "-narrow"), (60, "-normal"), (120, "-wide")]
"""The columns from which a window is of some width."""

HEIGHTS = [(0, "-flat"), (7, "-low"), (18, "-high")]
"""The rows from which it is of some height."""


def size_classes(size: Size) -> Iterator[str]:
    """Yield the classes of a screen of this size."""
    for steps, cells in ((WIDTHS, size.width), (HEIGHTS, size.height)):
        yield next(name for least, name in reversed(steps) if cells >= least)
