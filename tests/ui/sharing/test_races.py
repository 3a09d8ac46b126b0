"""Two texts while other things happen: typing on, leaving, stopping, a disk that is slow."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.atomic import write_whole
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.versions import Versions
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.path import PathDialog
from reisverslag_tui.ui.flows.conflict import ChangedDialog, Conflict, TakenOverDialog
from reisverslag_tui.ui.flows.in_use import InUseDialog
from reisverslag_tui.ui.flows.leave import LeaveDialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from tests.clock import Clock
from tests.ui.conftest import MakeDraft, Start
from tests.ui.sharing.conftest import opened, write_outside

PATIENCE = 20.0


class Gate:
    """Holds up who comes by, until it is opened."""

    def __init__(self) -> None:
        self._busy = threading.Event()
        self._free = threading.Event()

    def pass_through(self) -> None:
        self._busy.set()
        assert self._free.wait(PATIENCE)

    @property
    def is_held(self) -> bool:
        return self._busy.is_set()

    def open(self) -> None:
        self._free.set()


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open()


def all_text(store: DraftStore) -> str:
    """Return all that is kept anywhere."""
    places = (store.directory, store.versions_directory)
    files = [path for place in places for path in place.rglob("*.toml")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("stop", [True, False])
async def test_who_stops_before_choosing_loses_neither_text(
    start: Start, draft: Draft, store: DraftStore, stop: bool
) -> None:
    async with start() as user:
        await opened(user)
        await user.write("Alles wat ik schreef. ")
        await user.saved()
        write_outside(store, draft, "Alles wat ik schreef. Leren.", "Buiten.")
        await user.at(ChangedDialog)
        if stop:
            await user.press("f10")
            await user.ended()
    assert "Alles wat ik schreef." in all_text(store)
    assert store.load(draft.id).answers["doel"] == "Buiten."


async def test_with_unsaved_text_one_chooses_before_stopping(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        await user.press("f10")
        await user.hears("Kies eerst")
        await user.press("right", "enter")
        await user.at(QuestionScreen)
        await user.sees("Opgeslagen")
        assert user.answers()["doel"] == "Hier. Leren."


async def test_who_left_meanwhile_is_not_asked(
    start: Start, draft: Draft, store: DraftStore, monkeypatch: pytest.MonkeyPatch, gate: Gate
) -> None:
    load = DraftStore.load

    def slowly(asked: DraftStore, draft_id: str) -> Draft:
        gate.pass_through()
        return load(asked, draft_id)

    async with start() as user:
        await opened(user)
        await user.write("Hier. ")
        await user.saved()
        monkeypatch.setattr(DraftStore, "load", slowly)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.until(lambda: gate.is_held)
        await user.press("escape")
        await user.at(ReportsScreen)
        gate.open()
        await user.until(lambda: not user.app.workers)
        await user.at(ReportsScreen)
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.sees("Hier. Buiten.")


async def test_what_is_typed_while_the_text_in_the_window_wins_is_saved_with_it(
    start: Start,
    draft: Draft,
    store: DraftStore,
    monkeypatch: pytest.MonkeyPatch,
    gate: Gate,
) -> None:
    overwrite_external_change = Session.overwrite_external_change

    def slowly(session: Session) -> None:
        gate.pass_through()
        overwrite_external_change(session)

    monkeypatch.setattr(Session, "overwrite_external_change", slowly)
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        await user.press("right", "enter")
        await user.until(lambda: gate.is_held)
        await user.write("Verder. ")
        gate.open()
        await user.until(lambda: store.load(draft.id).answers["doel"] == "Hier. Verder. Leren.")
    assert "Buiten." in all_text(store)


async def test_two_reports_are_made_without_opening_one_anew(
    start: Start, draft: Draft, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> Session:
        raise StorageError("schijffout")

    async with start() as user:
        await opened(user)
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.write("Hier. ")
        await user.at(ChangedDialog)
        monkeypatch.setattr(DraftStore, "open", refuse)
        await user.press("enter")
        await user.until(lambda: not user.app.workers)
        await user.at(QuestionScreen)
        await user.write("Verder. ")
        await user.press("f10")
        await user.ended()
    assert "Hier. Verder. Leren." in all_text(store)


async def test_the_text_of_a_newer_version_of_the_program_is_only_read(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "versie = 1", "versie = 2")
        write_outside(store, draft, "Leren.", "Buiten.")
        await user.at(ChangedDialog)
        await user.press("right", "right", "enter")
        await user.at(QuestionScreen)
        await user.sees("Alleen lezen", "Buiten.")
        await user.write("Hier. ")
        assert user.area.text == "Buiten."


async def test_a_difference_that_is_none_is_no_question(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        write_outside(store, draft, "versie = 1", "versie = 1\n# met de hand")
        await user.until(lambda: "# met de hand" not in all_text(store).split("versie = 1")[1])
        await user.at(QuestionScreen)
    assert "# met de hand" in all_text(store)


async def test_what_was_undone_stays_so_where_one_may_only_read(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        await user.write("Hier. ")
        await user.saved()
        with store.open(draft.id, take_over=True):
            await user.at(TakenOverDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            await user.press("ctrl+z", "ctrl+y")
            assert user.area.text == "Hier. Leren."


async def test_a_report_that_is_taken_over_is_not_said_to_be_finished(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start() as user:
        await opened(user)
        await user.press("f2", "f5")
        await user.at(ChoiceDialog)
        with store.open(draft.id, take_over=True):
            await user.at(TakenOverDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            assert "afgerond" not in user.shown
    assert store.load(draft.id).finished is None


async def test_a_slow_save_of_one_report_is_not_said_of_the_next(
    start: Start, stored: MakeDraft, monkeypatch: pytest.MonkeyPatch, gate: Gate
) -> None:
    stored("Een", doel="AAA")
    stored("Twee", doel="BBB")
    save = Session.save

    def slowly(session: Session, changed: Draft) -> None:
        gate.pass_through()
        save(session, changed)

    monkeypatch.setattr(Session, "save", slowly)
    async with start() as user:
        await opened(user)
        await user.write("2")
        await user.sees("Opslaan ...")
        gate.open()
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.press("down", "enter")
        await user.at(QuestionScreen)
        assert user.status == "Alles opgeslagen"


def test_a_save_that_was_held_up_gives_the_lock_back(
    draft: Draft,
    store: DraftStore,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    gate: Gate,
) -> None:
    session = store.open(draft.id)
    save = Session.save

    def slowly(saved: Session, changed: Draft) -> None:
        gate.pass_through()
        save(saved, changed)

    monkeypatch.setattr(Session, "save", slowly)
    editing = OpenReport(session.draft, session, lambda *_: None, clock, stored=True)
    editing.answer("doel", "meer")
    editing.close(0.01)
    gate.open()
    editing.close(PATIENCE)
    assert store.load(draft.id).answers["doel"] == "meer"
    store.open(draft.id).close()


async def test_what_is_typed_while_it_is_saved_elsewhere_is_not_given_up(
    start: Start, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: Gate
) -> None:
    def refuse(_session: Session, _draft: Draft) -> None:
        raise StorageError("schijf vol")

    def slowly(path: Path, data: bytes, *, mode: int, overwrite: bool) -> object:
        gate.pass_through()
        return write_whole(path, data, mode=mode, overwrite=overwrite)

    monkeypatch.setattr(Session, "save", refuse)
    monkeypatch.setattr("reisverslag_tui.ui.flows.write_file.write_whole", slowly)
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("Een. ")
        await user.press("f10")
        await user.at(LeaveDialog)
        await user.press("right", "enter")
        await user.at(PathDialog)
        await user.press("f10")
        await user.hears("Terug met Esc")
        await user.press("ctrl+u")
        await user.write(str(tmp_path / "home" / "kopie.toml"))
        await user.press("enter")
        await user.until(lambda: gate.is_held)
        await user.write("Twee. ")
        gate.open()
        await user.sees("Je verslag staat in")
        await user.press("enter")
        await user.at(LeaveDialog)
        assert user.running


async def test_a_report_that_opens_too_late_is_left_to_others(
    start: Start, draft: Draft, store: DraftStore, monkeypatch: pytest.MonkeyPatch, gate: Gate
) -> None:
    whole = DraftStore.open

    def slowly(self: DraftStore, draft_id: str, *, take_over: bool = False) -> Session:
        if take_over:
            gate.pass_through()
        return whole(self, draft_id, take_over=take_over)

    with store.open(draft.id):
        async with start() as user:
            monkeypatch.setattr(DraftStore, "open", slowly)
            await user.press("enter")
            await user.at(InUseDialog)
            await user.press("right", "enter")
            await user.until(lambda: gate.is_held)
            await user.press("ctrl+n")
            await user.at(QuestionScreen)
            gate.open()
            await user.until(lambda: not user.app.workers)
            assert user.text("#title") == "Reis 24 november 2026"
            store.open(draft.id).close()


async def test_a_version_that_comes_too_late_is_not_shown_in_what_another_window_took(
    start: Start, draft: Draft, store: DraftStore, monkeypatch: pytest.MonkeyPatch, gate: Gate
) -> None:
    load = Versions.load

    def slowly(versions: Versions, number: int) -> Draft:
        gate.pass_through()
        return load(versions, number)

    monkeypatch.setattr(Conflict, "calm", 0.3)
    monkeypatch.setattr(Versions, "load", slowly)
    store.versions(draft.id).keep(draft.answer("doel", "Vroeger.", draft.created))
    async with start(draft) as user:
        await user.press("ctrl+g", "3", "f12")
        await user.at(VersionsScreen)
        with store.open(draft.id, take_over=True):
            await user.until(lambda: any(each.group == "contested" for each in user.app.workers))
            user.app.post_message(events.Key("enter", "\r"))
            async with asyncio.timeout(PATIENCE):
                while user.app.check_action("save", ()):  # it is not for reading only yet
                    await asyncio.sleep(0)
            assert gate.is_held
            gate.open()
            await user.at(TakenOverDialog)
            await user.press("enter")
            await user.at(QuestionScreen)
            assert user.area.text == "Leren."
