from dataclasses import replace
from datetime import timedelta

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.sorting import Order
from tests.clock import MOMENT
from tests.strategies import FORM, a_draft

pytestmark = pytest.mark.time

_ALL = {question.id: "x" for question in FORM.questions}
_HOUR = timedelta(hours=1)


def _draft(title: str, begun: int, answers: dict[str, str], finished: int | None = None) -> Draft:
    """Return a draft that was begun, and finished, so many hours ago, and changed just now."""
    return replace(
        a_draft(answers, name=title),
        title=title,
        created=MOMENT - begun * _HOUR,
        modified=MOMENT,
        finished=None if finished is None else MOMENT - finished * _HOUR,
    )


_DRAFTS = [
    _draft("Reis 10", 1, _ALL, finished=0),
    _draft("élan", 5, _ALL, finished=1),
    _draft("reis 2", 3, _ALL),
    _draft("Zagreb", 2, {"doel": "x"}),
    _draft("Reis 002", 4, {}),
]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.CHANGED, ["Reis 10", "élan", "reis 2", "Zagreb", "Reis 002"]),
        (Order.TITLE, ["élan", "reis 2", "Reis 002", "Reis 10", "Zagreb"]),
        (Order.BEGUN, ["Reis 10", "Zagreb", "reis 2", "Reis 002", "élan"]),
        (Order.STATE, ["Reis 002", "Zagreb", "reis 2", "élan", "Reis 10"]),
    ],
)
def test_an_order_puts_first_what_it_says(order: Order, titles: list[str]) -> None:
    assert [draft.title for draft in sorted(_DRAFTS, key=order.key)] == titles


def test_a_title_may_hold_a_number_of_any_length() -> None:
    titles = [f"Reis {'9' * 5_000}", "Reis ²", "Reis ٣", ""]
    drafts = [replace(_DRAFTS[0], title=title) for title in titles]
    assert len(sorted(drafts, key=Order.TITLE.key)) == 4


def test_the_orders_go_round_and_an_unknown_name_is_the_first() -> None:
    order, seen = Order.CHANGED, []
    for _ in Order:
        seen.append(order)
        order = order.following
    assert seen == list(Order)
    assert order is Order.CHANGED
    assert Order.called("stand") is Order.STATE
    assert Order.called("anders") is Order.CHANGED
