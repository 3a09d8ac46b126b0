from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from reisverslag_tui.core.dates import ago, day, when
from tests.clock import MOMENT
from tests.strategies import MOMENTS

pytestmark = pytest.mark.time

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@pytest.mark.parametrize(("number", "name"), enumerate(_MONTHS, start=1))
def test_a_day_is_written_in_full_in_dutch(number: int, name: str) -> None:
    assert day(datetime(2026, number, 3, tzinfo=UTC)) == f"3 {name} 2026"


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (timedelta(), "vandaag 14:32"),
        (timedelta(hours=14, minutes=32), "vandaag 00:00"),
        (timedelta(hours=14, minutes=33), "gisteren 23:59"),
        (timedelta(hours=29, minutes=27), "gisteren 09:05"),
        (timedelta(days=1, hours=14, minutes=33), "22 november 2026"),
        (timedelta(days=365), "24 november 2025"),
        (timedelta(days=-1), "25 november 2026"),
    ],
)
def test_a_time_is_said_as_one_would_now(ago: timedelta, expected: str) -> None:
    assert when(MOMENT - ago, MOMENT) == expected


def test_the_answer_is_in_the_zone_of_now() -> None:
    written = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert when(written, MOMENT) == "vandaag 00:30"


def test_yesterday_may_be_in_another_year() -> None:
    now = datetime(2027, 1, 1, 0, 5, tzinfo=UTC)
    assert when(now - timedelta(minutes=6), now) == "gisteren 23:59"


@given(MOMENTS, MOMENTS)
def test_the_zone_a_time_was_noted_in_does_not_matter(moment: datetime, now: datetime) -> None:
    elsewhere = moment.astimezone(timezone(timedelta(hours=-5)))
    assert when(elsewhere, now) == when(moment, now)


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        (timedelta(), "zojuist"),
        (timedelta(seconds=59), "zojuist"),
        (timedelta(minutes=1), "1 minuut geleden"),
        (timedelta(minutes=59, seconds=59), "59 minuten geleden"),
        (timedelta(hours=1), "vandaag 13:32"),
        (timedelta(days=1), "gisteren 14:32"),
        (timedelta(seconds=-1), "vandaag 14:32"),
    ],
)
def test_within_the_hour_it_is_said_how_long_ago(past: timedelta, expected: str) -> None:
    assert ago(MOMENT - past, MOMENT) == expected
