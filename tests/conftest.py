"""What every test has: a data directory of its own, and hypothesis without a stopwatch."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reisverslag_tui.locations import DATA_VARIABLE

settings.register_profile(
    "reisverslag",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reisverslag")


@pytest.fixture(autouse=True)
def own_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the developer's own reports."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "reisverslag"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the hostile files be more than there is time for every day."""
    parser.addoption("--hostile", type=int, default=200, help="so many hostile files of each kind")
