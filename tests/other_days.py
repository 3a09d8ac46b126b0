"""Other days and zones, for the tests that know of time and for the programs that they start."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
import time_machine

_DAYS = ("2026-07-15 00:10", "2027-12-31 23:30")
"""Half an hour from midnight at most, and before and after the days that tests write down."""

_ZONES = ("<+14>-14", "<+0545>-5:45", "NST3:30NDT,M3.2.0,M11.1.0")
"""Kiritimati, Kathmandu and St John's, as rules: there need be no files of zones."""

DAYS_AND_ZONES = tuple(product(_DAYS, _ZONES))


@contextmanager
def other_day(day: str, zone: str) -> Iterator[None]:
    """Shift the clock of this process, and of the Pythons it starts, to a local time in a zone.

    The times of files stay real.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        there = time.mktime(time.strptime(day, "%Y-%m-%d %H:%M"))
        patch.setenv("TESTS_SHIFT", str(there - time.time()))
        patch.setenv("PYTHONPATH", str(Path(__file__).parent / "shifted"), prepend=os.pathsep)
        with time_machine.travel(there):
            yield
    time.tzset()
