"""What stands around an answer: help that folds away, and the report beside it if there is room."""

import pytest

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.storage.ui_state import UiState, UiStateStore
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.widgets.live_preview import LivePreview
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, User

HELP = FORM.questions[2].help[:30]
LONG = "\n".join(f"Regel {number} van een lang antwoord." for number in range(600))


async def test_the_help_folds_away_and_stays_so(
    start: Start, stored: MakeDraft, ui_state: UiStateStore
) -> None:
    draft = stored(place=Place("doel"))
    async with start(draft) as user:
        await user.sees(HELP)
        assert "Shift+F1" not in user.shown
        rows = user.area.size.height
        await user.press("f13")
        assert HELP not in user.shown
        assert user.area.size.height == rows + 3
        line = next(line for line in user.shown.split("\n") if "Vraag 3 van 7" in line)
        assert line.endswith("Uitleg: Shift+F1")
        await user.press("f8")
        assert FORM.questions[1].help[:30] not in user.shown
        assert ui_state.current == UiState(help_folded=True)
    async with start(draft) as user:
        assert FORM.questions[1].help[:30] not in user.shown
        await user.press("f13")
        await user.sees(FORM.questions[1].help[:30])
        assert ui_state.current == UiState()
        await user.resize(40, 12)
        await user.press("f13")  # there is no help to fold
        await user.hears("te laag")
        assert ui_state.current == UiState()


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_lines_break_where_they_did_while_something_is_sought(
    start: Start, draft: Draft, size: tuple[int, int]
) -> None:
    async with start(draft, size=size) as user:
        width = user.area.size.width
        await user.press("ctrl+r")
        await user.sees("Esc: klaar")
        assert user.area.size.width == width


def beside(user: User) -> LivePreview:
    return user.screen.query_one(LivePreview)


async def test_the_report_stands_beside_the_answer_and_follows_it(
    start: Start, stored: MakeDraft, ui_state: UiStateStore
) -> None:
    draft = stored(doel="Leren [b]", opbrengst=LONG, place=Place("doel"))
    async with start(draft, size=(200, 60)) as user:
        await user.sees(FORM.title, FORM.questions[2].heading, "(nog niet ingevuld)")
        await user.write("Samen ")
        await user.until(lambda: user.shown.count("Samen Leren [b]") == 2)
        await user.press("f9", "f9", "f9")
        await user.until(lambda: user.shown.count("Regel 20 ") == 2)
        user.area.go_to(Place("opbrengst", 599, 40))
        await user.write(" Klaar.")
        await user.until(lambda: user.shown.count("Regel 599 van een lang antwoord. Klaar.") == 2)
        await user.press("f15")
        await user.until(lambda: user.shown.count(" Klaar.") == 1)
        assert ui_state.current == UiState(preview_beside=False)
        await user.press("f15")
        await user.until(lambda: user.shown.count(" Klaar.") == 2)  # the cursor is still in sight


async def test_beside_the_report_there_is_room_to_write(
    start: Start, stored: MakeDraft, ui_state: UiStateStore
) -> None:
    ui_state.current = UiState(preview_beside=False)
    async with start(stored(place=Place("doel")), size=(300, 80)) as user:
        assert not beside(user).display
        await user.press("f15")
        assert ui_state.current == UiState()
        for size in ((300, 80), (160, 40)):
            await user.resize(*size)
            assert user.inside(beside(user))
            assert 72 <= user.area.size.width <= 110
        await user.resize(159, 40)
        assert not beside(user).display
        await user.press("f15")
        await user.hears("te smal")


async def test_a_report_may_be_left_before_the_one_beside_it_is_shown(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel="Leren.", place=Place("doel"))
    async with start(draft, size=(160, 40)) as user:
        preview = beside(user)
        await user.press("escape")
        await user.at(ReportsScreen)
        preview.show(draft, Place("doel"))
        await user.sees("▌ Reis")
        await user.press("enter")
        await user.at(QuestionScreen)
        assert user.app.fault is None


async def test_the_button_and_the_key_bar_call_the_way_on_the_same(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.sees("F9 Volgende", "Volgende ›")
        await user.press("ctrl+g", "7")
        await user.sees("F9 Naar antwoorden", "Naar antwoorden ›")
        await user.press("f9", "2")
        await user.sees("F9 Naar antwoorden", "Naar antwoorden ›")
        await user.press("enter")
        await user.at(AnswersScreen)


async def test_an_answer_is_drawn_as_it_is_wrapped(start: Start, stored: MakeDraft) -> None:
    text = f"{'w' * 19} raadsleden, de wethouder en ik."
    draft = stored(personen=text, place=Place("personen", 0, len(text)))
    for columns in (40, 42):
        async with start(draft, size=(columns, 12)) as user:
            rows = user.area.wrapped_document.lines[0]
            assert len(rows) == 2
            await user.sees(*(row.rstrip() for row in rows))
            assert user.shown.count("raadsleden") == 1
