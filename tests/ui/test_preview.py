"""The report as it will be read, and its ways out of the program."""

from pathlib import Path

import pytest
from textual.widgets import Input

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.path import PathDialog
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.widgets.report_text import ReportText
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, User

LONG = "Een woord dat telkens terugkomt. " * 8


async def _save_as(user: User, path: str) -> None:
    await user.at(PathDialog)
    await user.press("ctrl+k", "ctrl+u")
    await user.paste(path)
    await user.press("enter")


async def test_the_report_is_laid_out_and_at_one_key_the_plain_text(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel=LONG, vervolg="nee\n- lijst")
    async with start(draft, size=(100, 60)) as user:
        await user.press("f3")
        await user.at(PreviewScreen)
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS", "────", "  (nog niet ingevuld)", "  nee")
        await user.press("t")
        await user.until(lambda: "────" not in user.shown)
        assert render_plain(draft, FORM) in f"{user.shown}\n"
        assert user.text("#report") == render_plain(draft, FORM)
        await user.press("t")
        await user.sees("────")


async def test_the_plain_text_is_not_wrapped_again_in_a_narrow_terminal(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel=LONG)
    async with start(draft, size=(40, 60)) as user:
        await user.press("f3", "t")
        lines = render_plain(draft, FORM).split("\n")
        await user.sees(*(line[:38].rstrip() for line in lines))
        assert user.screen.query_one("#report").region.height == len(lines)


async def test_a_file_is_named_after_the_title_of_now(start: Start, stored: MakeDraft) -> None:
    async with start(stored("Gent")) as user:
        await user.press("f3", "f2", "ctrl+t", "ctrl+u")
        await user.write("Brugge")
        await user.press("enter", "escape")
        await user.at(PreviewScreen)
        await user.press("o")
        await user.sees("~/Brugge.txt")


async def test_it_is_saved_in_the_home_or_where_one_says(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    draft = stored("Reis naar Gent / Brugge", doel=LONG)
    text = render_plain(draft, FORM)
    async with start(draft) as user:
        await user.press("f3", "o")
        await user.at(PathDialog)
        await user.sees("~/Reis-naar-Gent-Brugge.txt")
        await user.press("enter")
        home = tmp_path / "home" / "Reis-naar-Gent-Brugge.txt"
        await user.until(lambda: user.said == f"Het verslag staat in {home}")
        assert home.read_text(encoding="utf-8") == text
        await user.press("o")
        await _save_as(user, f"{tmp_path}/uit voer.txt")
        await user.until(lambda: (tmp_path / "uit voer.txt").exists())
        assert (tmp_path / "uit voer.txt").read_text(encoding="utf-8") == text
        await user.press("o")
        await user.at(PathDialog)
        completion = user.screen.query_one(Input).suggester
        await user.press("escape")
        await user.at(PreviewScreen)
        assert completion
        await completion.get_suggestion("~")  # of a directory that is read late


async def test_a_file_that_exists_is_replaced_only_if_one_says_so(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    draft = stored(doel="Leren.")
    path = tmp_path / "verslag.txt"
    path.write_text("van iemand anders", encoding="utf-8")
    async with start(draft) as user:
        await user.press("f3", "o")
        await _save_as(user, str(path))
        await user.at(ChoiceDialog)
        await user.sees("Bestand vervangen?", "bestaat al")
        await user.press("enter")
        await user.at(PathDialog)
        await user.sees("Kies een ander bestand.")
        assert user.value == str(path)
        assert path.read_text(encoding="utf-8") == "van iemand anders"
        await user.press("enter")
        await user.at(ChoiceDialog)
        await user.press("right", "enter")
        await user.until(lambda: user.said == f"Het verslag staat in {path}")
        assert path.read_text(encoding="utf-8") == render_plain(draft, FORM)


async def test_a_place_that_can_not_be_written_says_why_and_keeps_what_was_typed(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    (tmp_path / "bestand").touch()
    async with start(stored()) as user:
        await user.press("f3", "o")
        for name, why in (
            ("bestand/a.txt", "geen map"),
            ("nergens/a.txt", "bestaat niet"),
            (f"{'x' * 300}.txt", "te lang"),
            ("x" * 300, "te lang"),
            (f"{'x' * 300}/a.txt", "bestaat niet"),
        ):
            await _save_as(user, f"{tmp_path}/{name}")
            await user.sees("Dat lukt niet: ")
            assert why in user.text("#text")
            assert user.value == f"{tmp_path}/{name}"
        await user.press("escape")
        await user.at(PreviewScreen)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bestand", "data", "home"]


async def test_a_directory_says_that_it_is_one(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    async with start(stored()) as user:
        await user.press("f3", "o")
        await _save_as(user, str(tmp_path))
        await user.sees("dit is een map")


async def test_copying_claims_nothing(start: Start, stored: MakeDraft) -> None:
    draft = stored(doel="Leren.")
    async with start(draft) as user:
        await user.press("f3", "k")
        await user.until(lambda: user.app.clipboard == render_plain(draft, FORM))
        assert "Niet elke terminal neemt dat aan" in user.said
        assert "gekopieerd" not in user.said.casefold()


async def test_it_is_opened_from_the_list_too(
    start: Start, stored: MakeDraft, tmp_path: Path
) -> None:
    draft = stored(doel="Leren.")
    async with start() as user:
        await user.press("f3")
        await user.at(PreviewScreen)
        await user.sees("  Leren.")
        await user.press("f2")
        await user.at(PreviewScreen)  # no report is open
        await user.press("escape")
        await user.at(ReportsScreen)
        await user.press("f7", "down", "enter")
        await _save_as(user, f"{tmp_path}/lijst.txt")
        await user.until(lambda: (tmp_path / "lijst.txt").exists())
        assert (tmp_path / "lijst.txt").read_text(encoding="utf-8") == render_plain(draft, FORM)


async def test_the_newest_text_is_shown_at_once(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.hammer(*"zes", "f3")
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS", "  zes")


async def test_a_long_report_is_wrapped_for_one_width_alone(
    start: Start, stored: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    resized = ReportText.on_resize

    def noted(report: ReportText) -> None:
        widths.append(report.size.width)
        resized(report)

    monkeypatch.setattr(ReportText, "on_resize", noted)
    async with start(stored("Gent", doel="Een zin over het doel. " * 500)) as user:
        await user.press("f3")
        await user.at(PreviewScreen)
        await user.settled()
        assert len(widths) == 1
