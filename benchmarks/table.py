"""What was measured, as a table and as JSON."""

import json
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """Measurements of ours and of what it is held against, in `unit`.

    `most` is the highest ratio of the medians that is good enough, `limit` the highest median of
    ours; None where there is no target.
    """

    name: str
    unit: str
    ours: Sequence[float]
    reference: Sequence[float]
    against: str
    most: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times as much ours is."""
        return statistics.median(self.ours) / statistics.median(self.reference)

    @property
    def met(self) -> bool:
        """Whether every target of this row is met."""
        within = self.limit is None or statistics.median(self.ours) <= self.limit
        return within and (self.most is None or self.ratio <= self.most)


def p95(values: Sequence[float]) -> float:
    """Return what nineteen in twenty of the values are no more than."""
    ordered = sorted(values)
    return ordered[round(0.95 * (len(ordered) - 1))]


def alternately(
    rounds: int, ours: Callable[[], T], reference: Callable[[], T]
) -> tuple[list[T], list[T]]:
    """Measure the two in turn, so that a machine that gets busy slows both down."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def as_table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| what | ours: median (p95) | against | median (p95) | ratio | target | |",
        "|---|---:|---|---:|---:|---|---|",
    ]
    for row in rows:
        ours, reference = (_amount(side, row.unit) for side in (row.ours, row.reference))
        lines.append(
            f"| {row.name} | {ours} | {row.against} | {reference} | {row.ratio:.2f} "
            f"| {_target(row)} | {_verdict(row)} |"
        )
    return "\n".join(lines)


def _amount(values: Sequence[float], unit: str) -> str:
    digits = 1 if unit == "ms" else 0
    return f"{statistics.median(values):,.{digits}f} ({p95(values):,.{digits}f}) {unit}"


def _target(row: Row) -> str:
    ratio = [] if row.most is None else [f"≤ {row.most:g}×"]
    limit = [] if row.limit is None else [f"≤ {row.limit:g} {row.unit}"]
    return ", ".join(ratio + limit)


def _verdict(row: Row) -> str:
    if row.most is None and row.limit is None:
        return ""
    return "met" if row.met else "**missed**"


def as_json(rows: Iterable[Row]) -> str:
    """Return the rows with all that was measured."""
    return json.dumps(
        [
            {
                "name": row.name,
                "unit": row.unit,
                "against": row.against,
                "ours": row.ours,
                "reference": row.reference,
                "ratio": round(row.ratio, 3),
                "most": row.most,
                "limit": row.limit,
                "met": row.met,
            }
            for row in rows
        ],
        indent=1,
        ensure_ascii=False,
    )
