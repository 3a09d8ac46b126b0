"""What every test has: a data directory of its own, and hypothesis without a stopwatch.

And what the tests of faults are run with: how often, and with what seed.
"""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from reisverslag_tui.locations import DATA_VARIABLE
from tests.faults.summary import losses

settings.register_profile(
    "reisverslag",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reisverslag")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the coverage of the core is measured by: small examples.

    Measuring makes a test twice as slow, and what is only come by through chance or through a run
    of the whole program is not to be counted on.
    """
    for item in items:
        is_small_example = isinstance(item, pytest.Function) and not (
            is_hypothesis_test(item.obj) or item.get_closest_marker("large")
        )
        if is_small_example and item.path.parent.name in ("unit", "cli"):
            item.add_marker("measured")


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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the random tests be run more often, and again."""
    group = parser.getgroup("faults")
    group.addoption("--kills", type=int, default=4, help="so many times SIGKILL while typing")
    group.addoption("--ends", type=int, default=2, help="so many times each other end")
    group.addoption("--hostile", type=int, default=100, help="so many hostile files of each kind")
    group.addoption("--seed", help="repeat a run that failed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the kills cost."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    for line in losses(reports):
        terminalreporter.write_line(line)
