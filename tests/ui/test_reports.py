"""The list of reports, and what can be done with one that is not open."""

from dataclasses import replace

from textual.content import Content
from textual.geometry import Offset

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.search import SearchableReport
from reisverslag_tui.storage import DraftStore, new_draft
from reisverslag_tui.ui.dialogs.title import TitleDialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from reisverslag_tui.ui.shelf import Entry
from reisverslag_tui.ui.widgets.long_list import LongList
from reisverslag_tui.ui.widgets.report_list import ReportList
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, MOMENT, Clock, User


def listed(user: User) -> list[str]:
    """The titles in the list, from top to bottom."""
    return [entry.item.name for entry in user.screen.query_one(ReportList).found]


async def test_without_reports_it_says_what_this_is_and_begins_one(
    start: Start, store: DraftStore
) -> None:
    async with start() as user:
        await user.sees("Nog geen verslagen", "zeven vragen", "0 verslagen")
        await user.sees("Nieuw verslag", "Voorbeeldverslag bekijken")
        assert user.focused.id == "new"
        await user.press("f3", "f5", "f6", "f7", "delete", "escape")
        await user.at(ReportsScreen)
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Reis 24 november 2026", "Vraag 1 van 7")
        await user.write("2")
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("1 verslag\n", "Reis 24 november 2026", "1 van 7 beantwoord")
    assert not store.directory.parent.joinpath("prullenbak").exists()


async def test_the_example_report_opens_and_is_ones_own(start: Start) -> None:
    async with start() as user:
        await user.click("#example")
        await user.at(QuestionScreen)
        await user.sees("Voorbeeld: Barcelona")
        assert set(user.answers()) == {question.id for question in FORM.questions}
        await user.write("Samen ")
        await user.press("escape")
        await user.sees("7 van 7 beantwoord")
        assert user.answers()["personen"].startswith("Samen ")
        await user.press("f4")
        await user.at(QuestionScreen)
        await user.press("escape")
        await user.sees("1 verslag\n")


async def test_the_newest_is_at_the_top_with_how_far_it_is_and_when(
    start: Start, stored: MakeDraft, clock: Clock
) -> None:
    stored("Oud", doel="x", duur="y")
    clock.forward(days=1)
    stored("Nieuw")
    async with start() as user:
        assert listed(user) == ["Nieuw", "Oud"]
        await user.sees("2 van 7 beantwoord · gisteren 14:33", "0 van 7 beantwoord · zojuist")


async def test_typing_searches_titles_and_answers(start: Start, stored: MakeDraft) -> None:
    stored("Gent", doel="Regenwater opvangen")
    stored("Málaga", doel="Huisvesting")
    stored("Brugge", ontmoet="De wethouder van GENT")
    async with start() as user:
        await user.write("gent")
        assert listed(user) == ["Gent", "Brugge"]
        await user.sees(
            "2 van 3", "Doel: Regenwater opvangen", "Ontmoetingen: De wethouder van GENT"
        )
        await user.write("!")
        await user.sees("Geen verslag gevonden. Met Esc", "0 van 3")
        await user.press("enter", "f6", "delete")
        await user.at(ReportsScreen)
        await user.press("escape")
        assert listed(user) == ["Brugge", "Málaga", "Gent"]
        await user.write("MÁLA")
        assert listed(user) == ["Málaga"]
        await user.press("ctrl+u")
        await user.write("opvangen")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Gent")


async def test_a_decomposed_search_finds_too(start: Start, stored: MakeDraft) -> None:
    stored("Málaga")
    async with start() as user:
        await user.write("ma\u0301")
        await user.sees("1 van 1", "▌ Málaga")
        assert listed(user) == ["Málaga"]


async def test_arrows_choose_and_enter_opens(start: Start, stored: MakeDraft) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title, personen=title)
    async with start() as user:
        await user.hammer("down", "down", "up", "enter")
        await user.at(QuestionScreen)
        assert user.area.text == "Twee"
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.press("pagedown", "enter")
        await user.at(QuestionScreen)
        assert user.area.text == "Een"


