"""A report that another window or another program has too: nothing is lost, the user chooses."""

import os
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import DraftConflict
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.line import NumberDialog
from reisverslag_tui.ui.flows.conflict import ChangedDialog, TakenOverDialog
from reisverslag_tui.ui.flows.in_use import InUseDialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.clock import Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.sharing.conftest import kept_answers, opened, write_outside


async def test_a_report_that_is_open_elsewhere_can_be_read(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.")
    with store.open(draft.id):
        async with start() as user:
            await user.press("enter")
            await user.at(InUseDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            assert user.status == "Alleen lezen"
            await user.press("ctrl+g", "3")
            await user.write("meer")
            assert user.area.text == "Leren."
            await user.press("f12")
            await user.sees("nog geen eerdere versies")
            await user.press("escape", "escape")
            await user.at(ReportsScreen)
    assert store.load(draft.id).answers == {"doel": "Leren."}


async def test_keys_that_come_at_once_choose_what_they_are_meant_to(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.")
    with store.open(draft.id):
        async with start() as user:
            await user.press("enter")
            await user.at(InUseDialog)
            await user.hammer("right", "enter")
            await user.at(QuestionScreen)
            assert user.status == "Alles opgeslagen"


async def test_leaving_it_alone_opens_nothing(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    with store.open(stored().id):
        async with start() as user:
            await user.press("enter")
            await user.at(InUseDialog)
            await user.press("escape")
            await user.at(ReportsScreen)


async def test_a_window_that_is_taken_over_says_so_and_keeps_what_was_typed(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.")
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("Eerst. ")
        await user.saved()
        with store.open(draft.id, take_over=True) as other:
            await user.write("Nog iets. ")
            await user.at(TakenOverDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            assert user.status == "Alleen lezen"
            await user.write("weg")
            await user.until(lambda: user.area.text == "Eerst. Leren.")
            other.save(other.draft.answer("duur", "4 dagen", draft.created))
        assert store.load(draft.id).answers == {"doel": "Eerst. Leren.", "duur": "4 dagen"}
        assert "Eerst. Nog iets. Leren." in kept_answers(store, draft, "doel")


async def test_where_text_is_that_no_version_could_hold_is_told_until_it_is_read(
    start: Start, stored: MakeDraft, store: DraftStore, tmp_path: Path
) -> None:
    draft = stored(doel="Leren.")
    store.versions_directory.mkdir(parents=True)
    (store.versions_directory / draft.id).write_text("een bestand", encoding="utf-8")
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("Eerst. ")
        await user.saved()
        with store.open(draft.id, take_over=True):
            await user.write("Nog iets. ")
            await user.at(TakenOverDialog)
            await user.sees("Opslaan lukte niet. Je verslag staat in", "reisverslag open")
            assert "opgeslagen" not in user.shown
            (rescued,) = (tmp_path / "home").glob(f"{draft.id}-*.toml")
            assert "Eerst. Nog iets. Leren." in rescued.read_text(encoding="utf-8")


async def test_a_window_that_only_reads_shows_what_the_other_writes(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.", duur="4 dagen")

    def write(text: str) -> None:
        other.save(other.draft.answer("doel", text, draft.created).rename(f"Reis: {text}"))

    with store.open(draft.id) as other:
        async with start() as user:
            await user.press("enter")
            await user.at(InUseDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            await user.press("ctrl+g", "3", "right", "right")
            write("Leren en kijken.")
            await user.sees("Leren en kijken.", "Reis: Leren en")
            assert user.area.place.column == 2
            await user.press("f2")
            write("Kijken.")
            await user.sees("Kijken.", "4 dagen", "Reis: Kijken.")
            write("")
            await user.until(lambda: "Kijken." not in user.shown and "Vul in" in user.shown)
            await user.press("f3")
            write("Delen.")
            await user.sees("Delen.", "4 dagen")
            await user.press("escape", "escape", "f12")
            await user.sees("Eerdere versies", "Alleen lezen")
            write("Delen en meer dan dat.")
            await user.sees("[+", "en meer dan dat")


async def test_a_window_that_only_reads_says_from_when_the_text_is_that_it_shows(
    start: Start, draft: Draft, store: DraftStore, clock: Clock
) -> None:
    path = store.path(draft.id)
    with store.open(draft.id):
        async with start() as user:
            await user.press("enter")
            await user.at(InUseDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            away = path.rename(path.with_suffix(".weg"))
            await user.sees(f"Alleen lezen: van {clock():%H:%M}")
            clock.forward(hours=1)
            away.rename(path)
            await user.until(lambda: user.status == "Alleen lezen")
            write_outside(store, draft, "4 dagen", "5 dagen")
            await user.press("ctrl+g", "2")
            await user.sees("5 dagen")


@pytest.mark.parametrize("typed", ["Hier. ", ""])
async def test_what_a_killed_window_could_not_save_is_told_at_the_next_start(
    start: Start, draft: Draft, store: DraftStore, typed: str
) -> None:
    session = store.open(draft.id)
    write_outside(store, draft, "Leren.", "Leren. Buiten.")
    os.utime(store.path(draft.id), (1e9, 1e9))
    with pytest.raises(DraftConflict):
        session.save(draft.answer("doel", f"{typed}Leren.", draft.created))
    session.close()
    async with start() as user:
        await user.press("enter")
        await user.at(QuestionScreen)
        if typed:
            await user.hears("Bekijk die met F12")
        else:
            assert user.said == ""


async def test_it_is_noticed_without_typing_and_can_be_taken_back(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.")
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        with store.open(draft.id, take_over=True) as other:
            other.save(other.draft.answer("doel", "Kijken.", draft.created))
            await user.at(TakenOverDialog)
            await user.press("right", "enter")
            await user.at(QuestionScreen)
            await user.sees("Kijken.")
            await user.write("Eerst ")
            await user.saved()
            assert store.load(draft.id).answers == {"doel": "Eerst Kijken."}


async def test_nobody_waits_any_more_for_a_dialog_that_made_way_for_another(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(doel="Leren.")
    async with start(draft) as user:
        await user.press("f11", "down", "enter")  # another width
        await user.at(NumberDialog)
        with store.open(draft.id, take_over=True):
            await user.at(TakenOverDialog)
            await user.press("escape")
            await user.at(QuestionScreen)
            await user.until(lambda: not user.app.workers)


async def test_of_two_texts_the_one_in_the_window_can_win(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        await user.sees("Anders is: Doel")
        await user.press("right", "enter")
        await user.at(QuestionScreen)
        await user.write("Verder. ")
        await user.saved()
        assert user.answers()["doel"] == "Hier. Verder. Leren."
        assert "Buiten." in kept_answers(store, draft, "doel")


async def test_of_two_texts_the_one_in_the_file_can_win(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        await user.write("Hier. ")
        await user.saved()
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.at(ChangedDialog)
        await user.press("right", "right", "enter")
        await user.at(QuestionScreen)
        await user.sees("Hier. Buiten.")
        assert "Hier. Leren." in kept_answers(store, draft, "doel")
        await user.press("end")
        await user.write("!")
        await user.saved()
        assert user.answers()["doel"] == "Hier. Buiten.!"
        await user.press("ctrl+z", "ctrl+z")
        assert user.area.text == "Hier. Leren."


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_two_texts_can_both_be_kept(
    start: Start, draft: Draft, store: DraftStore, key: str
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        await user.press(key)
        await user.at(QuestionScreen)
        await user.sees("Gent (dit venster, 14:33)")
        await user.write("Verder. ")
        await user.saved()
    answers = {item.title: item.answers["doel"] for item in store.drafts()[0]}
    assert answers == {"Gent": "Buiten.", "Gent (dit venster, 14:33)": "Hier. Verder. Leren."}


async def test_a_file_that_became_unreadable_is_kept_too(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        store.path(draft.id).write_text("stuk [", encoding="utf-8")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        await user.sees("Het bestand kan nu", "regel 1")
        await user.press("right", "enter")
        await user.at(QuestionScreen)
        await user.until(lambda: store.drafts()[1] == [])
        assert user.answers()["doel"] == "Hier. Leren."
    versions = store.versions_directory / draft.id
    assert b"stuk [" in [path.read_bytes() for path in versions.iterdir()]


async def test_a_file_that_was_only_touched_or_removed_is_no_reason_to_ask(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    path = store.path(draft.id)
    async with start() as user:
        await opened(user)
        os.utime(path, ns=(1, 1))
        await user.write("Hier. ")
        await user.saved()
        path.unlink()
        await user.write("Daar. ")
        await user.saved()
        assert user.answers()["doel"] == "Hier. Daar. Leren."
        await user.at(QuestionScreen)


async def test_stopping_with_two_texts_asks_first(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.hammer(*"Hier. ", "f10")
        await user.at(ChangedDialog)
        await user.press("right", "enter")
        await user.until(lambda: not user.app.workers)
        await user.press("f10")
        await user.ended()
    assert store.load(draft.id).answers["doel"] == "Hier. Leren."


@pytest.mark.time
async def test_a_report_that_is_open_elsewhere_is_not_renamed_or_thrown_away(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    with store.open(draft.id):
        async with start() as user:
            await user.press("delete")
            await user.hears("nog open in een ander venster, sinds vandaag 14:33;")
            await user.sees("Gent")
    assert store.load(draft.id) == draft


@pytest.mark.time
async def test_since_when_a_report_is_open_elsewhere_is_by_the_clock_of_the_program(
    start: Start, draft: Draft, store: DraftStore, clock: Clock
) -> None:
    with store.open(draft.id):
        clock.forward(days=1)
        async with start() as user:
            await user.press("enter")
            await user.sees("Al open in een ander venster", "sinds gisteren 14:33")


async def test_the_lock_is_given_back_on_the_way_to_the_reports(
    start: Start, draft: Draft, store: DraftStore, clock: Clock, tmp_path: Path
) -> None:
    async with start() as user:
        await opened(user)
        await user.press("escape")
        await user.at(ReportsScreen)
        with store.open(draft.id) as session:
            session.save(session.draft.answer("duur", "5 dagen", clock()))
    assert not list((tmp_path / "data" / "concepten").glob(".*"))
