"""There is room to write in any terminal, and nothing is cut off."""

from collections.abc import Callable

import pytest
from textual.widgets import Button

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.questions import GoToDialog
from reisverslag_tui.ui.flows.conflict import KEPT, ChangedDialog, TakenOverDialog
from reisverslag_tui.ui.flows.in_use import InUseDialog
from reisverslag_tui.ui.flows.leave import LeaveDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.preview import PreviewScreen
from tests.clock import MOMENT
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


async def buttons_cut_off(user: User) -> list[str]:
    """What the buttons of a dialog say that can't be read once the Tab key has come there."""
    cut_off = []
    for button in user.screen.query(Button):
        user.screen.set_focus(button)
        await user.settled()
        if not user.inside(button) or str(button.label) not in user.shown:
            cut_off.append(str(button.label))
    return cut_off


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_the_buttons_of_a_dialog_can_be_reached_and_read(
    start: Start, stored: MakeDraft, size: tuple[int, int]
) -> None:
    async with start(stored("Lang " * 20), size=size) as user:  # a title, unfinished, finished
        for keys in (("ctrl+t",), ("escape", "f2", "f5"), ("right", "enter")):
            await user.press(*keys)
            await user.until(lambda: user.dialog)
            await user.settled()
            assert not await buttons_cut_off(user), user.shown
            user.screen.set_focus(next(iter(user.screen.query(Button))))


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
@pytest.mark.parametrize(
    "make",
    [
        lambda: ChangedDialog("Doel, Locaties, Ontmoet, Opbrengst", "", "F12"),
        lambda: InUseDialog(MOMENT, MOMENT),
        lambda: LeaveDialog("schijf vol", "Doel, Locaties"),
        lambda: TakenOverDialog(KEPT.format(key="F12")),
    ],
    ids=["changed", "in use", "leave", "taken over"],
)
async def test_what_two_texts_and_a_full_disk_ask_can_be_read(
    start: Start, stored: MakeDraft, size: tuple[int, int], make: Callable[[], ChoiceDialog]
) -> None:
    async with start(stored(), size=size) as user:
        await user.app.push_screen(make())
        assert not await buttons_cut_off(user), user.shown


async def test_every_question_can_be_chosen_in_sight_in_a_small_terminal(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(), size=(40, 12)) as user:
        await user.press("ctrl+g")
        await user.at(GoToDialog)
        for number in range(1, 8):
            await user.sees(f"{number}  ")
            await user.press("down")


async def test_a_long_answer_has_room_in_a_small_terminal(start: Start, stored: MakeDraft) -> None:
    async with start(stored(), size=(40, 12)) as user:
        for number in (3, 5, 7):
            await user.press("ctrl+g", str(number))
            assert user.area.size.height >= 5, user.shown
            await user.sees(f"Vraag {number} van 7")


async def test_a_button_is_as_wide_as_what_it_says(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        for number in (1, 2, 7, 3):
            await user.press("ctrl+g", str(number))
            button = user.screen.query_one("#next", Button)
            assert str(button.label) in user.shown, user.shown


async def test_lines_stay_short_enough_to_read_in_a_very_wide_terminal(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="woord " * 200), size=(300, 80)) as user:
        await user.press("ctrl+g", "3")
        assert user.inside(user.area)
        assert user.area.size.width <= 110
        await user.press("f2")
        await user.at(AnswersScreen)
        assert user.inside(user.focused)
        await user.press("f3")
        assert max(len(line) for line in user.shown.split("\n")[2:-1]) <= 90


async def test_a_window_of_next_to_nothing_says_so_and_loses_nothing(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="Leren. " * 100)) as user:
        await user.press("ctrl+g", "3")
        for size, letter, seen in (
            ((20, 5), "a", "Maak het venster\ngroter."),
            ((10, 3), "l", "Maak het\nvenster\ngroter"),
            ((1, 1), "l", ""),
            ((300, 2), "e", "Maak het venster groter."),
        ):
            await user.resize(*size)
            await user.write(letter)
            assert user.shown.strip().startswith(seen)
        await user.press("f2", "f1", "escape", "escape")
        for key in (
            "f11",
            "ctrl+o",
            "f12",
        ):  # with lists, in less room than an option has around it
            await user.press(key)
            await user.resize(2, 40)
            await user.press("escape")
            await user.resize(300, 2)
        await user.resize(80, 24)
        assert user.inside(user.focused), user.shown
        await user.sees("alleLeren.")


async def test_the_status_stays_in_view_beside_a_long_title(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("Lang " * 60)) as user:
        for size in ((80, 24), (40, 12), (120, 40)):
            await user.resize(*size)
            await user.sees("Alles opgeslagen")


async def test_a_screen_fits_from_the_first_time_it_is_drawn(
    start: Start, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[set[str]] = []
    async with start(draft, size=(120, 12)) as user:
        monkeypatch.setattr(
            user.app, "post_display_hook", lambda: drawn.append(set(user.screen.classes))
        )
        await user.press("f3")
        await user.at(PreviewScreen)
        assert drawn
        for classes in drawn:
            assert {"-wide", "-low"} <= classes
