"""The key bar follows the terminal and what can be done, and is left alone otherwise."""

from textual.widgets._footer import FooterKey

from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


def keys(user: User) -> list[FooterKey]:
    return list(user.screen.query(FooterKey))


def names(user: User) -> list[str]:
    return [key.key_display for key in keys(user)]


async def test_keys_make_way_in_a_small_terminal_and_come_back(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        in_a_wide_terminal = names(user)
        await user.resize(40, 12)
        await user.until(lambda: len(names(user)) < len(in_a_wide_terminal))
        assert "F10" in names(user)
        await user.resize(80, 24)
        await user.until(lambda: names(user) == in_a_wide_terminal)


async def test_keys_that_stay_are_not_made_again(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        before = keys(user)
        await user.press("f9", "tab")
        assert keys(user) == before
        assert before
