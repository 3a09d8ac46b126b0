"""Lists go on by themselves, and what is pasted is made plain; both can be undone."""

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


async def enter(user: User, then: str = "") -> None:
    """Press Enter, then type."""
    await user.press("enter")
    await user.write(then)


async def test_a_list_goes_on_and_ends_on_an_empty_item(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("  1. brood")
        await enter(user, "kaas")
        assert user.area.text == "  1. brood\n  2. kaas"
        await enter(user)
        await user.press("ctrl+z")
        assert user.area.text == "  1. brood\n  2. kaas"
        await enter(user)
        await enter(user)
        assert user.area.text == "  1. brood\n  2. kaas\n"
        await user.press("ctrl+z")
        assert user.area.text == "  1. brood\n  2. kaas\n  3. "
        await user.saved()
        assert user.answers() == {"doel": user.area.text}


async def test_enter_is_a_plain_new_line_where_no_list_goes_on(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("- brood")
        await user.press("home", "right")
        await enter(user)
        assert user.area.text == "-\n brood"
        await user.press("ctrl+z", "end", "shift+left", "shift+left")
        await enter(user)
        assert user.area.text == "- bro\n"
        await user.press("ctrl+g", "1")
        await user.write("- brood")
        await enter(user)
        assert user.question == "duur"
        await user.until(lambda: user.answers()["personen"] == "- brood")


async def test_no_marker_comes_twice_from_habit_or_from_a_terminal_that_pastes_as_keys(
    start: Start, draft: Draft
) -> None:
    pasted = "- brood\n- kaas\n\n1. wijn\nGenoeg - zo\n"
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("- brood")
        await enter(user, "- kaas")
        assert user.area.text == "- brood\n- kaas"
        await enter(user, "-5 graden - koud")
        assert user.area.text == "- brood\n- kaas\n- -5 graden - koud"
        await user.press("f9")
        await user.send(pasted.replace("\n", "\r").encode())
        assert user.area.text == pasted


async def test_a_list_goes_on_though_what_is_typed_comes_in_bundles(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        for bundle in ("- b", "ro", "od\rka", "as\r", "\r", "Ge", "noeg"):
            await user.send(bundle.encode())
        assert user.area.text == "- brood\n- kaas\nGenoeg"


async def test_undo_brings_back_what_was_pasted_and_then_what_it_replaced(
    start: Start, draft: Draft
) -> None:
    pasted, tidied = "•\tbrood\n•\tkaas\u00a0en wijn\n", "- brood\n- kaas en wijn\n"
    async with start(draft) as user:
        for question in ("1", "3"):
            await user.press("ctrl+g", question)
            await user.write("Weg hiermee")
            await user.press("f7")
            await user.paste(pasted)
            assert user.area.text == tidied
            assert user.said == (
                "Geplakt. Aangepast: 1 harde spatie, 2 opsommingstekens. "
                "Ctrl+Z zet het terug zoals het was."
            )
            await user.press("ctrl+z")
            assert user.area.text == pasted
            assert user.area.cursor_location == (2, 0)
            await user.saved()
            assert pasted in user.answers().values()
            await user.press("ctrl+z")
            assert user.area.text == "Weg hiermee"
            await user.press("ctrl+y", "ctrl+y")
            assert user.area.text == tidied
            await user.write("!")
            await user.press("ctrl+z")
            assert user.area.text == tidied
        await user.saved()
        assert user.answers() == {"personen": tidied, "doel": tidied}


async def test_a_paste_within_a_line_or_of_nothing_seen_can_be_undone_too(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.write("ab")
        await user.press("left")
        await user.paste("• 1\n• 2\u00a0")
        assert user.area.text == "a• 1\n- 2 b"
        await user.press("ctrl+z", "ctrl+z")
        assert user.area.text == "ab"
        await user.paste("\u00ad")
        assert user.area.text == "ab"
        await user.press("ctrl+z")
        assert user.area.text == "a\u00adb"
        await user.press("ctrl+z")
        assert user.area.text == "ab"
        await user.press("ctrl+z")
        assert user.area.text == ""
        user.app.clear_notifications()
        await user.paste("“Brood” – en kaas …\n- wijn\r\n")
        assert user.area.text == "“Brood” – en kaas …\n- wijn\n"
        assert user.said == ""  # nothing was changed


async def test_what_is_pasted_where_there_is_one_line_becomes_one(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("Gent", doel="Kijken,\n\tleren\nen doen")) as user:
        await user.press("ctrl+t", "ctrl+u")
        await user.paste("\nWerk\x07bezoek\r\nGent\n")
        assert user.value == "Werkbezoek Gent"
        await user.press("escape", "ctrl+g", "3", "f7", "ctrl+c", "ctrl+t", "ctrl+u", "ctrl+v")
        assert user.value == "Kijken,  leren en doen"
        await user.sees("Kijken,  leren en doen")
        await user.press("escape", "escape")
        await user.at(ReportsScreen)
        await user.paste("Kijken,\nleren")
        await user.sees("▌ Kijken, leren")


async def test_hyphens_of_word_are_hyphens_or_nothing(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.paste("e\x1email, bedrijfs\x1fgebouw\vnieuw")
        assert user.area.text == "e-mail, bedrijfsgebouw\nnieuw"
        assert user.said == ""
        await user.press("ctrl+t", "ctrl+u")
        await user.paste("E\x1email\x1f")
        assert user.value == "E-mail"
