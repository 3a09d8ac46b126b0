"""Zones with rules, zones that no file can hold, and clocks that are wrong."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reisverslag_tui.core.dates import LocalZone, ago, is_plausible, local_now, storable, when
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage.serialization import from_toml, to_toml
from tests.strategies import MOMENTS, a_draft

AMSTERDAM = "CET-1CEST,M3.5.0,M10.5.0/3"
ODD = [
    "AAA-24:59",
    "AAA24:59",
    "AAA-0:19:32",
    "AAA0:44:30",
    "AAA-167",
    "nonsense",
    ":/dev/null",
    "",
]
CLOCK_BACK = datetime(2026, 10, 25, 1, tzinfo=UTC)  # at 3:00 it is 2:00 again in Amsterdam
SetZone = Callable[[str], None]


@pytest.fixture
def set_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetZone]:
    """Let the system be in a zone: `set_zone(TZ)`."""

    def setter(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield setter
    monkeypatch.undo()
    time.tzset()


def _offset(hours: int) -> timezone:
    return timezone(timedelta(hours=hours))


def test_what_was_saved_before_the_clock_was_put_back_is_said_as_the_clock_said_it(
    set_zone: SetZone,
) -> None:
    set_zone(AMSTERDAM)
    now = datetime(2026, 10, 25, 12, 0, tzinfo=LocalZone())
    assert now.utcoffset() == timedelta(hours=1)
    saved = datetime(2026, 10, 25, 0, 15, tzinfo=_offset(2))
    assert when(saved, now) == "vandaag 00:15"
    assert when(saved - timedelta(hours=1), now) == "gisteren 23:15"
    assert when(datetime(2026, 3, 29, 3, 30, tzinfo=_offset(2)), now) == "29 maart 2026"


def test_how_long_ago_counts_the_hour_that_comes_twice(set_zone: SetZone) -> None:
    set_zone(AMSTERDAM)
    zone = LocalZone()
    first, second = ((CLOCK_BACK + timedelta(minutes=m)).astimezone(zone) for m in (-10, 10))
    assert (first.hour, second.hour) == (2, 2)
    assert ago(storable(first), second) == "20 minuten geleden"


@given(st.integers(-40_000, 40_000))
def test_the_zone_of_the_computer_gives_each_moment_the_offset_of_then(minutes: int) -> None:
    moment = CLOCK_BACK + timedelta(minutes=minutes)
    local = moment.astimezone(LocalZone())
    assert local.astimezone(UTC) == moment
    assert local.utcoffset() == moment.astimezone().utcoffset()


def test_a_moment_is_kept_with_the_offset_of_then(set_zone: SetZone) -> None:
    set_zone(AMSTERDAM)
    for minutes, hours in ((-1, 2), (0, 1)):
        moment = (CLOCK_BACK + timedelta(minutes=minutes)).astimezone(LocalZone())
        draft = new_draft("", moment)
        assert (draft.created, draft.created.utcoffset()) == (
            CLOCK_BACK + timedelta(minutes=minutes),
            timedelta(hours=hours),
        )
        assert draft.title == "Reis 25 oktober 2026"


def test_what_changed_in_the_hour_that_comes_twice_was_changed_later(set_zone: SetZone) -> None:
    set_zone(AMSTERDAM)
    zone = LocalZone()
    finished = (CLOCK_BACK - timedelta(minutes=5)).astimezone(zone)
    draft = new_draft("", finished).finish(finished)
    changed = draft.answer("doel", "x", (CLOCK_BACK + timedelta(minutes=5)).astimezone(zone))
    assert changed.finished
    assert changed.modified > changed.finished


@pytest.mark.parametrize("name", ODD)
def test_no_zone_stands_in_the_way_of_saving(set_zone: SetZone, name: str) -> None:
    set_zone(name)
    now = local_now()
    offset = now.utcoffset()
    assert offset is not None
    assert offset % timedelta(minutes=1) == timedelta()
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    draft = new_draft("", now).answer("doel", "x", now).finish(now)
    assert from_toml(draft.id, to_toml(draft)) == draft
    assert when(draft.modified, now).startswith("vandaag")


@pytest.mark.parametrize("name", ODD)
def test_a_time_without_a_zone_is_read_in_any_zone(set_zone: SetZone, name: str) -> None:
    set_zone(name)
    draft = from_toml("a", b"versie = 1\naangemaakt = 2026-11-24T14:32:07\n")
    assert (draft.created.hour, draft.created.minute) == (14, 32)
    assert from_toml("a", to_toml(draft)) == draft


_ZONES = st.one_of(
    st.just(UTC),
    st.just(LocalZone()),
    st.integers(-24 * 3600 + 1, 24 * 3600 - 1).map(lambda s: timezone(timedelta(seconds=s))),
)


def _in_zone(moment: datetime, zone: tzinfo) -> datetime:
    return moment.replace(tzinfo=zone)


_ANY_MOMENT = st.builds(_in_zone, st.datetimes(), _ZONES)


@given(_ANY_MOMENT, _ANY_MOMENT, _ANY_MOMENT)
def test_whatever_the_clock_says_what_is_written_can_be_read(
    created: datetime, modified: datetime, finished: datetime
) -> None:
    draft = replace(a_draft({"doel": "x"}), created=created, modified=modified, finished=finished)
    written = from_toml(draft.id, to_toml(draft))
    assert written.answers == draft.answers
    assert from_toml(draft.id, to_toml(written)) == written


@given(_ANY_MOMENT)
def test_a_draft_that_is_begun_at_any_time_is_as_it_will_be_read(now: datetime) -> None:
    draft = new_draft("", now).answer("doel", "x", now).finish(now)
    assert from_toml(draft.id, to_toml(draft)) == draft
    assert draft.id.startswith(f"{draft.created:%Y-%m-%d}-")


@given(MOMENTS)
def test_a_moment_that_can_be_read_stays_that_moment(moment: datetime) -> None:
    kept = storable(moment)
    assert (kept, kept.utcoffset()) == (moment, moment.utcoffset())


@given(_ANY_MOMENT)
@example(datetime(2000, 1, 1, tzinfo=timezone(timedelta(seconds=1 - 24 * 3600))))
@example(datetime(1970, 1, 1, tzinfo=timezone(timedelta(seconds=59))))
@example(datetime.min.replace(tzinfo=timezone(timedelta(hours=14))))
@example(datetime.max.replace(tzinfo=timezone(timedelta(hours=-14))))
def test_what_is_stored_is_plausible_and_nearly_the_same_moment_if_that_was(
    moment: datetime,
) -> None:
    kept = storable(moment)
    assert is_plausible(kept)
    assert storable(kept) == kept
    if is_plausible(moment):
        assert abs(kept - moment) < timedelta(days=1)


@pytest.mark.parametrize("name", ["AST4", AMSTERDAM])
def test_a_clock_that_stands_at_its_first_second_is_in_a_year_that_is_read(
    set_zone: SetZone, name: str
) -> None:
    set_zone(name)
    now = datetime.fromtimestamp(0, LocalZone())
    draft = new_draft("", now)
    assert draft.created == datetime(1970, 1, 1, tzinfo=UTC)
    assert draft.title == "Reis 1 januari 1970"
