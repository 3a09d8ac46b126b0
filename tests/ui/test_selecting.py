"""Text that is selected with the mouse, and copied."""

import pytest
from textual.geometry import Offset

from reisverslag_tui.core.draft import Place
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.widgets.report_text import ReportText
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import FORM, Size, User

DOEL = "Leren van é 漢字 [b]anderen[/b].\n\n- een\n  - twee\n" + "lang " * 30 + "tot slot"
KEYS = ("", "f1", "f2", "f3", "f3 t", "f11", "f12", "ctrl+o", "ctrl+g", "ctrl+t", "shift+f11")
OTHER = "van een ander programma"


def place_of(user: User, text: str) -> Offset:
    """Where a text begins on the screen."""
    lines = user.shown.split("\n")
    y = next(number for number, line in enumerate(lines) if text in line)
    before = lines[y].partition(text)[0]
    return Offset(len(before) + sum(char in "漢字" for char in before), y)


async def copied(user: User, first: str, last: str) -> str:
    """Select from the first letter of one text to the last of another, and copy that."""
    end = place_of(user, last) + Offset(len(last) - 1, 0)
    await user.drag(place_of(user, first), end)
    await user.press("ctrl+c")
    return user.app.clipboard


@pytest.mark.parametrize("size", [(80, 60), (100, 60)])
async def test_of_the_report_that_is_laid_out_what_is_selected_is_copied(
    start: Start, stored: MakeDraft, size: Size
) -> None:
    async with start(stored(doel=DOEL), size=size) as user:
        await user.press("f3")
        await user.at(PreviewScreen)
        assert await copied(user, "van", "anderen[") == "van é 漢字 [b]anderen["
        assert await copied(user, "漢", "字 ") == "漢字"
        shown = await copied(user, "WAT WAS", "slot")
        assert shown.startswith(f"WAT WAS HET DOEL VAN DE REIS?\n{DOEL[:60]}")
        assert "  lang" not in shown
        assert " ".join(shown.split()).endswith(" ".join(DOEL.split()))
        assert all(line == line.rstrip() for line in shown.split("\n"))
        title = await copied(user, "VERSLAG BUITENL", "PERSONEN")
        assert title == "VERSLAG BUITENLANDSE DIENSTREIS\n\nHOEVEEL PERSONEN"
        assert user.said == ""


async def test_what_is_selected_in_the_plain_text_is_copied_to_the_letter(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel=DOEL)
    async with start(draft, size=(100, 60)) as user:
        await user.press("f3", "t")
        assert await copied(user, "van é", "- twee") == DOEL[6:].partition("\nlang")[0]
        below = Offset(5, place_of(user, "ZIJN ER").y + 3)  # the empty line that it ends with
        await user.drag(below, below + Offset(5, 0))
        user.app.copy_to_clipboard(OTHER)
        await user.press("ctrl+c")
        assert user.app.clipboard == OTHER
        await user.hears("Stoppen doe je met F10")
        await user.drag(place_of(user, "VERSLAG BUITEN"), below)
        await user.press("ctrl+c")
        assert user.app.clipboard == render_plain(draft, FORM).strip()


@pytest.mark.parametrize("keys", KEYS)
async def test_nothing_that_is_selected_empties_the_clipboard(
    start: Start, stored: MakeDraft, keys: str
) -> None:
    draft = stored(doel=f"{DOEL}\tna een tab\n\n")
    async with start(draft, size=(170, 40)) as user:
        await user.press(*keys.split())
        for begin, end in ((3, 1), (165, 35)), ((130, 20), (60, 10)), ((130, 20), (150, 24)):
            user.app.copy_to_clipboard(OTHER)
            await user.drag(Offset(*begin), Offset(*end))
            await user.press("ctrl+c")
            assert user.running
            assert user.app.clipboard


async def test_beside_a_question_and_a_list_the_report_can_be_copied_from_too(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(place=Place("vervolg"), doel=DOEL)
    async with start(draft, size=(170, 50)) as user:
        await user.sees("WAT WAS HET", "Leren van é")
        assert await copied(user, "WAT WAS HET", "van é") == (
            "WAT WAS HET DOEL VAN DE REIS?\nLeren van é"
        )
    async with start(size=(170, 50)) as user:
        await user.sees("WAT WAS HET DOEL")
        assert await copied(user, "- een", "- twee") == "- een\n  - twee"


async def test_what_is_selected_is_highlighted_also_where_something_was_found(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel=DOEL)) as user:
        for keys in ([], ["t"]):
            await user.press("f3", *keys, "slash", *"leren")
            await user.sees("1 van 1")
            assert await copied(user, "Leren", "é ") == "Leren van é"
            report = user.screen.query_one(ReportText)
            drawn = [part for y in range(report.size.height) for part in report.render_line(y)]
            usual = report.rich_style.bgcolor
            lit = [part for part in drawn if part.style and part.style.bgcolor != usual]
            assert "".join(part.text for part in lit).rstrip() == "Leren van é"
            assert all(part.style.color != part.style.bgcolor for part in lit if part.style)
            await user.press("escape", "escape")


async def test_cutting_nothing_leaves_the_clipboard(start: Start, stored: MakeDraft) -> None:
    async with start(stored("Gent")) as user:
        user.app.copy_to_clipboard(OTHER)
        await user.press("ctrl+t", "ctrl+u", "ctrl+x", "ctrl+c")
        assert user.app.clipboard == OTHER
