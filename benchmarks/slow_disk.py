"""The program on a disk that takes half a second for every `fsync`."""

import os
import sys
import time
from typing import TYPE_CHECKING

from reisverslag_tui.cli.main import main

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike


_TAKES = 0.5  # seconds
_fsync = os.fsync


def _slowly(fd: "FileDescriptorLike") -> None:
    time.sleep(_TAKES)
    _fsync(fd)


if __name__ == "__main__":
    os.fsync = _slowly
    sys.exit(main())
