"""That a file or directory is left as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Require that nothing is written to `path` itself, nor put in its place; it may be read."""
    before = _state(path)
    yield
    assert _state(path) == before


def _state(path: Path) -> tuple[int, ...]:
    """Return all but the time of reading, which a look at it may change."""
    status = path.lstat()
    return (
        status.st_mode,
        status.st_ino,
        status.st_nlink,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )
