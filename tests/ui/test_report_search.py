"""Searching the reports as one types."""

from reisverslag_tui.core.draft import Place
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.drawing import lines_of


async def test_typing_searches_titles_and_answers(start: Start, stored: MakeDraft) -> None:
    stored("Gent", doel="Regenwater opvangen")
    stored("Málaga", doel="Huisvesting")
    stored("Brugge", ontmoet="De wethouder van GENT")
    async with start() as user:
        await user.write("gent")
        assert user.listed == ["Gent", "Brugge"]
        await user.sees(
            "2 van 3", "Doel: Regenwater opvangen", "Ontmoetingen: De wethouder van GENT"
        )
        await user.write("!")
        await user.sees("Geen verslag gevonden. Met Esc", "0 van 3")
        await user.press("enter", "f6", "delete")
        await user.at(ReportsScreen)
        await user.press("escape")
        assert user.listed == ["Brugge", "Málaga", "Gent"]
        await user.write("MÁLA")
        assert user.listed == ["Málaga"]
        await user.press("ctrl+u")
        await user.write("opvangen")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Gent")


async def test_enter_opens_a_report_where_it_was_found_and_not_where_it_was_left(
    start: Start, stored: MakeDraft
) -> None:
    stored("Gent", place=Place("duur"), duur="Kort", doel="Kijken,\nleren é en doen")
    async with start() as user:
        for query, place in (
            ("LEREN é", Place("doel", 1, 0)),
            ("gent", Place("doel", 1, 0)),  # where it was left now
            ("kort", Place("duur", 0, 0)),
            ("doen", Place("doel", 1, 11)),
        ):
            await user.write(query)
            await user.press("enter")
            await user.at(QuestionScreen)
            assert user.area.place == place
            await user.press("escape")
            await user.at(ReportsScreen)
            await user.press("ctrl+u")


async def test_a_decomposed_search_finds_too(start: Start, stored: MakeDraft) -> None:
    stored("Málaga")
    async with start() as user:
        await user.write("ma\u0301")
        await user.sees("1 van 1", "▌ Málaga")
        assert user.listed == ["Málaga"]


async def test_a_hit_is_shown_where_it_is_however_far_into_the_report(
    start: Start, stored: MakeDraft
) -> None:
    far = "Een alinea vooraf.\n" * 2_000 + "Toen naar de Großmarkt geweest."
    stored("漢字" * 40 + " Gent", doel=far, vervolg="Ja.")
    async with start(size=(120, 40)) as user:
        await user.write("grossmarkt gent")
        await user.sees("Doel: … ", "naar de Großmarkt geweest.", "Gent")
        beside = [line.split("▏")[1] for line in user.shown.split("\n") if "▏" in line]
        assert any("Großmarkt" in line for line in beside)
        marked = [
            segment.text
            for strip in lines_of(user.screen)
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert marked == ["Gent", "Großmarkt", "Großmarkt"]


async def test_typographic_signs_are_found_as_one_types_them(
    start: Start, stored: MakeDraft
) -> None:
    stored("Regio’s", doel="Een “groene” ge\xadmeente op 1–2\xa0mei")
    stored("Brugge", doel="De regio")
    async with start() as user:
        for typed in ("regio's", '"groene"', "gemeente", "1-2 mei", "1--2", "’"):
            await user.write(typed)
            assert user.listed == ["Regio’s"], typed
            await user.press("escape")
        await user.write("1-2")
        await user.press("enter")
        await user.at(QuestionScreen)
        assert user.area.place == Place("doel", 0, 26)
