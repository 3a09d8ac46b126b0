"""Dates and times as a Dutch reader expects them, whatever the locale; and the clock."""

import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from reisverslag_tui.core.text import counted

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(9998, 12, 31, tzinfo=UTC)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


class LocalZone(tzinfo):
    """The zone of this computer: every moment has the offset that its rules give for that moment.

    Offsets are whole minutes, as in a file; the system's TZ can say what no file can hold. Beyond
    a day, or where the system knows none, it is UTC.
    """

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """Return the offset at a time of the wall clock here."""
        if moment is None:
            return timedelta()
        try:
            return _offset(moment.replace(tzinfo=None).timestamp())
        except (ValueError, OverflowError, OSError):
            return timedelta()

    def fromutc(self, moment: datetime, /) -> datetime:
        """Return a moment of which the fields are in UTC as one of this zone."""
        local = moment + _offset(moment.replace(tzinfo=UTC).timestamp())
        # Where the clock is put back a time comes twice: the second has another offset.
        return local.replace(fold=moment + self.utcoffset(local) != local)

    def dst(self, _moment: datetime | None, /) -> None:
        """Return nothing: the offset includes summer time."""

    def tzname(self, _moment: datetime | None, /) -> None:
        """Return no name."""


def _offset(timestamp: float) -> timedelta:
    """Return how far the clock here is ahead of UTC at a time in seconds since 1970."""
    try:
        offset = timedelta(minutes=int(time.localtime(timestamp).tm_gmtoff / 60))
    except (ValueError, OverflowError, OSError):
        return timedelta()
    return offset if abs(offset) < _DAY else timedelta()


def local_now() -> datetime:
    """Return the time, in whole seconds, in the zone of this computer."""
    seconds = min(max(time.time(), 0), _LATEST.timestamp())
    return datetime.fromtimestamp(int(seconds), LocalZone())


def is_plausible(moment: datetime) -> bool:
    """Return whether a draft may hold this moment: from 1970 up to and including 9998."""
    return _EARLIEST.year <= moment.year <= _LATEST.year


def storable(moment: datetime) -> datetime:
    """Return a moment as a draft may hold it, with the offset that its zone has at that moment.

    An offset loses its seconds, which a file can't hold. A moment that is not plausible becomes
    the nearest that is: a clock can be wrong, and what was typed is saved all the same.
    """
    if is_plausible(moment):
        offset = moment.utcoffset() or timedelta()
        local = moment.astimezone(timezone(int(offset / _MINUTE) * _MINUTE))
        if is_plausible(local):
            return local
    return min(max(moment, _EARLIEST), _LATEST).astimezone(UTC)


def day(moment: datetime) -> str:
    """Return the day in full: "24 november 2026"."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def when(moment: datetime, now: datetime) -> str:
    """Return a moment in words, seen from `now`: "vandaag 14:32", "gisteren 09:05", "3 mei 2026".

    Both are aware; the text is in the zone of `now`, with the offset of that moment.
    """
    local = moment.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return f"vandaag {local:%H:%M}"
    if days == 1:
        return f"gisteren {local:%H:%M}"
    return day(local)


def ago(moment: datetime, now: datetime) -> str:
    """Return the same, but within the hour: "zojuist", "1 minuut geleden", "59 minuten geleden"."""
    minutes = (now - moment) // _MINUTE
    if not 0 <= minutes < 60:
        return when(moment, now)
    if minutes == 0:
        return "zojuist"
    return f"{counted(minutes, 'minuut', 'minuten')} geleden"
