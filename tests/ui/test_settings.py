"""The settings: from the file to the screen, and from the screen to the file."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import OptionList

from reisverslag_tui.storage.settings import read_settings
from reisverslag_tui.ui.dialogs.key import KeyDialog
from reisverslag_tui.ui.dialogs.line import NumberDialog
from reisverslag_tui.ui.dialogs.list import ThemeDialog
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.every import every_screen
from reisverslag_tui.ui.screens.help import HelpScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.settings import SettingsScreen
from reisverslag_tui.ui.settings_rows import rows
from reisverslag_tui.ui.widgets.top_bar import Status
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


async def go_to(user: User, line: str) -> None:
    """Open the settings, and put the choice on a line."""
    if not isinstance(user.screen, SettingsScreen):
        await user.press("f11")
        await user.at(SettingsScreen)
    listed = user.screen.query_one(OptionList)
    await user.press("home")
    while not str(listed.options[listed.highlighted or 0].prompt).startswith(line):
        await user.press("down")


def chosen(user: User) -> str:
    """The line that the choice is on, and its parts apart."""
    listed = user.screen.query_one(OptionList)
    assert listed.highlighted is not None
    return " ".join(str(listed.options[listed.highlighted].prompt).split())


def text_of(file: Path) -> str:
    return file.read_text() if file.exists() else ""


async def test_what_is_wrong_is_told_at_once_and_repaired_on_the_screen(
    start: Start, settings: Path, stored: MakeDraft
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(
        "# mijn keuze\nbreedte = 'breed' # tekens\nthema = 'paars'\nkleur = 1\n"
        "[toetsen]\nhulp = 'f2'\nonzin = 'f5'\n"
    )
    async with start(stored()) as user:
        assert user.said == "In je instellingen kloppen 4 dingen niet. Kijk met F11."
        await user.press("f11")
        await user.at(SettingsScreen)
        assert user.said == ""
        await user.sees('Regel 2: bij breedte kan "breed" niet', "Nu geldt 80.")
        await user.sees('Regel 3: bij thema kan "paars" niet', "Nu geldt donker.")
        await user.sees('Regel 6: bij hulp kan "f2" niet', "F2 is al van 'Antwoorden'")
        await user.sees('Regel 7: bij onzin kan "f5" niet', "Dit doet nu niets.")
        await user.press("enter")
        await user.until(lambda: chosen(user) == "Breedte van de platte tekst 80 tekens breedte")
        await user.press("enter")
        await user.at(NumberDialog)
        await user.press("ctrl+u", *"10001", "enter")
        await user.sees("Dit is een getal van 0 tot en met 10000.", "10001")
        await user.press("ctrl+u", *"100", "enter")
        await user.until(lambda: chosen(user) == "Breedte van de platte tekst 100 tekens breedte")
        assert "Regel 2" not in user.shown
        await user.press("end")
        await user.sees("Regel 4: kleur ken ik niet.", "Verander dit in het bestand zelf.")
    assert settings.read_text() == (
        "# mijn keuze\nbreedte = 100 # tekens\nthema = 'paars'\nkleur = 1\n"
        "[toetsen]\nhulp = 'f2'\nonzin = 'f5'\n"
    )


async def test_a_theme_is_seen_while_it_is_chosen_and_saved_with_enter(
    start: Start, settings: Path
) -> None:
    async with start() as user:
        assert user.app.theme == "donker"
        await go_to(user, "Thema")
        await user.press("enter")
        await user.at(ThemeDialog)
        await user.press("down")
        assert user.app.theme == "licht"
        await user.press("escape")
        assert user.app.theme == "donker"
        assert not settings.exists()
        await user.press("enter", "down", "enter")
        await user.until(lambda: chosen(user) == "Thema licht thema")
        assert user.app.theme == "licht"
        await user.press("ctrl+l")
        assert user.app.theme == "donker"
        await user.hears("Alleen voor nu. Kies met F11 wat het altijd is.")
        assert settings.read_text() == 'thema = "licht"\n'
        await user.press("delete")
        await user.until(lambda: chosen(user) == "Thema donker thema")
    assert settings.read_text() == ""


@pytest.mark.parametrize("theme", ["nord", "ansi-dark"])
async def test_the_program_begins_in_the_theme_that_was_chosen(
    start: Start, settings: Path, stored: MakeDraft, theme: str
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(f"thema = '{theme}'\n")
    async with start(stored(doel="x"), size=(120, 40)) as user:
        assert user.app.theme == theme
        await user.press("f2", "f3", "ctrl+l")
        assert user.app.theme == "licht"
        await user.press("ctrl+l")
        assert user.app.theme == theme


async def test_what_is_on_or_off_changes_with_enter_and_says_that_it_waits(
    start: Start, settings: Path
) -> None:
    async with start() as user:
        await go_to(user, "Muis")
        await user.sees("programma opnieuw start.")
        await user.press("enter")
        await user.until(lambda: chosen(user) == "Muis uit muis")
        assert settings.read_text() == "muis = false\n"
        await user.press("enter")
        await user.until(lambda: chosen(user) == "Muis aan muis")
        await user.press("escape")
        await user.at(ReportsScreen)


async def test_each_of_a_burst_of_changes_is_saved_and_the_choice_stays_where_it_went(
    start: Start, settings: Path
) -> None:
    async with start() as user:
        await go_to(user, "Muis")
        await user.hammer("enter", "enter", "enter", "down", "enter", "up", "up")
        await user.until(lambda: text_of(settings) == "muis = false\nkitty = true\n")
        await user.until(lambda: "Kitty-toetsenbord                   aan" in user.shown)
        assert chosen(user) == "Pauze bij opslaan geen bewaarpauze"
        await user.hammer("down", "enter", "down", "enter", "delete", "escape")
        await user.at(ReportsScreen)
        await user.until(lambda: text_of(settings) == "muis = true\n")
        await go_to(user, "Thema")
        await user.press("enter", "down")
        await user.hammer("enter", "escape")  # left before that is saved
        await user.until(lambda: 'thema = "licht"' in text_of(settings))
        await go_to(user, "Thema")
        await user.until(lambda: chosen(user) == "Thema licht thema")
        assert user.app.theme == "licht"
        await go_to(user, "Muis")
        await user.hammer("enter", "down", "enter", "f10")
        await user.ended()
        assert text_of(settings) == 'muis = false\nthema = "licht"\nkitty = true\n'


async def test_a_setting_may_be_saved_just_when_a_screen_is_gone_to(
    start: Start, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, switch = asyncio.Event(), Preferences.switch

    async def slowly(preferences: Preferences, name: str) -> None:
        await switch(preferences, name)
        await go_on.wait()

    monkeypatch.setattr(Preferences, "switch", slowly)
    async with start() as user:
        await go_to(user, "Muis")
        await user.press("enter", "escape")
        await user.at(ReportsScreen)
        await user.until(lambda: text_of(settings) == "muis = false\n")
        preferences = Preferences(read_settings(settings), every_screen)
        go_on.set()
        await user.app.push_screen(SettingsScreen(preferences, Status("")))
        await go_to(user, "Muis")
        assert chosen(user) == "Muis uit muis"


async def test_what_can_not_be_saved_is_told_and_stays_as_it_was(
    start: Start, settings: Path
) -> None:
    async with start() as user:
        await go_to(user, "Thema")
        settings.mkdir(parents=True)
        await user.press("enter", "down", "enter")
        await user.hears("Niet opgeslagen: ")
        assert user.app.theme == "donker"
        assert chosen(user) == "Thema donker thema"
        await go_to(user, "Muis")
        await user.press("enter")
        await user.settled()
        assert chosen(user) == "Muis aan muis"


async def test_another_key_is_pressed_named_everywhere_and_given_back(
    start: Start, settings: Path, stored: MakeDraft
) -> None:
    async with start(stored(), size=(100, 70)) as user:
        await go_to(user, "Hulp")
        await user.press("enter")
        await user.at(KeyDialog)
        await user.press("f2")
        await user.sees("F2 kan niet: F2 is al van 'Antwoorden'.")
        await user.press("x")
        await user.sees("X kan niet: kies F1 tot en met F12")
        await user.press("ctrl+d")
        await user.until(lambda: chosen(user) == "Hulp Ctrl+D hulp")
        assert settings.read_text() == '[toetsen]\nhulp = "ctrl+d"\n'
        await user.sees("Ctrl+D Hulp")
        await user.press("escape", *"tekst")
        await user.at(QuestionScreen)
        await user.press("home", "f1", "ctrl+d")  # in the answer too, where it wipes a letter
        await user.at(HelpScreen)
        await user.sees("Ctrl+D")
        await user.press("escape", "ctrl+o", *"hulp")
        await user.sees("Ctrl+D")
        await user.press("escape")
        assert user.area.text == "tekst"
        await go_to(user, "Hulp")
        await user.press("delete")
        await user.until(lambda: chosen(user) == "Hulp F1 hulp")
        await user.press("escape", "f1")
        await user.at(HelpScreen)


async def test_what_names_a_key_names_the_one_that_was_chosen(
    start: Start, settings: Path, stored: MakeDraft
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(
        "[toetsen]\nstoppen = 'ctrl+b'\nvolgorde = 'ctrl+f2'\nprullenbak = 'f14'\n"
        "terughalen = 'ctrl+d'\n"
    )
    async with start(stored()) as user:
        await user.press("f13")
        await user.sees("Uitleg: Shift+F1")
        await go_to(user, "Uitleg tonen of niet")
        await user.press("enter")
        await user.at(KeyDialog)
        await user.press("ctrl+d")
        await user.sees("Ctrl+D")
        await user.press("escape")
        await user.sees("Uitleg: Ctrl+D")
        await user.press("escape", "ctrl+c")
        await user.hears("Stoppen doe je met Ctrl+B.")
        await user.sees("Op laatst gewijzigd (Ctrl+F2)")
        await go_to(user, "Andere volgorde")
        await user.press("delete", "escape")
        await user.sees("Op laatst gewijzigd (F8)")
        await user.press("delete")
        await user.hears("Terughalen: Ctrl+D, of later met Shift+F2.")


async def test_keys_that_change_places_a_letter_and_the_key_bar(
    start: Start, settings: Path, stored: MakeDraft
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(
        "[toetsen]\nhulp = 'F2'\nantwoorden = 'f1'\nplatte-tekst = 'x'\nstoppen = 'Shift+F10'\n"
        "volgende = 'ctrl+b, f21'\nvoorbeeld = 'Ctrl+F3'\n"
    )
    async with start(stored(doel="x"), size=(40, 12)) as user:
        await user.sees("Shift+F10 Stoppen")
        assert "Voorbeeld" not in user.shown  # it makes way, though Ctrl+F3 is not told to
        await user.press("ctrl+b", "f21")
        assert user.question == "doel"
        await user.press("f1", "ctrl+f3", "T", "X")
        await user.until(lambda: "-plain" in user.screen.query_one("#preview").classes)
        await user.press("x")
        await user.until(lambda: "-plain" not in user.screen.query_one("#preview").classes)
        await user.press("f2")
        await user.at(HelpScreen)
        await user.press("escape", "f10")
        assert user.running
        await user.press("f22")
        await user.ended()


async def test_with_a_pause_all_is_saved_at_once_where_it_must_be(
    start: Start, settings: Path, stored: MakeDraft
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("bewaarpauze = 60\n")
    async with start(stored()) as user:
        await user.write("a")
        await user.until(lambda: user.answers().get("personen") == "a")
        await user.write("b")
        await user.until(lambda: user.status == "Wordt zo opgeslagen")
        assert user.answers()["personen"] == "a"
        await user.press("ctrl+s")
        await user.until(lambda: user.answers()["personen"] == "ab")
        await user.write("c")
        user.app.save_now()  # what a signal does
        assert user.answers()["personen"] == "abc"
        await user.write("d")
        assert user.answers()["personen"] == "abc"
        await user.press("escape")
        await user.at(ReportsScreen)
        assert user.answers()["personen"] == "abcd"
        await user.sees("▌ Reis")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.write("e")
        await user.until(lambda: user.answers()["personen"] == "abcde")
        await user.write("f")
        await user.press("f10")
        await user.ended()
        assert user.answers()["personen"] == "abcdef"


def test_one_of_something_is_said_as_one(settings: Path) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("breedte = 1\nbewaarpauze = 1\n")
    preferences = Preferences(read_settings(settings), every_screen)
    listed = {row.label: row.shown for row in rows(preferences)}
    assert listed["Breedte van de platte tekst"] == "1 teken"
    assert listed["Pauze bij opslaan"] == "1 seconde"
