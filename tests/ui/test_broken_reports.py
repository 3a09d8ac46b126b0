"""A report that can't be read: it is listed, left alone, and an earlier version takes its place."""

from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from tests.ui.conftest import MakeDraft, Start


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
        assert user.listed == ["stuk"]
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
