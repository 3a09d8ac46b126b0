"""All answers on one screen: what is missing, the way to each of them and back, and finishing."""

import asyncio
from dataclasses import replace

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.flows.finish import FinishedDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.widgets.top_bar import Status
from tests.clock import Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, User

ALL = {question.id: f"Antwoord {n}." for n, question in enumerate(FORM.questions, start=1)}


async def test_all_answers_are_there_and_what_is_missing_is_named(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel="Leren.\n\nEn kijken.", duur="  \n", vervolg="nee")
    async with start(draft, size=(80, 60)) as user:
        await user.press("f2")
        await user.at(AnswersScreen)
        await user.sees("Nog niet beantwoord: Personen, Duur, Locaties, Ontmoetingen,")
        await user.sees("Leren.\n\n     En kijken.", "nee")
        await user.sees(*(f"{n}  {q.wording}" for n, q in enumerate(FORM.questions, start=1)))
        assert user.shown.count("(nog niet ingevuld)") == 5
        assert user.shown.count("Vul in") == 5
        assert user.shown.count("Wijzig") == 2
        assert user.focused.id == "change-personen"


async def test_nothing_is_said_to_be_missing_when_all_is_answered(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(**ALL), size=(80, 60)) as user:
        await user.press("f2")
        await user.sees("Alle vragen zijn beantwoord.")
        assert "Vul in" not in user.shown
        assert "(nog niet ingevuld)" not in user.shown


async def _change(user: User, number: int, back: str) -> None:
    question = FORM.questions[number - 1]
    await user.press(str(number))
    await user.at(QuestionScreen)
    assert user.question == question.id
    assert user.focused is user.area
    await user.write(f"antwoord {number}")
    await user.press(back)
    await user.at(AnswersScreen)
    await user.sees(f"antwoord {number}")
    assert question.label not in user.text("#attention")


async def test_a_change_comes_straight_back(start: Start, draft: Draft) -> None:
    async with start(draft, size=(80, 60)) as user:
        await user.press("f2")
        for number, back in ((2, "f9"), (1, "enter"), (5, "f2")):
            await _change(user, number, back)
        await user.saved()
        assert user.answers()["ontmoet"] == "antwoord 5"


async def test_escape_from_a_change_comes_straight_back_too(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f2")
        await _change(user, 2, "escape")


async def test_the_way_back_is_named(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f2", "2")
        await user.sees("Naar antwoorden ›")


async def test_buttons_change_an_answer_and_its_own_button_leads_back(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.press("f2")
        await user.at(AnswersScreen)
        await user.click("#change-duur")
        assert user.question == "duur"
        await user.click("#next")
        await user.at(AnswersScreen)
        await user.press("enter")
        assert user.question == "duur"


async def test_going_elsewhere_from_a_change_goes_on_as_usual(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f2", "3")
        await user.press("ctrl+g", "5", "f9")
        assert user.question == "opbrengst"


async def test_finishing_with_answers_missing_asks_first(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(**{**ALL, "vervolg": ""})
    async with start(draft) as user:
        await user.press("f2", "f5")
        await user.at(ChoiceDialog)
        await user.sees("Nog niet alles is beantwoord", "Nog niet beantwoord: Vervolg.")
        await user.press("enter")
        await user.at(AnswersScreen)
        await user.saved()
        assert store.load(draft.id).finished is None
        await user.press("f5")
        await user.at(ChoiceDialog)
        await user.press("right", "enter")
        await user.sees("Je verslag is afgerond")
        await user.saved()
        assert store.load(draft.id).finished is not None


async def test_finishing_asks_for_a_title_that_nobody_has_given_yet(
    start: Start, store: DraftStore, clock: Clock
) -> None:
    draft = replace(new_draft("", clock()), answers=ALL)
    store.save(draft)
    async with start(draft) as user:
        await user.press("f2", "f5")
        await user.at(TitleDialog)
        await user.press("ctrl+u", *"Gent", "enter")
        await user.sees("Je verslag is afgerond")
        await user.press("escape")
        await user.sees("Dit verslag is afgerond. Alle vragen zijn beantwoord.", "Gent")
        await user.saved()
        assert [each.title for each in store.drafts()[0]] == ["Gent"]


async def test_a_finished_report_is_listed_so_and_can_be_changed_again(
    start: Start, stored: MakeDraft, store: DraftStore, clock: Clock
) -> None:
    draft = stored(place=Place("vervolg"), **ALL)
    async with start(draft, size=(80, 60)) as user:
        await user.press("f2")
        await user.at(AnswersScreen)
        await user.click("#finish")
        await user.at(FinishedDialog)
        await user.sees("Je verslag is afgerond", "en wijzigen.")
        await user.click("#leave")
        await user.at(ReportsScreen)
        await user.sees("afgerond · zojuist")
        assert store.load(draft.id).finished == clock()
        await user.press("enter")
        await user.at(QuestionScreen)
        clock.forward(minutes=1)
        await user.write("Toch nog iets. ")
        await user.press("escape")
        await user.sees("afgerond, gewijzigd")
        await user.press("enter", "f2")
        await user.sees("Dit verslag is afgerond, en daarna gewijzigd.")
        assert user.answers()["vervolg"].startswith("Toch nog iets.")


async def test_what_comes_next_after_finishing(start: Start, stored: MakeDraft) -> None:
    async with start(stored(**ALL)) as user:
        await user.press("f2", "f5")
        await user.at(FinishedDialog)
        await user.press("enter")
        await user.at(PreviewScreen)
        await user.press("escape", "f5")
        await user.at(FinishedDialog)
        await user.press("right", "right", "enter")
        await user.at(AnswersScreen)
        await user.press("f5")
        await user.at(FinishedDialog)
        await user.press("escape")
        await user.at(AnswersScreen)


async def test_escape_leads_out_of_a_report_that_was_checked(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(**ALL)) as user:
        await user.press("f2", "3", "escape")
        await user.at(AnswersScreen)
        await user.press("escape")
        await user.at(QuestionScreen)
        assert user.question == "doel"
        await user.press("escape")
        await user.at(ReportsScreen)


async def test_the_report_may_change_while_the_answers_are_being_made(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        coming = user.app.push_screen(
            AnswersScreen(FORM, draft, Status(""), "", user.app.navigator)
        )
        while not user.screen.is_running:
            await asyncio.sleep(0)
        user.app.report_view.show_answers(draft.rename("Gent"))
        await coming
        await user.sees("Antwoorden", "Nog niet beantwoord")
