"""What the kills cost and how much was fuzzed, in a few lines at the end of the tests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest


def losses(reports: Iterable[object]) -> Iterator[str]:
    """Yield the worst loss for each state that one was in while typing."""
    found: dict[str, list[list[int]]] = defaultdict(list)
    for value in _recorded(reports, "kill"):
        found[value[0]].append(list(value[1:]))
    for state, figures in sorted(found.items()):
        worst = [max(column) for column in zip(*figures, strict=True)]
        yield (
            f"{len(figures)} kills, {state}: lost at worst {worst[0]} characters"
            f" ({worst[1]} ms) of what was shown, {worst[2]} ({worst[3]} ms) of what was typed"
        )


def fuzzed(reports: Iterable[object]) -> Iterator[str]:
    """Yield how many bytes of random input were sent, and where."""
    for where, size in _recorded(reports, "fuzz"):
        yield f"{size} bytes of random input: {where}"


def _recorded(reports: Iterable[object], wanted: str) -> Iterator[Sequence[Any]]:
    for report in reports:
        if isinstance(report, pytest.TestReport) and report.when == "call":
            for name, value in report.user_properties:
                if name == wanted and isinstance(value, (list, tuple)):
                    yield value
