"""Finding a word in the report as it is read, laid out and as plain text."""

from textual.strip import Strip

from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.widgets.report_text import ReportText
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User

DOEL = "Het café. " + "Social Housing " * 9 + "Regel.\n" * 40 + "漢字 Cafe slot [/]"


def marked(user: User, attribute: str) -> list[str]:
    """What is in the report in bold and in reverse, or underlined."""
    report = user.screen.query_one(ReportText)
    strips: list[Strip] = [report.render_line(y) for y in range(report.size.height)]
    return [
        segment.text
        for segment in Strip.join(strips)
        if segment.style and segment.style.bold and getattr(segment.style, attribute)
    ]


async def _look_around(user: User) -> None:
    """Find in the form that is shown."""
    await user.hammer("slash", "ctrl+u", *"cafe")
    await user.sees("1 van 2", "Het café")
    assert marked(user, "reverse") == ["café"]
    assert marked(user, "underline") == ["Cafe"]
    await user.press("enter")
    await user.sees("2 van 2", "漢字 Cafe slot [/]")
    assert marked(user, "reverse") == ["Cafe"]
    await user.press("down")
    await user.sees("Verder vanaf het begin", "1 van 2", "Het café")
    await user.press("up")
    await user.sees("Verder vanaf het einde", "2 van 2", "Cafe slot")
    await user.hammer("ctrl+u", *"to/k")  # letters that are keys where nothing is typed
    await user.sees("Niets gevonden")
    assert user.value == "to/k"
    await user.hammer("ctrl+u", *"social housing")
    await user.sees("1 van 9")
    assert set(marked(user, "underline")) == {"Social Housing", "Social", "Housing"}
    await user.press("escape")
    await user.at(PreviewScreen)
    assert marked(user, "reverse") == []


async def test_hits_are_marked_and_come_into_view(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel=DOEL)) as user:
        await user.press("f3")
        await _look_around(user)
        await user.press("t")
        assert "────" not in user.shown
        await _look_around(user)


async def test_a_letter_less_leads_back_to_where_one_began(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel="Qua\n" + "Regel.\n" * 60 + "Quarto.")) as user:
        await user.press("f3")
        await user.hammer("slash", *"quar")
        await user.sees("1 van 1", "Quarto.")
        await user.hammer("backspace")
        await user.sees("1 van 2", "Qua\n")
        await user.hammer("enter", *["backspace"] * 2)  # going on is to begin anew
        await user.sees("Quarto.")
        await user.press("backspace")
        assert "Quarto." in user.shown


async def test_another_form_or_width_is_marked_anew(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel=DOEL)) as user:
        await user.press("f3", "slash")
        await user.hammer(*"cafe", "shift+tab", "tab")  # stays where one types
        await user.resize(40, 24)
        assert marked(user, "reverse") == ["café"]
        await user.press("escape", "t", "slash")
        assert "────" not in user.shown
        assert marked(user, "reverse") == ["café"]
        assert marked(user, "underline") == ["Cafe"]
        await user.press("ctrl+r")
        await user.hammer(*"ng social h", "down", "down", "down")
        await user.sees("4 van 8")
        assert "Housing Social Housing" in user.shown  # far to the right
        assert "Vervang" not in user.shown


async def test_one_goes_on_while_the_window_changes(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel=DOEL)) as user:
        await user.press("f3")
        await user.hammer("slash", *"cafe")
        assert isinstance(user.screen, PreviewScreen)
        user.screen.query_one(ReportText).on_resize()
        await user.screen.action_find_next()  # before the lines have come that are marked anew
        await user.sees("2 van 2", "Cafe slot")
        assert marked(user, "reverse") == ["Cafe"]


async def test_typographic_signs_are_marked_as_they_stand(start: Start, stored: MakeDraft) -> None:
    async with start(stored(doel="De regio’s, 1–2\xa0mei, ge\xadmeente …")) as user:
        await user.press("f3", "slash")
        for typed, found in (
            ("regio's", "regio’s"),
            ("1-2 mei", "1–2\xa0mei"),
            ("gemeente ...", "ge\xadmeente …"),
        ):
            await user.hammer("ctrl+u", *typed)
            await user.sees("1 van 1")
            assert marked(user, "reverse") == [found]
