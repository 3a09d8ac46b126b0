"""The report that is open, as a plain object on a real store."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.autosave import Autosaver, Outcome, Saved
from reisverslag_tui.ui.editing import Editing
from tests.ui.user import MOMENT, Clock


def _silent(_outcome: Outcome) -> None:
    pass


@pytest.fixture
def saver(store: DraftStore, clock: Clock) -> Iterator[Autosaver]:
    made = Autosaver(store.save, _silent, clock)
    yield made
    made.close(20.0)


Save = Callable[[], Outcome | None]


@pytest.fixture
def save(editing: Editing, saver: Autosaver) -> Save:
    """Have stored what is not yet, and wait for it."""

    def now() -> Outcome | None:
        editing.hand_over()
        return saver.flush(20.0)

    return now


@pytest.fixture
def editing(draft: Draft, saver: Autosaver, clock: Clock) -> Editing:
    return Editing(draft, saver, clock, stored=False)


def test_a_new_report_is_stored_at_its_first_change(
    editing: Editing, save: Save, store: DraftStore, draft: Draft
) -> None:
    editing.move(Place("duur"))
    editing.answer("duur", "")
    assert save() is None
    assert not store.path(draft.id).exists()
    editing.answer("duur", "4 dagen")
    assert save() == Saved(editing.draft.id, MOMENT)
    assert store.load(draft.id) == editing.draft
    assert store.load(draft.id).place == Place("duur")


def test_the_same_answer_is_no_change(
    editing: Editing, save: Save, store: DraftStore, clock: Clock
) -> None:
    editing.answer("duur", "4 dagen")
    save()
    clock.forward(hours=1)
    editing.answer("duur", "4 dagen")
    assert save() == Saved(editing.draft.id, MOMENT)
    assert store.load(editing.draft.id).modified == MOMENT


def test_the_place_is_stored_on_leaving(editing: Editing, save: Save, store: DraftStore) -> None:
    editing.rename("Gent")
    save()
    editing.move(Place("doel", 2, 5))
    save()
    assert store.load(editing.draft.id).place == Place("doel", 2, 5)


def test_a_finished_report_says_since_when(editing: Editing, save: Save, store: DraftStore) -> None:
    editing.finish()
    save()
    assert store.load(editing.draft.id).finished == MOMENT


def test_a_report_that_may_only_be_read_is_never_saved(
    draft: Draft, saver: Autosaver, store: DraftStore, clock: Clock
) -> None:
    newer = replace(draft, version=2)
    editing = Editing(newer, saver, clock, stored=True)
    editing.answer("duur", "4 dagen")
    editing.rename("Gent")
    editing.finish()
    editing.move(Place("doel"))
    editing.hand_over()
    assert saver.flush(20.0) is None
    assert not saver.pending
    assert editing.draft.answers == {}
    assert not store.directory.exists()


def test_closing_saves_the_last_change(
    editing: Editing, saver: Autosaver, store: DraftStore
) -> None:
    editing.answer("duur", "4 dagen")
    editing.answer("duur", "5 dagen")
    saver.close(20.0)
    assert store.load(editing.draft.id).answers == {"duur": "5 dagen"}
