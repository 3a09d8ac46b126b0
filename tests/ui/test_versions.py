"""The screen of earlier versions: what changed since each, and the way back."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.geometry import Offset
from textual.widgets import OptionList

from reisverslag_tui.core.differences import Difference, differences
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from tests.clock import Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import PATIENCE

Write = Callable[[str], None]


@pytest.fixture
def draft(stored: MakeDraft) -> Draft:
    return stored("Gent", doel="Kijken hoe het moet.", duur="4 dagen")


@pytest.fixture
def write(draft: Draft, store: DraftStore, clock: Clock) -> Write:
    """Change the goal of the trip, an hour later."""

    def change(text: str) -> None:
        clock.forward(hours=1)
        store.change(draft.id, lambda stored: stored.answer("doel", text, clock()))

    return change


@pytest.mark.time
async def test_what_changed_since_a_version_is_shown_in_words(
    start: Start, draft: Draft, write: Write
) -> None:
    write("Kijken hoe het kan.")
    write("Leren hoe het kan.")
    async with start(draft) as user:
        await user.press("f12")
        await user.at(VersionsScreen)
        await user.sees(
            "versie 2 · vandaag 15:33", "versie 1 · vandaag 14:33", "sindsdien veranderd: Doel"
        )
        await user.sees("[-Kijken-][+Leren+] hoe het kan.")
        await user.press("down")
        await user.sees("[-Kijken-][+Leren+] hoe het [-moet.-][+kan.+]")
        assert "4 dagen" not in user.shown


async def test_a_version_is_put_back_and_that_is_undone_in_the_same_way(
    start: Start, draft: Draft, write: Write, store: DraftStore
) -> None:
    write("Leren hoe het kan.")
    async with start(draft) as user:
        await user.press("ctrl+g", "3", "f12")
        await user.press("enter")
        await user.hears("Teruggezet")
        await user.sees("gelijk aan nu")
        await user.saved()
        assert store.load(draft.id).answers["doel"] == "Kijken hoe het moet."
        await user.press("enter")
        await user.until(lambda: store.load(draft.id).answers["doel"] == "Leren hoe het kan.")
        await user.press("enter", "escape")
        await user.at(QuestionScreen)
        assert user.area.text == "Kijken hoe het moet."
        await user.press("ctrl+z")
        assert user.area.text == "Leren hoe het kan."
        await user.saved()
        assert user.answers()["doel"] == "Leren hoe het kan."


async def test_one_answer_of_a_version_comes_back_and_the_others_stay(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Gent", personen="2", doel="Leren.\nEn doen.", vervolg="")
    store.versions(draft.id).keep(draft)
    now = replace(draft, answers={"personen": "3", "doel": "Niets.", "vervolg": "Nieuw."})
    store.save(now)
    async with start(now) as user:
        await user.press("ctrl+g", "3", "f12")
        await user.sees("A Eén antwoord")
        await user.press("a")
        await user.sees("Welk antwoord zet je terug?")
        listed = user.screen.query_one(OptionList)
        assert [option.id for option in listed.options] == ["personen", "doel", "vervolg"]
        await user.hammer("down", "enter", "escape")
        await user.at(QuestionScreen)
        await user.saved()
        assert user.answers() == {**now.answers, "doel": "Leren.\nEn doen."}
        kept = store.versions(draft.id).all()[0].content
        assert isinstance(kept, Draft)
        assert kept.answers == now.answers  # and can come back itself
        await user.press("ctrl+z")
        assert user.area.text == "Niets."
        await user.press("f12", "down", "a")
        await user.click("OptionList", Offset(3, 0))
        await user.at(VersionsScreen)
        await user.saved()
        assert user.answers() == {**now.answers, "personen": "2"}


async def test_an_answer_that_is_emptied_while_writing_comes_back(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        await user.press("ctrl+g", "3")
        await user.write("Een hele zin die weg gaat.")
        await user.saved()
        await user.press("f7", "delete")
        await user.saved()
        assert user.answers().get("doel", "") == ""
        await user.press("f12")
        await user.sees("[-Een hele zin die weg gaat.-]")
        await user.press("enter", "escape")
        await user.saved()
        assert user.answers()["doel"] == "Een hele zin die weg gaat."


async def test_without_versions_it_says_when_they_come(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("f12")
        await user.sees("nog geen eerdere versies")
        await user.press("enter", "escape")
        await user.at(QuestionScreen)


async def test_up_from_the_newest_version_does_not_lead_to_the_oldest(
    start: Start, draft: Draft, write: Write
) -> None:
    for text in ("Een.", "Twee.", "Drie."):
        write(text)
    async with start(draft) as user:
        await user.press("f12", "up")
        listed = user.screen.query_one(OptionList)
        assert listed.highlighted == 0
        await user.press(*["down"] * 9)
        assert listed.highlighted == listed.option_count - 1 > 0


async def test_a_damaged_version_is_named_and_can_not_be_put_back(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    store.versions(draft.id).keep_bytes(b"stuk [")
    async with start(draft) as user:
        await user.press("f12")
        await user.sees("versie 1", "onleesbaar", "regel 1")
        await user.press("enter")
        await user.hears("versie 1 is onleesbaar")
        await user.press("escape")
        await user.at(QuestionScreen)
    assert store.load(draft.id).answers == draft.answers


async def test_what_took_long_to_compare_is_not_said_of_another_version(
    start: Start,
    draft: Draft,
    write: Write,
    store: DraftStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.versions(draft.id).keep_bytes(b"stuk [")
    write("Leren hoe het kan.")
    write("Leren hoe het moet.")
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()

    def slowly(earlier: Draft, later: Draft, form: Form) -> tuple[Difference, ...]:
        begun.set()
        go_on.wait(PATIENCE)
        done.set()
        return differences(earlier, later, form)

    monkeypatch.setattr("reisverslag_tui.ui.screens.versions.differences", slowly)
    async with start(draft) as user:
        await user.press("f12")
        await asyncio.to_thread(begun.wait, PATIENCE)
        await user.press("down", "down")
        await user.sees("Onleesbaar: regel 1")
        go_on.set()
        await asyncio.to_thread(done.wait, PATIENCE)
        await user.settled()
        assert "Onleesbaar: regel 1" in user.shown


async def test_markup_in_a_version_is_shown_as_it_was_typed(
    start: Start, draft: Draft, write: Write
) -> None:
    write("[b]vet[/b] [/] :smile: [@click=app.quit]hier[/]")
    write("kort")
    async with start(draft, size=(120, 40)) as user:
        await user.press("f12")
        await user.sees("[b]vet[/b] [/] :smile: [@click=app.quit]hier[/]")


async def test_a_long_piece_that_stayed_is_shortened(
    start: Start, draft: Draft, write: Write
) -> None:
    same = " ".join(f"woord{number}" for number in range(200))
    write(f"Begin {same} eind.")
    write(f"Start {same} slot.")
    async with start(draft) as user:
        await user.press("f12")
        await user.sees("[-Begin-][+Start+] woord0", " ... ", "[-eind.-][+slot.+]")


async def test_what_changed_scrolls_by_page(start: Start, draft: Draft, write: Write) -> None:
    write("\n".join(f"regel {number}" for number in range(60)))
    write("weg")
    async with start(draft) as user:
        await user.press("f12")
        await user.sees("regel 3")
        await user.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        await user.sees("regel 59")
        await user.press("pageup", "pageup", "pageup", "pageup", "pageup", "pageup")
        await user.sees("Sindsdien veranderd")
