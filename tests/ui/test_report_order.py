"""The orders of the list of reports."""

from dataclasses import replace

from reisverslag_tui.storage.ui_state import UiStateStore
from tests.ui.conftest import MakeDraft, Start


async def test_the_order_is_said_and_remembered(
    start: Start, stored: MakeDraft, ui_state: UiStateStore
) -> None:
    for title, answers in (("Oslo", 2), ("Gent", 1), ("Łódź", 0)):
        stored(title, **dict.fromkeys(("doel", "duur")[:answers], "x"))
    stored("Stuk")
    async with start() as user:
        await user.sees("Op laatst gewijzigd (F8)")
        await user.press("down", "f8")
        await user.sees("Op titel (F8)", "▌ Gent")
        assert user.listed == ["Gent", "Łódź", "Oslo", "Stuk"]
        await user.press("f8")
        await user.sees("Op laatst begonnen (F8)")
        await user.press("f8")
        await user.sees("Op stand (F8)")
        assert user.listed == ["Stuk", "Łódź", "Gent", "Oslo"]
        await user.press("f10")
        await user.ended()
    assert ui_state.current.order == "stand"
    ui_state.current = replace(ui_state.current, order="titel")
    async with start() as user:
        await user.sees("Op titel (F8)")
        assert user.listed == ["Gent", "Łódź", "Oslo", "Stuk"]
