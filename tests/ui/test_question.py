"""From question to question, by key and by mouse, and back to where one was."""

from textual.geometry import Offset
from textual.widgets import OptionList

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.dialogs.questions import GoToDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM


async def test_the_questions_come_one_by_one_with_help(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        for number, question in enumerate(FORM.questions, start=1):
            await user.sees(f"Vraag {number} van 7", question.wording, question.help[:30])
            assert user.question == question.id
            assert user.focused is user.area
            await user.press("f9")
        await user.at(AnswersScreen)


async def test_keys_go_to_the_next_and_the_previous_question(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f8")
        assert user.question == "personen"
        await user.press("ctrl+n", "f9", "ctrl+n")
        assert user.question == "locaties"
        await user.press("ctrl+p", "f8")
        assert user.question == "duur"


async def test_the_buttons_go_to_the_next_and_the_previous_question(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        assert "Vorige" not in user.shown
        await user.click("#next")
        assert user.question == "duur"
        assert user.focused is user.area
        await user.click("#previous")
        assert user.question == "personen"
        await user.press("tab")
        # A button that has just been pressed takes no second press for a moment.
        await user.until(lambda: not user.focused.has_class("-active"))
        await user.press("enter")
        assert user.question == "duur"
        await user.press("shift+tab")
        assert user.focused is not user.area


async def test_go_to_takes_a_number_a_choice_or_nothing(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "5")
        assert user.question == "ontmoet"
        await user.press("ctrl+g")
        await user.at(GoToDialog)
        await user.sees(*(f"{n}  {q.label}" for n, q in enumerate(FORM.questions, start=1)))
        assert user.screen.query_one(OptionList).highlighted == 4
        await user.press("down", "enter")
        assert user.question == "opbrengst"
        await user.press("ctrl+g", "escape")
        assert user.question == "opbrengst"
        await user.press("ctrl+g", "0", "8", "9")
        await user.at(GoToDialog)
        await user.press("1")
        assert user.question == "personen"


async def test_go_to_begins_where_one_is_however_fast_one_goes_on(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.hammer("ctrl+g", "3", "ctrl+g", "down", "down", "enter")
        assert user.question == "ontmoet"
        await user.hammer("ctrl+g", "enter")
        assert user.question == "ontmoet"


async def test_the_title_can_be_changed(start: Start, draft: Draft, store: DraftStore) -> None:
    async with start(draft) as user:
        await user.press("ctrl+t")
        await user.at(TitleDialog)
        await user.sees("Titel van het verslag", "Reis")
        await user.write("Naar Gent")  # takes its place
        await user.press("enter", "ctrl+t", "home", "delete", *"Reis n", "enter")
        await user.at(QuestionScreen)
        await user.sees("Reis naar Gent")
        await user.saved()
        assert store.load(draft.id).title == "Reis naar Gent"
        await user.press("ctrl+t", "ctrl+u", "enter")
        await user.sees("Vul hier iets in")
        await user.write("Weg ermee")
        await user.press("escape")
        await user.saved()
        assert store.load(draft.id).title == "Reis naar Gent"


async def test_save_saves_and_says_so(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.write("2")
        await user.press("ctrl+s")
        await user.sees("Alles is opgeslagen.")
        assert user.answers() == {"personen": "2"}


async def test_a_report_that_was_only_looked_at_is_not_stored(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start(draft) as user:
        await user.press("f9", "f2", "f3", "escape", "escape", "escape")
        await user.at(ReportsScreen)
        assert store.drafts() == ([], [])
        assert not store.directory.exists()


async def test_leaving_and_coming_back_is_at_the_same_question_and_cursor(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "4")
        await user.paste("- Gent\n- Brugge\n- Antwerpen")
        await user.press("up", "home", "right", "right", "right")
        await user.press("f10")
        await user.ended()
    left = store.load(draft.id)
    assert left.place == Place("locaties", 1, 3)
    async with start(left) as user:
        assert user.question == "locaties"
        assert user.area.cursor_location == (1, 3)
        await user.press("ctrl+g", "7", "ctrl+q")
        await user.ended()
    left = store.load(draft.id)
    assert left.place == Place("vervolg")
    assert left.modified == draft.modified  # looking is no change


async def test_a_place_that_is_no_longer_there_does_no_harm(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="kort", place=Place("doel", 0, 400))) as user:
        assert user.area.cursor_location == (0, 4)
    async with start(stored(doel="een\ntwee", place=Place("doel", 40, 2))) as user:
        assert user.area.cursor_location[0] == 1
    async with start(stored(doel="kort", place=Place("vroeger", 1, 1))) as user:
        assert user.question == "personen"


async def test_the_list_at_the_side_marks_what_is_answered_and_takes_a_click(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="Leren."), size=(120, 40)) as user:
        await user.sees("✓ 3  Doel", "· 1  Personen")
        await user.write("2")
        await user.sees("✓ 1  Personen")
        await user.press("ctrl+z")
        await user.sees("· 1  Personen")
        await user.click("QuestionList", Offset(5, 4))
        assert user.question == "ontmoet"
        assert user.focused is user.area
        assert user.screen.query_one("QuestionList", OptionList).highlighted == 4
        await user.resize(80, 24)
        assert "✓ 3  Doel" not in user.shown


async def test_a_click_puts_the_cursor_in_the_answer(start: Start, stored: MakeDraft) -> None:
    async with start(stored(personen="zes mensen")) as user:
        await user.press("tab")
        await user.click("AnswerArea", Offset(2, 0))
        assert user.focused is user.area
        await user.write("x")
        assert "x" in user.area.text


async def test_escape_goes_back_step_by_step(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.write("2")
        await user.press("f2", "f3", "escape")
        await user.at(AnswersScreen)
        await user.press("escape")
        await user.at(QuestionScreen)
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("1 van 7 beantwoord")
        assert user.answers() == {"personen": "2"}


async def test_the_answers_and_the_preview_never_pile_up(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f2", "f3", "f2", "f3", "f2")
        await user.at(AnswersScreen)
        assert len(user.app.screen_stack) == 3


async def test_a_report_without_a_title_gets_one(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    path = store.path(stored("Gent").id)
    path.write_text(path.read_text(encoding="utf-8").replace('"Gent"', '""'), encoding="utf-8")
    async with start(store.load(path.stem)) as user:
        await user.press("ctrl+t")
        await user.write("Oslo")
        await user.press("enter")
        await user.sees("Verslag buitenlandse dienstreis  Oslo")
