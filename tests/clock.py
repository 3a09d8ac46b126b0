"""The moment at which the tests take place, and a clock that stands still there."""

from datetime import datetime, timedelta, timezone

MOMENT = datetime(2026, 11, 24, 14, 32, 7, tzinfo=timezone(timedelta(hours=1)))


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.time = MOMENT

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **time: float) -> None:
        self.time += timedelta(**time)
