"""What was rescued is offered: at the start, and when its report is opened."""

from dataclasses import replace
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.rescue import rescue
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.flows.offer_rescued import RescuedDialog
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


@pytest.fixture
def rescued(stored: MakeDraft, store: DraftStore) -> tuple[Draft, Path]:
    """A report that is stored, and where a later text of it was rescued to."""
    draft = stored("Gent", doel="Oude tekst.")
    path = rescue(replace(draft, answers={"doel": "Nieuwe tekst."}), store.path(draft.id))
    assert path is not None
    return draft, path


async def _chooses(user: User, button: str) -> None:
    await user.at(RescuedDialog)
    await user.click(f"#{button}")


async def test_at_the_list_it_is_read_and_put_in_its_report(
    start: Start, store: DraftStore, rescued: tuple[Draft, Path]
) -> None:
    draft, path = rescued
    async with start() as user:
        await user.at(RescuedDialog)
        assert "'Gent'" in user.text(".text")
        assert "Anders dan in het verslag is: Doel." in user.text(".text")
        await user.press("enter")
        await user.at(PreviewScreen)
        await user.sees("Nieuwe tekst.")
        assert path.exists()
        await user.press("escape")
        await _chooses(user, "put-in")
        await user.at(ReportsScreen)
        await user.hears("Wat er stond vind je daar met F12.")
        await user.until(lambda: not path.exists())
    assert store.load(draft.id).answers == {"doel": "Nieuwe tekst."}
    (version,) = store.versions(draft.id).all()
    assert isinstance(version.content, Draft)
    assert version.content.answers == {"doel": "Oude tekst."}


async def test_later_is_asked_again_when_the_report_is_opened(
    start: Start, store: DraftStore, rescued: tuple[Draft, Path]
) -> None:
    draft, path = rescued
    async with start() as user:
        await _chooses(user, "later")
        await user.at(ReportsScreen)
        await user.press("enter")
        await _chooses(user, "put-in")
        await user.at(QuestionScreen)
        await user.until(lambda: not path.exists())
        await user.press("ctrl+g", "3")
        assert user.area.text == "Nieuwe tekst."
        await user.press("escape")
        await user.at(ReportsScreen)
    assert store.load(draft.id).answers == {"doel": "Nieuwe tekst."}
    assert len(store.versions(draft.id).all()) == 1


async def test_a_report_that_is_opened_at_the_start_is_offered_its_text(
    start: Start, store: DraftStore, rescued: tuple[Draft, Path]
) -> None:
    draft, path = rescued
    async with start(draft) as user:
        await user.at(RescuedDialog)
        await user.press("escape")
        await user.at(QuestionScreen)
        assert path.exists()
        await user.press("escape")
        await user.at(ReportsScreen)
    assert path.exists()
    assert store.load(draft.id).answers == {"doel": "Oude tekst."}


async def test_another_report_only_tells_that_there_is_some(
    start: Start, stored: MakeDraft, rescued: tuple[Draft, Path]
) -> None:
    _, path = rescued
    async with start(stored("Parijs")) as user:
        await user.hears("Er is ook geredde tekst van een ander verslag.")
        await user.press("escape")
        await user.at(RescuedDialog)
    assert path.exists()


async def test_what_can_not_be_read_is_told_once(start: Start, rescued: tuple[Draft, Path]) -> None:
    _, path = rescued
    path.write_text("versie = \n", encoding="utf-8")
    async with start() as user:
        await user.hears("geredde tekst die niet gelezen kan worden")
        assert str(path) in user.said
    assert path.exists()


async def test_a_save_that_fails_keeps_the_rescued_file(
    start: Start, store: DraftStore, rescued: tuple[Draft, Path]
) -> None:
    draft, path = rescued
    store.versions_directory.touch()  # no version can be kept
    async with start(draft) as user:
        await _chooses(user, "put-in")
        await user.hears("Dat lukt niet")
    assert path.exists()
    assert store.load(draft.id).answers == {"doel": "Oude tekst."}
