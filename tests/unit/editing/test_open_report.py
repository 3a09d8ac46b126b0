"""The report that is open, as a plain object on a real store."""

from collections.abc import Callable, Iterator

import pytest

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.editing.autosave import Outcome, Saved
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.errors import InUse
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT, Clock


def _silent(_editing: OpenReport, _outcome: Outcome) -> None:
    pass


Save = Callable[[], Outcome | None]


@pytest.fixture
def save(editing: OpenReport) -> Save:
    """Have stored what is not yet, and wait for it."""

    def now() -> Outcome | None:
        editing.hand_over()
        return editing.flush(20.0)

    return now


@pytest.fixture
def editing(draft: Draft, store: DraftStore, clock: Clock) -> Iterator[OpenReport]:
    made = OpenReport(draft, store.begin(draft), _silent, clock, stored=False)
    yield made
    made.close(20.0)


def test_a_new_report_is_stored_at_its_first_change(
    editing: OpenReport, save: Save, store: DraftStore, draft: Draft
) -> None:
    editing.move(Place("duur"))
    editing.answer("duur", "")
    assert save() is None
    assert not store.path(draft.id).exists()
    editing.answer("duur", "4 dagen")
    assert save() == Saved(MOMENT)
    assert store.load(draft.id) == editing.draft
    assert store.load(draft.id).place == Place("duur")


def test_the_same_answer_is_no_change(
    editing: OpenReport, save: Save, store: DraftStore, clock: Clock
) -> None:
    editing.answer("duur", "4 dagen")
    save()
    clock.forward(hours=1)
    editing.answer("duur", "4 dagen")
    assert save() == Saved(MOMENT)
    assert store.load(editing.draft.id).modified == MOMENT


def test_the_place_is_stored_on_leaving(editing: OpenReport, save: Save, store: DraftStore) -> None:
    editing.change(editing.draft.rename("Gent"))
    save()
    editing.move(Place("doel", 2, 5))
    save()
    assert store.load(editing.draft.id).place == Place("doel", 2, 5)


def test_a_report_that_may_only_be_read_is_never_saved(
    draft: Draft, store: DraftStore, clock: Clock
) -> None:
    editing = OpenReport(draft, None, _silent, clock, stored=True)
    editing.answer("duur", "4 dagen")
    editing.change(draft.rename("Gent"))
    editing.move(Place("doel"))
    editing.hand_over()
    assert editing.flush(20.0) is None
    assert editing.read_only
    assert not editing.pending
    assert editing.draft.answers == {}
    assert not store.directory.exists()


def test_closing_saves_the_last_change_and_lets_others_in(
    editing: OpenReport, store: DraftStore
) -> None:
    editing.answer("duur", "4 dagen")
    editing.answer("duur", "5 dagen")
    editing.flush(20.0)
    with pytest.raises(InUse):
        store.open(editing.draft.id)
    editing.answer("duur", "6 dagen")
    editing.close(20.0)
    with store.open(editing.draft.id) as session:
        assert session.draft.answers == {"duur": "6 dagen"}
