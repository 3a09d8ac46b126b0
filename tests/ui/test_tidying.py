"""Of a screen that was left nothing stays."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start


@pytest.fixture
def _frozen() -> Iterator[None]:
    """Have Python look for garbage only when it is told to, and not in what is there now."""
    gc.disable()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_frozen")
async def test_screens_that_were_left_are_cleared_away(start: Start, stored: MakeDraft) -> None:
    stored()
    async with start(size=(160, 40)) as user:
        left: list[ref[object]] = []
        await user.sees("1 verslag")
        await user.press("enter")
        await user.sees("Vraag 1 van 7")
        for key in ("f2", "f3"):
            await user.press(key)
            drawn = user.screen._styles_cache  # noqa: SLF001 - Textual shows it in no other way
            left += [ref(user.screen), ref(drawn)]
            del drawn
            await user.press("escape")
        await user.until(lambda: not any(each() for each in left))
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.press("f9")
        await user.at(BinScreen)
        await user.press("escape")
        await user.at(ReportsScreen)
        subscribed = user.app.theme_changed_signal._subscriptions  # noqa: SLF001 - as above
        assert all(each.is_attached for each in subscribed)
