"""Read a file that may be anything."""

import os
import stat
from pathlib import Path

from reisverslag_tui.errors import Unreadable


def read_file(path: Path, maximum_size: int) -> bytes:
    """Return what is in a file, or enough of it to be too large; OSError if it can't be opened.

    Raises Unreadable for what is no ordinary file, and may have no end.
    """
    # Without O_NONBLOCK a named pipe would be waited for.
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Unreadable("dit is geen gewoon bestand")
        return file.read(maximum_size + 1)
