"""What the kills cost, in a few lines at the end of the tests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest


def losses(reports: Iterable[object]) -> Iterator[str]:
    """Yield the worst loss for each pace of typing."""
    found: dict[str, list[list[int]]] = defaultdict(list)
    for report in reports:
        if isinstance(report, pytest.TestReport) and report.when == "call":
            for name, value in report.user_properties:
                if name == "kill" and isinstance(value, (list, tuple)):
                    found[value[0]].append(list(value[1:]))
    for pace, figures in sorted(found.items()):
        worst = [max(column) for column in zip(*figures, strict=True)]
        yield (
            f"{len(figures)} kills, typing {pace}: lost at worst {worst[0]} characters"
            f" ({worst[1]} ms) of what was shown, {worst[2]} ({worst[3]} ms) of what was typed"
        )
