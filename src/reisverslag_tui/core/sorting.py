"""The orders in which the reports can be listed."""

import re
from enum import StrEnum
from typing import Any, Self

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import searchable

_NUMBER = re.compile("([0-9]+)")


class Order(StrEnum):
    """What decides which report comes first; the value says it in Dutch."""

    CHANGED = "laatst gewijzigd"
    TITLE = "titel"
    BEGUN = "laatst begonnen"
    STATE = "stand"

    @classmethod
    def called(cls, name: str) -> Self:
        """Return the order of this name, or the first if there is none."""
        orders = list(cls)
        return next((order for order in orders if order.value == name), orders[0])

    @property
    def following(self) -> Self:
        """The order after this one; after the last the first again."""
        orders = list(type(self))
        return orders[(orders.index(self) + 1) % len(orders)]

    def key(self, draft: Draft) -> tuple[Any, ...]:
        """Return what drafts are compared by; of those alike the last changed comes first.

        By state, those with the least answered come first and the finished ones last.
        """
        last_changed = -draft.modified.timestamp()
        if self is Order.TITLE:
            return _title(draft), last_changed
        if self is Order.BEGUN:
            return -draft.created.timestamp(), last_changed
        if self is Order.STATE:
            return *_state(draft), last_changed
        return (last_changed,)


def _title(draft: Draft) -> list[tuple[bool, int, str]]:
    """Return what titles are compared by: "Reis 2" comes before "Reis 10"."""
    parts = _NUMBER.split(searchable(draft.name))
    return [
        (False, len(part.lstrip("0")), part.lstrip("0")) if number % 2 else (True, 0, part)
        for number, part in enumerate(parts)
        if part
    ]


def _state(draft: Draft) -> tuple[bool, bool, int]:
    summary = draft.summary(load_form(draft.form))
    return summary.finished is not None, not summary.changed_since_finished, summary.answered
