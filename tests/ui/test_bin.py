"""The bin: what lies there, the way back, and the way out for ever."""

import asyncio
import threading
from pathlib import Path

import pytest

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.flows.erase import EraseDialog, SurelyEraseDialog
from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.widgets.preview_pane import PreviewPane
from tests.clock import MOMENT, Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import PATIENCE


def left_of(store: DraftStore) -> list[Path]:
    """All files that there still are."""
    data = store.directory.parent
    return [path for path in data.rglob("*.toml") if path.name != "gewoonten.toml"]


async def test_the_bin_and_back(start: Start, stored: MakeDraft, store: DraftStore) -> None:
    first, second = stored("Een"), stored("Twee")
    before = store.path(first.id).read_bytes()
    async with start() as user:
        await user.press("ctrl+z")
        await user.until(
            lambda: user.said == "Je hebt nu niets weggegooid. Wat er eerder lag, vind je met F9."
        )
        await user.press("delete")
        await user.until(lambda: user.listed == ["Een"])
        await user.press("delete")
        await user.sees("Nog geen verslagen")
        assert user.said == "'Een' ligt in de prullenbak. Terughalen: Ctrl+Z, of later met F9."
        assert {binned.id for binned in store.binned()[0]} == {first.id, second.id}
        await user.press("ctrl+z")
        await user.until(lambda: user.listed == ["Een"])
        await user.press("ctrl+z")
        await user.until(lambda: user.listed == ["Twee", "Een"])
        assert store.binned() == ([], [])
        assert store.path(first.id).read_bytes() == before


