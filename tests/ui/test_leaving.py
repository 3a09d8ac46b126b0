"""Leaving the program: what is pressed just behind that key, and what is still being done."""

import pytest

from reisverslag_tui.draft import Draft
from tests.ui.conftest import Start


@pytest.mark.parametrize(
    ("stop", "key"),
    [("f10", "f9"), ("f10", "f3"), ("f10", "ctrl+g"), ("ctrl+q", "enter"), ("ctrl+q", "f1")],
)
async def test_a_key_just_behind_the_one_that_stops_comes_too_late(
    start: Start, draft: Draft, stop: str, key: str
) -> None:
    async with start(draft) as user:
        await user.write("2")
        await user.hammer(stop, key)
        await user.ended()
        assert user.app.fault is None
        assert user.answers() == {"personen": "2"}