async def test_the_mouse_opens(start: Start, stored: MakeDraft) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title, personen=title)
    async with start() as user:
        await user.click("#list", Offset(3, 2))
        await user.at(QuestionScreen)
        assert user.area.text == "Twee"


async def test_opening_twice_in_a_hurry_opens_once(start: Start, stored: MakeDraft) -> None:
    stored("Een")
    async with start() as user:
        await user.click("#list", Offset(3, 0), times=2)
        await user.at(QuestionScreen)
        assert len(user.app.screen_stack) == 2
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.hammer("enter", "enter")
        await user.at(QuestionScreen)
        assert len(user.app.screen_stack) == 2


async def test_a_new_report_is_begun_from_the_list(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Een")
    async with start() as user:
        await user.press("ctrl+n")
        await user.at(QuestionScreen)
        await user.write("2")
        await user.press("f10")
        await user.ended()
    assert {draft.title for draft in store.drafts()[0]} == {"Een", "Reis 24 november 2026"}


async def test_a_report_gets_another_title(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Een", doel="Leren.")
    async with start() as user:
        for key, title in (("f6", "Gent"), ("ctrl+t", "Brugge")):
            await user.press(key)
            await user.at(TitleDialog)
            await user.press("ctrl+u")
            await user.write(title)
            await user.press("enter")
            await user.hears(f"heet nu '{title}'")
            await user.sees(f"▌ {title}\n")
            assert listed(user) == [title]
        assert store.load(draft.id).answers == {"doel": "Leren."}
        await user.press("f6", "escape")
        await user.at(ReportsScreen)
    assert store.load(draft.id).title == "Brugge"


async def test_the_bin_and_back(start: Start, stored: MakeDraft, store: DraftStore) -> None:
    first, second = stored("Een"), stored("Twee")
    before = store.path(first.id).read_bytes()
    async with start() as user:
        await user.press("ctrl+z")
        await user.until(
            lambda: user.said == "Je hebt nu niets weggegooid. Wat er eerder lag, vind je met F9."
        )
        await user.press("delete")
        await user.until(lambda: listed(user) == ["Een"])
        await user.press("delete")
        await user.sees("Nog geen verslagen")
        assert user.said == "'Een' ligt in de prullenbak. Terughalen: Ctrl+Z, of later met F9."
        assert {binned.id for binned in store.binned()[0]} == {first.id, second.id}
        await user.press("ctrl+z")
        await user.until(lambda: listed(user) == ["Een"])
        await user.press("ctrl+z")
        await user.until(lambda: listed(user) == ["Twee", "Een"])
        assert store.binned() == ([], [])
        assert store.path(first.id).read_bytes() == before


async def test_of_two_reports_thrown_away_in_a_hurry_both_are(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title)
    async with start() as user:
        await user.hammer("delete", "delete")
        await user.until(lambda: listed(user) == ["Een"])
        assert "'Twee' ligt in de prullenbak." in user.said
        assert "Dat lukt niet" not in user.said
    assert {draft.title for draft in store.binned()[0]} == {"Drie", "Twee"}


async def test_a_new_report_begins_with_the_answers_of_another(
    start: Start, stored: MakeDraft, store: DraftStore, clock: Clock
) -> None:
    draft = stored("Brugge", place=Place("doel", 0, 3), doel="Leren.")
    store.save(draft.finish(clock()))
    async with start() as user:
        await user.press("f5", "escape", "f5")
        await user.sees("Nieuw verslag met dit als begin")
        assert user.value == "Brugge (kopie)"
        await user.press("ctrl+u")
        await user.write("Gent")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Gent", "Vraag 1 van 7")
        await user.press("escape")
        await user.until(lambda: listed(user) == ["Gent", "Brugge"])
        await user.sees("▌ 1 van 7 beantwoord", "  afgerond")
    assert {made.title: made.answers for made in store.drafts()[0]} == {
        "Brugge": {"doel": "Leren."},
        "Gent": {"doel": "Leren."},
    }


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
            for strip in user.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert marked == ["Gent", "Großmarkt", "Großmarkt"]


async def test_of_thousands_of_reports_only_those_in_view_are_drawn(start: Start) -> None:
    draft = new_draft("", MOMENT)
    drafts = [replace(draft, id=str(number), title=f"Reis {number}") for number in range(9999)]
    entries = [Entry(draft, SearchableReport(draft.title, {})) for draft in drafts]
    drawn: set[int] = set()
    async with start() as user:
        reports = user.screen.query_one(ReportList)
        draw = reports._draw

        def noted(row: int, width: int) -> list[Content]:
            drawn.add(row)
            return draw(row, width)

        reports.query_one(LongList)._draw = noted
        reports.display = True
        reports.show(entries, "5000")
        await user.sees("▌ Reis 5000\n")
        assert len(drawn) < 24
        user.screen.set_focus(reports.query_one("#search"))
        await user.write("reis 77")
        await user.sees("▌ Reis 77\n", "  Reis 177")
        assert len(drawn) < 96


async def test_a_broken_file_is_listed_with_its_line_and_left_alone(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Goed")
    path = store.directory / "stuk.toml"
    path.write_text('versie = 1\ntitel = "x\n', encoding="utf-8")
    before = path.read_bytes()
    async with start() as user:
        await user.sees("stuk", "onleesbaar · regel 2: beschadigd of verkeerd getypt")
        await user.sees("2 verslagen, 1 onleesbaar")
        await user.press("down", "f3")
        await user.at(VersionsScreen)
        await user.press("escape", "f5", "f6", "f7", "delete")
        await user.at(ReportsScreen)
        assert str(path) in user.said
        assert "regel 2" in user.said
        assert "blijft zoals het is" in user.said
        await user.press("enter")
        await user.at(VersionsScreen)
        await user.sees("onleesbaar: regel 2", "Er zijn geen eerdere versies")
        await user.press("enter", "escape")
        await user.at(ReportsScreen)
        await user.write("stuk")
        assert listed(user) == ["stuk"]
    assert path.read_bytes() == before


async def test_an_earlier_version_takes_the_place_of_a_broken_file(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Gent", personen="Zes")
    store.versions(draft.id).keep(draft)
    store.path(draft.id).write_bytes(b"stuk")
    async with start() as user:
        await user.press("enter")
        await user.sees("versie 1", "1 van 7 beantwoord", "Zes")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Gent")
    assert store.load(draft.id).answers == {"personen": "Zes"}
    assert store.versions(draft.id).numbers() == [2, 1]


async def test_the_chosen_one_is_previewed_beside_a_wide_list(
    start: Start, stored: MakeDraft
) -> None:
    stored("Een", doel="Het eerste doel.")
    stored("Twee", doel="Het tweede doel.")
    async with start(size=(120, 40)) as user:
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS", "Het tweede doel.")
        await user.press("down")
        await user.sees("Het eerste doel.")
        await user.write("geen een")
        await user.until(lambda: "DIENSTREIS" not in user.shown)
        await user.resize(80, 24)
        await user.press("escape")
        await user.until(lambda: len(listed(user)) == 2)
        assert "DIENSTREIS" not in user.shown
        await user.resize(120, 40)
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS")


async def test_what_was_just_typed_is_in_the_list(start: Start, draft: Draft, clock: Clock) -> None:
    async with start(draft) as user:
        await user.hammer(*"zes", "escape")
        await user.at(ReportsScreen)
        await user.sees("1 van 7 beantwoord · zojuist")
        assert clock() == MOMENT


async def test_a_very_long_report_is_listed_as_quickly_as_any(
    start: Start, stored: MakeDraft
) -> None:
    stored("Lang " * 200, doel="reis naar Gent\n" * 70_000)
    async with start(size=(120, 40)) as user:
        await user.sees("Lang Lang", "reis naar Gent")
        shown = user.screen.query_one("#report").virtual_size.height
        assert shown < 1_000
        await user.press("f10")
        await user.ended()


async def test_beside_the_list_it_is_told_where_a_long_answer_was_cut(
    start: Start, stored: MakeDraft
) -> None:
    stored("Gent", doel="reis " * 1_000, vervolg="Ja.")
    async with start(size=(200, 80)) as user:
        await user.sees("reis …", "Ja.")
