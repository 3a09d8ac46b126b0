"""A report of a newer version of the program can be read, and nothing else."""

from pathlib import Path

import pytest

from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start

TEXT = """\
versie = 2
formulier = "dienstreis"
titel = "Uit de toekomst"
aangemaakt = 2026-11-23T15:04:05+01:00
vraag = "doel"
cursor = [0, 2]
iets_nieuws = [1, 2]

[antwoorden]
personen = "2"
duur = "3 dagen"
doel = "Leren."
locaties = "Gent"
ontmoet = "Een wethouder"
opbrengst = "Veel"
vervolg = "nee"
"""


@pytest.fixture
def newer(store: DraftStore) -> Path:
    store.directory.mkdir(parents=True)
    path = store.path("nieuw")
    path.write_text(TEXT, encoding="utf-8")
    return path


async def test_nothing_that_is_done_changes_the_file(
    start: Start, store: DraftStore, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    async with start(store.load("nieuw")) as user:
        await user.sees("Alleen lezen", "Leren.")
        await user.hears("nieuwere versie")
        await user.write("abc\u00a0")
        await user.paste("geplakt")
        await user.press("ctrl+x", "delete", "enter", "f4", "ctrl+z", "ctrl+s")
        assert user.area.text == "Leren."
        await user.press("ctrl+g", "1", "enter")
        assert user.question == "duur"
        await user.press("f2", "3", "f10")
        await user.ended()
    assert newer.read_text(encoding="utf-8") == TEXT


async def test_why_nothing_can_be_typed_is_said_once(
    start: Start, store: DraftStore, newer: Path
) -> None:
    async with start(store.load(newer.stem)) as user:
        user.app.clear_notifications()
        await user.press("right", "x")
        assert "nieuwere versie" in user.said
        user.app.clear_notifications()
        await user.press("y")
        assert user.said == ""


async def test_that_another_window_writes_the_report_is_said_to_who_types(
    start: Start, store: DraftStore, stored: MakeDraft
) -> None:
    with store.open(stored(doel="Leren.").id):
        async with start() as user:
            await user.press("enter", "enter")
            await user.at(QuestionScreen)
            await user.paste("geplakt")
            assert user.said.startswith("Alleen lezen: een ander venster")


async def test_it_is_never_said_to_be_saved(start: Start, store: DraftStore, newer: Path) -> None:
    async with start(store.load("nieuw")) as user:
        await user.write("x")
        await user.press("f2")
        assert user.status == "Alleen lezen"
        await user.press("escape", "escape")
        await user.at(ReportsScreen)
    assert newer.read_text(encoding="utf-8") == TEXT


async def test_it_is_not_said_to_be_finished(start: Start, store: DraftStore, newer: Path) -> None:
    async with start(store.load("nieuw")) as user:
        await user.press("f2", "f5")
        assert "Je verslag is afgerond" not in user.shown
    assert newer.read_text(encoding="utf-8") == TEXT


async def test_no_other_title_is_asked_for_that_would_not_be_kept(
    start: Start, store: DraftStore, newer: Path
) -> None:
    async with start(store.load("nieuw")) as user:
        await user.press("ctrl+t")
        assert "Titel van het verslag" not in user.shown
    assert newer.read_text(encoding="utf-8") == TEXT


async def test_the_list_says_why_it_can_not_be_renamed(start: Start, newer: Path) -> None:
    async with start() as user:
        await user.press("f6", *"x", "enter")
        await user.sees("nieuwere versie")
    assert newer.read_text(encoding="utf-8") == TEXT
