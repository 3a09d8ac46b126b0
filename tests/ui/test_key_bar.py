"""The key bar follows the terminal and what can be done; a click does what the key would."""

import pytest
from textual.content import Content
from textual.geometry import Offset

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


def listed(user: User) -> list[str]:
    return user.screen.query_one(KeyBar).listed


async def test_keys_make_way_in_a_small_terminal_and_come_back(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        in_a_wide_terminal = listed(user)
        await user.resize(40, 12)
        await user.until(lambda: len(listed(user)) < len(in_a_wide_terminal))
        assert "F10 Stoppen" in listed(user)
        await user.resize(80, 24)
        await user.until(lambda: listed(user) == in_a_wide_terminal)


async def test_a_click_does_what_the_key_would(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        line = user.shown.split("\n")[-1]
        await user.click("KeyBar", Offset(line.index("F9 Volgende") + 5, 0))
        await user.until(lambda: user.question == "duur")


async def test_it_is_drawn_anew_only_when_the_keys_do_something_else(
    start: Start, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Content] = []
    render = KeyBar.render

    def noted(bar: KeyBar) -> Content:
        drawn.append(render(bar))
        return drawn[-1]

    async with start(draft) as user:
        await user.press("ctrl+g", "5")
        monkeypatch.setattr(KeyBar, "render", noted)
        await user.press("f9", "tab")
        assert not drawn
        await user.press("f9")
        assert "F9 Naar antwoorden" in drawn[-1].plain


async def test_what_was_drawn_for_another_reason_counts_too(
    start: Start, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(draft) as user:
        await user.sees("F3 Voorbeeld")
        with monkeypatch.context() as meanwhile:  # as between two windows that write one report
            meanwhile.setattr(user.app.report_view, "open", None)
            await user.resize(90, 24)
            assert "F3 Voorbeeld" not in user.shown
        await user.press("tab")
        assert "F3 Voorbeeld" in user.shown
