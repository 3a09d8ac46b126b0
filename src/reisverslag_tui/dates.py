"""Dates and times as a Dutch reader expects them, whatever the locale."""

from datetime import datetime, timedelta

from reisverslag_tui.text import counted

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def day(moment: datetime) -> str:
    """Return the day in full: "24 november 2026"."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def when(moment: datetime, now: datetime) -> str:
    """Return how one would say it at `now`: "vandaag 14:32", "gisteren 09:05", "3 mei 2026".

    Both times know their zone; the answer is in that of `now`.
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
    minutes = (now - moment) // timedelta(minutes=1)
    if not 0 <= minutes < 60:
        return when(moment, now)
    if minutes == 0:
        return "zojuist"
    return f"{counted(minutes, 'minuut', 'minuten')} geleden"
