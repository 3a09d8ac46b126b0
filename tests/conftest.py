"""What every test has: a data directory of its own, and hypothesis without a stopwatch.

And what the tests of faults are run with: how often, and with what seed.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage.locations import DATA_VARIABLE
from reisverslag_tui.storage.store import DraftStore
from tests.clock import Clock
from tests.faults.summary import fuzzed, losses
from tests.other_days import DAYS_AND_ZONES, other_day
from tests.stores import store_in

_TESTS = Path(__file__).parent
_FAST_COMMANDS = {"test_lijst.py", "test_print.py", "test_vul.py"}
"""The tests of the command line that are run, with those of units, while one is programming."""

settings.register_profile(
    "reisverslag",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reisverslag")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the small examples: they measure the coverage of the core, and are most of `fast`.

    Measuring makes a test twice as slow, and what is only come by through chance or through a run
    of the whole program is not to be counted on.
    """
    for item in items:
        parts = item.path.relative_to(_TESTS).parts
        if not _is_small_example(item) or parts[0] not in {"unit", "cli"}:
            item.add_marker("no_cover")
        elif parts[0] == "unit" or parts[1] in _FAST_COMMANDS:
            item.add_marker("fast")


def _is_small_example(item: pytest.Item) -> bool:
    """Return whether neither chance, nor much text, nor another day has a part in a test."""
    return (
        isinstance(item, pytest.Function)
        and not is_hypothesis_test(item.obj)
        and not item.get_closest_marker("large")
        and not _on_another_day(item)
    )


def _on_another_day(item: pytest.Function) -> bool:
    return hasattr(item, "callspec") and item.callspec.params.get("day_and_zone") is not None


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never in what stays: it is a fifth of the time of a run."""
    gc.freeze()
    gc.set_threshold(10_000)


@pytest.fixture(autouse=True)
def own_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the developer's own reports."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "reisverslag"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))


@pytest.fixture(autouse=True)
def day_and_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take a test to another day and zone, if that is asked for."""
    if day_and_zone := getattr(request, "param", None):
        with other_day(*day_and_zone):
            yield
    else:
        yield


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests that know of time on all other days too, if that is asked for."""
    if metafunc.config.getoption("other_days") and metafunc.definition.get_closest_marker("time"):
        days = (None, *DAYS_AND_ZONES)
        names = ("today", *map(" ".join, DAYS_AND_ZONES))
        metafunc.parametrize("day_and_zone", days, indirect=True, ids=names)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DraftStore:
    return store_in(tmp_path / "data", clock)


@pytest.fixture
def draft(clock: Clock) -> Draft:
    """An empty report, nowhere stored yet."""
    return new_draft("Reis", clock())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the random tests be run more often, and again."""
    group = parser.getgroup("faults")
    group.addoption("--kills", type=int, default=1, help="so many times SIGKILL in each state")
    group.addoption("--ends", type=int, default=2, help="so many times each other end")
    group.addoption("--hostile", type=int, default=100, help="so many hostile files of each kind")
    group.addoption("--fuzz", type=int, default=20_000, help="so many bytes of random input")
    group.addoption("--disk", help="a directory on the disk to use, in the place of memory")
    group.addoption("--seed", help="repeat a run that failed")
    parser.addoption(
        "--other-days", action="store_true", help="run tests of time on other days too"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the kills cost, and how much random input was sent."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    for line in (*losses(reports), *fuzzed(reports)):
        terminalreporter.write_line(line)
