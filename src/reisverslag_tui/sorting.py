"""The orders in which the reports can be listed."""

import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Self

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import load_form
from reisverslag_tui.text import searchable

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


def in_order(drafts: Sequence[Draft], order: Order) -> list[Draft]:
    """Return the drafts in this order; they are given with the last changed first.

    By state, those with the least answered come first and the finished ones last.
    """
    if order is Order.TITLE:
        return sorted(drafts, key=_title)
    if order is Order.BEGUN:
        return sorted(drafts, key=_begun, reverse=True)
    if order is Order.STATE:
        return sorted(drafts, key=_state)
    return list(drafts)


def _title(draft: Draft) -> list[tuple[bool, int, str]]:
    """Return what titles are compared by: "Reis 2" comes before "Reis 10"."""
    parts = _NUMBER.split(searchable(draft.name))
    return [
        (False, len(part.lstrip("0")), part.lstrip("0")) if number % 2 else (True, 0, part)
        for number, part in enumerate(parts)
        if part
    ]


def _begun(draft: Draft) -> datetime:
    return draft.created


def _state(draft: Draft) -> tuple[bool, bool, int]:
    form = load_form(draft.form)
    answered = len(form.questions) - len(draft.unanswered(form))
    return draft.finished is not None, not draft.changed_since_finished, answered
