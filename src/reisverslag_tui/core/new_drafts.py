"""Make a new draft, with an id and a first title."""

from datetime import datetime
from random import SystemRandom

from reisverslag_tui.core.dates import day, storable
from reisverslag_tui.core.draft import Draft

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are easily taken for another


def new_id(now: datetime) -> str:
    """Return an id for a new draft: its date and a few random characters."""
    letters = SystemRandom().choices(_LETTERS, k=5)
    return f"{now:%Y-%m-%d}-{''.join(letters)}"


def title_of(created: datetime) -> str:
    """Return the default title: "Reis 24 november 2026"."""
    return f"Reis {day(created)}"


def new_draft(title: str, now: datetime) -> Draft:
    """Return an empty draft that is not stored yet; an empty title becomes that of the day."""
    begun = storable(now)
    draft = Draft(id=new_id(begun), title=title_of(begun), created=begun, modified=begun)
    return draft.rename(title) if title else draft
