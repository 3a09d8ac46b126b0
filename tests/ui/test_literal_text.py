"""What looks like markup or emoji code is shown and stored as it was typed, everywhere."""

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start

NASTY = "[bold] [/] [@click=app.quit]x[/] :smile: \\["
WIDE = (160, 50)


async def test_in_the_answer_and_on_every_screen_that_shows_it(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("Reis"), size=WIDE) as user:
        await user.paste(NASTY)
        await user.saved()
        assert user.answers() == {"personen": NASTY}
        await user.sees(NASTY)
        await user.press("f2")
        await user.at(AnswersScreen)
        await user.sees(NASTY)
        await user.press("f3")
        await user.sees("Voorbeeld", NASTY)
        await user.press("t")
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS\n", NASTY)
        await user.press("escape", "escape", "escape")
        await user.at(ReportsScreen)
        await user.sees(NASTY)  # in the preview beside the list


async def test_in_the_title_and_wherever_it_is_shown(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored("Reis")
    async with start(draft, size=WIDE) as user:
        await user.press("ctrl+t", "ctrl+u")
        await user.paste(NASTY)
        await user.sees(NASTY)
        await user.press("enter")
        await user.saved()
        assert store.load(draft.id).title == NASTY
        await user.sees(f"Verslag buitenlandse dienstreis  {NASTY}")
        await user.press("f2")
        await user.sees(NASTY)
        await user.press("escape", "escape")
        await user.at(ReportsScreen)
        await user.sees(f"▌ {NASTY} ")
        await user.press("f6")
        await user.sees("Titel van het verslag", NASTY)
        await user.press("enter")
        await user.sees("heet nu")
        assert user.said == f"Het verslag heet nu '{NASTY}'."
        await user.press("delete")
        await user.until(lambda: user.said.startswith(f"'{NASTY}' ligt in de prullenbak"))
        await user.press("ctrl+z")
        await user.until(lambda: user.said == f"'{NASTY}' staat weer tussen je verslagen.")


async def test_in_a_line_to_search_with(start: Start, stored: MakeDraft) -> None:
    stored(NASTY)
    async with start() as user:
        await user.write("[/] [@")
        await user.sees(NASTY)
        await user.write("x")
        await user.sees("Geen verslag gevonden.")


async def test_in_the_name_of_a_broken_file(start: Start, store: DraftStore) -> None:
    store.directory.mkdir(parents=True)
    (store.directory / "[bold]x[].toml").write_text("versie = ", encoding="utf-8")
    async with start(size=WIDE) as user:
        await user.sees("[bold]x[]", "onleesbaar")
        await user.press("f7")
        await user.until(lambda: "[bold]x[].toml" in user.said)
        await user.press("enter")
        await user.sees("Eerdere versies  [bold]x[]")


async def test_in_what_an_editor_is_called(
    start: Start, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "'[/]:smile:'")
    async with start(draft) as user:
        await user.press("f4")
        await user.until(lambda: user.said == "De editor '[/]:smile:' staat niet op deze computer.")
