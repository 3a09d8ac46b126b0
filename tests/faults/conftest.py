"""The number of random runs, the chance that rules each of them, and a quick place for drafts."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 - a directory of the test's own is made in it


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test of faults as often as its option says."""
    for option in ("kills", "ends"):
        name = option.removesuffix("s")
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, range(metafunc.config.getoption(option)))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Return what rules this run; a failure tells how to have it again."""
    seed = request.config.getoption("seed") or str(random.SystemRandom().randrange(10**6))
    request.node.add_report_section("setup", "seed", f"To repeat the run: --seed {seed}")
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 - to be had again


@pytest.fixture
def quick_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A directory in memory where there is one: a thousand saves wait for no disk there.

    Or on the disk that was chosen, to see what becomes of the promises there.
    """
    place = Path(request.config.getoption("disk") or _MEMORY)
    if not os.access(place, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=place) as directory:
        yield Path(directory)