async def test_of_two_reports_thrown_away_in_a_hurry_both_are(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    for title in ("Een", "Twee", "Drie"):
        stored(title)
    async with start() as user:
        await user.hammer("delete", "delete")
        await user.until(lambda: user.listed == ["Een"])
        assert "'Twee' ligt in de prullenbak." in user.said
        assert "Dat lukt niet" not in user.said
    assert {draft.title for draft in store.binned()[0]} == {"Drie", "Twee"}


@pytest.mark.time
async def test_what_was_thrown_away_is_found_and_put_back(
    start: Start, stored: MakeDraft, store: DraftStore, clock: Clock
) -> None:
    for title in ("Gent", "Málaga", "Oslo"):
        store.throw_away(stored(title, doel=f"Naar {title}, om te leren.").id)
    kept = stored("Brugge")
    clock.forward(minutes=5)
    async with start(size=(120, 40)) as user:
        await user.press("f9")
        await user.at(BinScreen)
        await user.sees("Prullenbak", "3 verslagen", "6 minuten geleden")
        await user.sees("Enter Terugzetten   Del Wissen")
        assert user.listed == ["Oslo", "Málaga", "Gent"]
        await user.sees("Naar Oslo, om te leren.")
        pane = user.screen.query_one(PreviewPane)
        await user.write("malaga")
        await user.sees("1 van 3", "Doel: Naar Málaga")
        await user.press("enter")
        await user.hears("'Málaga' staat weer tussen je verslagen.")
        await user.press("escape")
        await user.until(lambda: user.listed == ["Oslo", "Gent"])
        await user.press("down", "ctrl+z")
        await user.hears("'Gent' staat weer tussen je verslagen.")
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.sees("▌ Gent")  # the last that was put back is chosen
        pane.scroll_below([])
        assert user.listed == ["Brugge", "Málaga", "Gent"]
    assert {draft.title for draft in store.drafts()[0]} == {"Brugge", "Málaga", "Gent"}
    assert store.load(kept.id).title == "Brugge"


async def test_a_narrow_terminal_tells_rather_the_way_back_than_how_to_erase(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    store.throw_away(stored("Gent").id)
    async with start(size=(40, 12)) as user:
        await user.press("f9")
        await user.sees("▌ Gent", "Esc Terug")
        assert "Wissen" not in user.shown


async def test_nothing_is_erased_but_after_two_yeses_and_then_all_of_it(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Geheim", doel="Niemand")
    for doel in ("mag dit", "ooit lezen"):
        store.versions(draft.id).keep(draft.answer("doel", doel, MOMENT))
    store.throw_away(draft.id)
    (store.bin_directory / "stuk.toml").write_bytes(b"stuk")
    async with start() as user:
        await user.press("f9")
        await user.sees("2 verslagen, 1 onleesbaar")
        before = left_of(store)
        await user.press("delete")
        await user.at(EraseDialog)
        await user.sees("'Geheim' en alle 2 eerdere versies ervan worden gewist")
        await user.press("enter")
        await user.at(BinScreen)
        await user.press("delete", "right", "enter")
        await user.at(SurelyEraseDialog)
        await user.sees("Is dit het goede verslag?", "1 van 7 beantwoord")
        await user.press("enter")
        await user.at(BinScreen)
        assert left_of(store) == before
        await user.press("delete", "right", "enter", "right", "enter")
        await user.hears("'Geheim' is gewist.")
        await user.until(lambda: user.listed == ["stuk"])
        assert left_of(store) == [store.bin_directory / "stuk.toml"]
        await user.press("delete", "right", "enter", "right", "enter")
        await user.sees("De prullenbak is leeg.", "0 verslagen")
        await user.press("delete", "enter", "ctrl+z", "escape")
        await user.at(ReportsScreen)
    assert left_of(store) == []


async def test_a_key_right_after_del_is_for_the_question_that_comes(
    start: Start, stored: MakeDraft, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = stored("Gent")
    store.throw_away(draft.id)
    go_on, erased = threading.Event(), store.versions_to_erase

    def slowly(draft_id: str) -> list[int]:
        go_on.wait(PATIENCE)
        return erased(draft_id)

    monkeypatch.setattr(store, "versions_to_erase", slowly)
    async with start() as user:
        await user.press("f9")
        await user.sees("▌ Gent")
        asyncio.get_running_loop().call_later(0.1, go_on.set)  # the disk answers after the keys
        await user.hammer("delete", "right", "enter")
        await user.at(SurelyEraseDialog)
    assert not store.drafts()[0]


async def test_what_is_erased_in_a_hurry_is_asked_twice_and_not_put_back(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Een")
    async with start() as user:
        await user.press("delete", "f9")
        await user.hammer("delete", "right", "enter", "right", "enter")
        await user.hears("'Een' is gewist.")
        await user.at(BinScreen)
    assert not left_of(store)


async def test_the_example_can_be_thrown_away_time_and_again(
    start: Start, store: DraftStore
) -> None:
    async with start() as user:
        for number in (1, 2):
            await user.press("f4")
            await user.at(QuestionScreen)
            await user.press("escape")
            await user.sees("1 verslag\n")
            await user.press("delete")
            await user.sees("Nog geen verslagen")
            assert len(store.binned()[0]) == number


async def test_what_would_take_the_place_of_a_report_stays_in_the_bin(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Gent")
    store.throw_away(draft.id)
    store.save(draft.rename("Ander Gent"))
    async with start() as user:
        await user.press("f9")
        await user.sees("▌ Gent")
        await user.press("enter")
        await user.hears(f"er staat al een verslag met de naam {draft.id}.toml")
        assert user.listed == ["Gent"]
    assert store.load(draft.id).title == "Ander Gent"


@pytest.mark.parametrize("fails", [False, True])
async def test_what_became_of_erasing_is_told_where_one_went_meanwhile(
    start: Start,
    stored: MakeDraft,
    store: DraftStore,
    monkeypatch: pytest.MonkeyPatch,
    fails: bool,
) -> None:
    store.throw_away(stored("Gent").id)
    begun, go_on, erase = threading.Event(), threading.Event(), store.erase

    def slowly(draft_id: str) -> None:
        begun.set()
        go_on.wait(PATIENCE)
        if fails:
            raise StorageError("schijffout")
        erase(draft_id)

    monkeypatch.setattr(store, "erase", slowly)
    async with start() as user:
        await user.press("f9")
        await user.sees("▌ Gent")
        await user.press("delete", "right", "enter", "right", "enter")
        await user.until(begun.is_set)
        await user.press("escape")
        await user.at(ReportsScreen)
        go_on.set()
        await user.hears("Dat lukt niet: schijffout" if fails else "'Gent' is gewist.")
    assert bool(left_of(store)) == fails
