"""A key in an answer draws what it changes: no less, and not much more."""

from random import Random

import pytest
from textual.strip import Strip
from textual.widgets import Input, TextArea

from reisverslag_tui.core.draft import Place
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from tests.ui.conftest import MakeDraft, Start

KEYS = (
    *("a", "é", "漢", " ", "(", ")", "enter", "backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+x"),
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+z", "ctrl+y"),
    *("shift+left", "shift+right", "shift+up", "shift+down", "shift+end", "ctrl+shift+left"),
)
BY_HAND = ("a", "up", "home", "right", "right", "shift+down", "shift+down", "right", "left", "up")
"""The brackets and the tab of a line stand in different rows; what was selected is so no more."""
LINE = f"({'woord ' * 15})\ttab"


def drawn(area: AnswerArea) -> list[Strip]:
    return area.render_lines(area.outer_size.region)


async def test_nothing_is_left_as_it_was(start: Start, stored: MakeDraft) -> None:
    choose = Random(8).choice  # noqa: S311 - no secret is made of it
    text = f"{LINE}\n\nkort\n" * 6
    async with start(stored(doel=text, place=Place("doel", 0, 0))) as user:
        for key in (*BY_HAND, *(choose(KEYS) for _ in range(70))):
            await user.press(key)
            after_key = drawn(user.area)
            user.area.refresh()
            assert after_key == drawn(user.area), key


async def test_a_letter_draws_its_own_row_alone(
    start: Start, stored: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[int] = []
    render_line = AnswerArea.render_line

    def noted(area: AnswerArea, y: int) -> Strip:
        rows.append(y)
        return render_line(area, y)

    async with start(stored(doel="regel\n" * 8, place=Place("doel", 3, 5))) as user:
        monkeypatch.setattr(AnswerArea, "render_line", noted)
        await user.press("a", "b")
        assert set(rows) == {3}


async def test_the_cursor_of_the_terminal_goes_where_one_writes(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(place=Place("personen", 0, 0)), size=(40, 12)) as user:
        for keys in ((), ("f9",), ("f8",), ("ctrl+t",), ("escape",), ("ctrl+r",), ("escape",)):
            await user.press(*keys)
            assert isinstance(user.focused, Input | TextArea)
            assert user.app.cursor_position == user.focused.cursor_screen_offset, keys
