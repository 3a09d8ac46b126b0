"""The style classes for the size of the terminal."""

from collections.abc import Iterator

from textual.geometry import Size

WIDTHS = [(0, "-sliver"), (24, "-narrow"), (60, "-normal"), (120, "-wide")]
"""The classes by width, each with the columns from which it applies."""

HEIGHTS = [(0, "-flat"), (7, "-low"), (18, "-high")]
"""The classes by height, each with the rows from which it applies."""


def size_classes(size: Size) -> Iterator[str]:
    """Yield the two classes of a screen of this size."""
    for steps, cells in ((WIDTHS, size.width), (HEIGHTS, size.height)):
        yield next(name for least, name in reversed(steps) if cells >= least)
