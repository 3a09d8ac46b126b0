"""To see that no file stays open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def none_left_open() -> Iterator[None]:
    """Assert that as many descriptors are open afterwards as before."""
    before = _count()
    yield
    assert _count() == before


def _count() -> int:
    return len([*Path("/dev/fd").iterdir()])
