"""Finding a word in the answers, and putting another in its place."""

import re

from reisverslag_tui.core.draft import Place
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User

DOEL = "Naar Gent.\n\nIn GENT is een café, en gent heet het."
ANSWERS = {"personen": "Gent telt er 2", "doel": DOEL, "opbrengst": "Van Gent geleerd."}


def at(user: User) -> tuple[str, str, tuple[int, int]]:
    """The question on the screen, what is selected in the answer, and where."""
    return user.question, user.area.selected_text, user.area.selection.start


async def test_every_hit_is_come_by_in_this_answer_and_the_others(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.hammer("ctrl+r", *"gent")
        assert at(user) == ("doel", "Gent", (0, 5))
        await user.sees("1 van 3 · 2 elders")
        await user.press("enter", "down")
        assert at(user) == ("doel", "gent", (2, 24))
        await user.press("up")
        assert at(user) == ("doel", "GENT", (2, 3))
        await user.sees("2 van 3 · 2 elders", "Enter: vervang deze")
        await user.press("enter", "enter")
        assert at(user) == ("opbrengst", "Gent", (0, 4))
        await user.sees("Verder in vraag 6", "1 van 1 · 4 elders")
        await user.press("enter")
        assert at(user) == ("personen", "Gent", (0, 0))
        await user.press("up")
        await user.sees("Terug in vraag 6")
        await user.hammer("up", "up", "enter", "enter", *"x", "enter")  # letters stay in the bar
        await user.sees("Niets gevonden")
        await user.saved()
        assert user.answers() == ANSWERS
        await user.hammer("ctrl+u", *"een café", "enter")
        await user.sees("Verder in vraag 3")
        await user.press("enter")
        await user.sees("Verder vanaf het begin")
        await user.press("up")
        await user.sees("Verder vanaf het einde")
        await user.press("escape")
        assert user.focused is user.area


async def test_escape_leaves_the_cursor_at_the_hit_and_replaces_nothing(
    start: Start, stored: MakeDraft
) -> None:
    async with start(
        stored(place=Place("doel"), doel="Regel.\n" * 99 + "Zie Gent"), size=(40, 12)
    ) as user:
        await user.hammer("ctrl+r", *"gent")
        await user.sees("Zie Gent")
        assert user.area.size.height >= 4
        await user.hammer("escape", *"!x")
        assert user.area.text.endswith("Zie Gent!x")
        assert "Vervang door" not in user.shown
        await user.hammer("ctrl+r")  # with what was last sought
        await user.sees("1 van 1")
        await user.press("escape")
        assert isinstance(user.screen, QuestionScreen)
        await user.press("escape")
        assert not isinstance(user.screen, QuestionScreen)


async def test_a_letter_less_leads_back_to_where_one_began(start: Start, stored: MakeDraft) -> None:
    text = "Ga naar Gouda, van Gouda naar Gent, van Gent naar Genua."
    began = text.index("van")
    async with start(stored(place=Place("doel", 0, began), doel=text)) as user:
        await user.hammer("ctrl+r", *"genu")
        assert user.area.selected_text == "Genu"
        await user.hammer("backspace")
        assert user.area.span[0] == text.index("Gent")
        await user.hammer("backspace", "backspace")
        assert user.area.span[0] == text.rindex("Gouda")
        await user.hammer("backspace")
        assert user.area.span == (began, began)
        await user.hammer(*"gent", "enter", "backspace")  # going on is to begin anew
        assert user.area.span[0] == text.rindex("Gent")


async def test_what_is_selected_is_sought_and_else_what_was_sought_last(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(**ANSWERS)) as user:
        await user.press(*["shift+right"] * 4, "ctrl+r")
        assert user.value == "Gent"
        await user.sees("1 van 1 · 4 elders")
        await user.write("telt")  # takes its place
        assert user.area.selected_text == "telt"
        await user.press("escape", "f9", "ctrl+f")
        assert user.value == "telt"
        await user.sees("0 hier · 1 elders")
        await user.click(f"#{user.question}")
        await user.write("telt ")
        await user.sees("1 hier · 1 elders")
        await user.press("f2", "ctrl+f")
        await user.hammer(*"geleerd", "enter")
        assert at(user) == ("opbrengst", "geleerd", (0, 9))
        await user.press("escape", "escape")
        await user.at(AnswersScreen)


async def test_no_notice_covers_the_bar(start: Start, stored: MakeDraft) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.press("ctrl+s")
        await user.sees("Alles is opgeslagen.")
        await user.press("ctrl+r")
        await user.sees("Esc: klaar")
        assert "Alles is opgeslagen." not in user.shown


async def test_another_word_takes_the_place_of_the_one_that_was_put_in_last(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.hammer("ctrl+r", *"gent", "tab", *"Luik", "escape")
        await user.hammer("ctrl+r", "tab", *"Oslo", "enter")
        assert user.area.text == DOEL.replace("GENT", "Oslo")


async def test_one_hit_is_replaced_and_the_next_comes(start: Start, stored: MakeDraft) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.hammer("ctrl+r", *"gent", "tab", *"Gent-[/]", "enter", "down", "enter")
        first = DOEL.replace("Gent", "Gent-[/]")
        second = first.replace("gent h", "Gent-[/] h")
        assert user.question == "opbrengst"
        await user.press("up")
        assert at(user) == ("doel", "Gent", (2, 24))
        assert user.area.text == second
        await user.press("ctrl+z")
        assert user.area.text == first
        await user.press("escape", "ctrl+z")
        assert user.area.text == DOEL
        await user.press("ctrl+y", "ctrl+y")
        assert user.area.text == second


async def test_what_a_button_replaces_is_saved_as_what_is_typed(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="een een"), size=(80, 24)) as user:
        await user.press("ctrl+g", "3", "ctrl+r", *"een", "tab", *"twee", "tab", "enter")
        await user.until(lambda: user.answers()["doel"] == "twee twee")


async def test_no_key_overtakes_what_is_replaced_before_it(start: Start, stored: MakeDraft) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.hammer("ctrl+r", *"gent", "tab", *"Parijs", "enter", "f10")
        await user.ended()
        assert user.answers() == {**ANSWERS, "doel": DOEL.replace("Gent", "Parijs")}


async def test_all_in_this_answer_are_replaced_in_one_step(start: Start, stored: MakeDraft) -> None:
    async with start(stored(place=Place("doel", 2, 12), **ANSWERS)) as user:
        await user.write("H")
        typed = user.area.text
        await user.hammer("ctrl+r", *"gent", "tab", *"Antwerpen", "tab", "enter")
        await user.sees("3 keer vervangen", "0 hier · 2 elders")
        changed = re.sub("gent", "Antwerpen", typed, flags=re.IGNORECASE)
        assert user.area.text == changed
        assert user.area.span == 2 * (changed.index(" heet"),)  # behind the hit one was at
        await user.press("ctrl+z")  # the button still has the focus
        assert user.area.text == typed
        await user.press("escape", "ctrl+y")
        assert user.area.text == changed
        await user.press("ctrl+z", "ctrl+z")
        assert user.area.text == DOEL
        await user.saved()
        assert user.answers() == ANSWERS


async def test_undo_works_from_a_button_also_when_nothing_was_ever_sought(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(place=Place("doel"), **ANSWERS)) as user:
        await user.write("H")
        await user.press("tab", "ctrl+z")
        assert user.focused is not user.area
        assert user.area.text == DOEL


async def test_what_would_grow_out_of_hand_is_refused(start: Start, stored: MakeDraft) -> None:
    text = "e" * 20_000
    async with start(stored(doel=text), size=(40, 12)) as user:
        await user.hammer("ctrl+g", "3", "ctrl+r", "e", "tab")
        await user.paste("lang " * 200)
        for _ in range(2):  # in this answer, in all
            await user.press("tab", "enter")
            await user.until(lambda: user.inside(user.focused))
            await user.hears("te groot")
            user.app.clear_notifications()
        assert user.area.text == text


async def test_all_answers_are_changed_also_those_never_seen_and_a_version_kept(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    answers = {**ANSWERS, "doel": "Naar Gent."}
    draft = stored(place=Place("doel"), **answers)
    async with start(draft) as user:
        await user.write("!")
        await user.saved()
        await user.hammer("ctrl+r", *"gent", "tab", *"Luik", "tab", "tab", "enter")
        await user.at(ChoiceDialog)
        await user.sees("3 keer vervangen in 3 antwoorden?", "Personen: 1", "Doel: 1")
        await user.press("enter")
        await user.at(QuestionScreen)
        assert user.area.text == "!Naar Gent."
        await user.until(lambda: not user.focused.has_class("-active"))
        await user.press("enter")
        await user.at(ChoiceDialog)
        await user.press("right", "enter")
        await user.hears("F12 het hele verslag")
        await user.saved()
        assert user.answers() == {
            "personen": "Luik telt er 2",
            "doel": "!Naar Luik.",
            "opbrengst": "Van Luik geleerd.",
        }
        assert store.versions(draft.id).load(2).answers == {**answers, "doel": "!Naar Gent."}
        assert user.focused is user.area
        await user.press("ctrl+z")
        assert user.area.text == "!Naar Gent."
        await user.press("ctrl+g", "1")
        assert user.area.text == "Luik telt er 2"


async def test_what_can_only_be_read_can_be_searched_and_not_changed(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(place=Place("doel"), **ANSWERS)
    path = store.path(draft.id)
    path.write_text(path.read_text("utf-8").replace("versie = 1", "versie = 2"), "utf-8")
    async with start(store.load(draft.id)) as user:
        await user.hammer("ctrl+r", *"gent")
        await user.until(lambda: user.text("#count") == "1 van 3 · 2 elders")
        assert not user.screen.query_one("#replacement").region
        assert not user.screen.query_one("#replace-here").region
        await user.press("enter", "enter", "enter")
        assert user.question == "opbrengst"
        await user.press("tab", "enter", "escape")
        await user.saved()
        assert user.area.text == ANSWERS["opbrengst"]


async def test_a_dialog_that_went_before_its_keys_had_settled_is_no_error(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        await user.press("ctrl+t")
        line = user.focused
        await user.press("escape")
        await user.until(lambda: not line.is_attached)
        user.app.settled(line)
        assert user.running


async def test_what_a_word_processor_made_of_it_is_found_and_replaced_whole(
    start: Start, stored: MakeDraft
) -> None:
    text = "De regio’s, “groene” ge\xadmeente\nraden, 1–2\xa0mei …"
    async with start(stored(place=Place("doel"), doel=text)) as user:
        await user.press("ctrl+r")
        for typed, found in (
            ("regio's", "regio’s"),
            ('"groene"', "“groene”"),
            ("gemeente raden", "ge\xadmeente\nraden"),
            ("1-2 mei ...", "1–2\xa0mei …"),
            (".", "…"),
        ):
            await user.hammer("ctrl+u", *typed)
            await user.sees("1 van 1")
            assert user.area.selected_text == found
        await user.press("tab")
        await user.hammer(*"x", "enter")  # part of a sign is found, but not replaced
        assert user.area.text == text
        await user.press("shift+tab")
        await user.hammer("ctrl+u", *"regio's", "tab", "enter")
        assert user.area.text == text.replace("regio’s", "x")
        await user.press("ctrl+z")
        assert user.area.text == text
