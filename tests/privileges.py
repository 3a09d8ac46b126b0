"""To be a user whom the system can refuse something, also where the tests are run by root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = 65534


@contextmanager
def no_superuser() -> Iterator[Path]:
    """Yield a directory of one's own; pytest's are closed to all but who runs the tests."""
    with TemporaryDirectory() as name:
        if os.geteuid():
            yield Path(name)
            return
        os.chown(name, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
