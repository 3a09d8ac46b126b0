"""The screen that tests keys: it shows each, obeys none, and can be left."""

from reisverslag_tui.ui.keyboard_test.probes import COPIED, PROBES
from reisverslag_tui.ui.keyboard_test.screen import KeyTestScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start


async def test_every_key_is_shown_and_none_is_obeyed(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        await user.press("f23")
        await user.at(KeyTestScreen)
        await user.sees("Typ een é: nog niet aangekomen.", "·F10", "2× Esc Terug")
        await user.write("éëï€")
        await user.sees("aangekomen: € (U+20AC)", "✓é  ✓ë  ✓ï  ✓€", "Druk op F1: nog niet")
        keys = [probe.id for probe in PROBES if len(probe.id) > 1][:-2]
        for key in (*keys, "tab", "ctrl+c", "ctrl+p", "f24"):
            await user.hammer(key)
            assert isinstance(user.screen, KeyTestScreen), key
            await user.sees(f"({key})")
        await user.sees("✓F10", "✓Shift+F1", "✓Ctrl+Q", "✓Ctrl+O", "✓Ctrl+S", "✓Shift+→")
        await user.sees("aangekomen: Shift+F12 (f24)", "Kopieer ergens een woord")
        assert not user.said
        await user.write("a")
        await user.sees("losse letters")
        await user.paste("Gent")
        await user.sees("geplakt 'Gent'", "✓plakken", "Op je klembord staat")
        assert user.app.clipboard == COPIED
        await user.paste("Gent")
        await user.sees("iets anders", "·klembord")
        await user.paste(COPIED)
        await user.sees("Klaar. Alles komt aan.", "✓klembord")
        await user.press("enter")
        await user.at(QuestionScreen)
        assert user.area.text == ""


async def test_what_does_not_come_is_explained_and_esc_twice_leaves(
    start: Start, stored: MakeDraft
) -> None:
    stored()
    async with start(size=(120, 40)) as user:
        await user.press("ctrl+o")
        await user.write("toetsenbord")
        await user.sees("Toetsen testen")
        await user.press("enter")
        await user.at(KeyTestScreen)
        await user.press("escape")
        await user.sees("Nog een keer Esc")
        await user.press("x", "escape")
        await user.at(KeyTestScreen)
        await user.press("x", *("enter",) * len(PROBES))
        await user.sees("Klaar. Bij wat niet", "✗é", "✗PgDn")
        await user.press(*("pagedown",) * 3)
        assert "✗é" not in user.shown
        await user.press(*("pageup",) * 3)
        await user.sees("✗é", "✓PgDn")
        await user.press("escape", "escape")
        await user.at(ReportsScreen)


async def test_the_way_out_is_told_in_a_small_terminal_too(start: Start) -> None:
    async with start(size=(40, 12)) as user:
        await user.press("f23")
        await user.at(KeyTestScreen)
        assert user.shown.split("\n")[-1] == " Enter Komt niet aan   2× Esc Terug"
