"""Help, the key bar and the command palette: all of it Dutch, and made of the same keys."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from textual.binding import Binding
from textual.command import CommandList
from textual.dom import DOMNode

import reisverslag_tui.ui
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.active_commands import active_commands
from reisverslag_tui.ui.dialogs.dialog import Dialog
from reisverslag_tui.ui.flows.conflict import ChangedDialog
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.palette import Palette
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.help import HelpScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


def bar(user: User) -> list[str]:
    """The key bar of the screen that is on top."""
    return user.screen.query_one(KeyBar).listed


def offered(user: User) -> list[list[str]]:
    """The lines of the palette: each a command, and its key if it has one."""
    prompts = (str(option.prompt) for option in user.screen.query_one(CommandList).options)
    return [re.split("  +", prompt) for prompt in prompts]


def is_first(user: User, title: str) -> bool:
    return [line[0] for line in offered(user)[:1]] == [title]


def has_bar(user: User, wanted: list[str]) -> bool:
    return bar(user) == wanted


NOT_LISTED = ("help_quit",)
"""Actions of keys that are no command: they only answer a habit."""


def our_bindings() -> Iterator[tuple[str, Binding]]:
    """Every binding that a class of the program declares."""
    for module_info in pkgutil.walk_packages(reisverslag_tui.ui.__path__, "reisverslag_tui.ui."):
        module = importlib.import_module(module_info.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode):
                declared = (
                    vars(kind).get("BINDINGS", []) if kind.__module__ == module.__name__ else []
                )
                yield from ((kind.__name__, binding) for binding in declared)


def test_every_key_is_declared_once_has_an_id_and_says_in_dutch_what_it_does() -> None:
    declared = [bindings.HOW_TO_STOP, *(command.binding for command in bindings.commands())]
    assert all(key in declared for _kind, key in our_bindings())
    named = [(kind, key) for kind, key in our_bindings() if key.action not in NOT_LISTED]
    assert len(named) > 40
    for kind, binding in named:
        where = f"{kind}: {binding}"
        assert binding.id, where
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", binding.id), where
        assert binding.description, where
        assert binding.description[0].isupper(), where


def test_every_key_is_in_the_palette_by_other_words_or_left_out_on_purpose() -> None:
    for command in bindings.commands():
        assert bool(command.synonyms) != command.hidden, command
    ids = {binding.id for _kind, binding in our_bindings() if binding.id}
    assert ids == {command.id for command in bindings.commands()}


def test_a_command_is_found_again_by_its_binding() -> None:
    for command in bindings.commands():
        found = bindings.command_of(replace(command.binding, key="f20"))
        assert found
        assert replace(found, keys=command.keys) == command


async def test_help_lists_the_keys_of_the_screen_it_was_asked_on(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel="x")
    for first, ways in ((draft, ((), ("f2",), ("f3",))), (None, ((),))):
        async with start(first, size=(100, 70)) as user:
            for keys in ways:
                await user.press(*keys)
                asked_on = user.screen
                shown = {key.split(maxsplit=1)[1] for key in asked_on.query_one(KeyBar).listed}
                await user.press("f1")
                await user.at(HelpScreen)
                listed = active_commands(asked_on)
                assert shown <= {active.description for active in listed}
                lines = user.shown.split("\n")
                for active in listed:
                    key, text = active.key_label, active.description
                    assert any(key in line and text in line for line in lines), active
                assert bar(user) == ["Esc Sluiten", "F10 Stoppen"]
                await user.press("f1")
                assert user.screen is asked_on


async def test_help_begins_with_where_one_is_and_tells_where_keys_work(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="x"), size=(80, 48)) as user:
        await user.press("ctrl+g", "4", "f1")
        await user.at(HelpScreen)
        await user.sees("Welke locaties zijn bezocht?", "Een voorbeeld:", "- Stadhuis van Gent")
        assert "Overal" not in user.shown  # further down
        assert user.shown.index("Op dit scherm") < user.shown.index("Bij het typen")
        assert re.search(r"F8 of Ctrl\+P +Vorige", user.shown)
        assert re.search(r"Ctrl\+← +Een woord terug", user.shown)
        assert re.search(r"Esc +Naar verslagen", user.shown)
        assert "Naar antwoorden" not in user.shown
        await user.press("pagedown")
        await user.sees("Overal", "Shift+F11", "Toetsen testen")
        await user.press("escape")
        await user.at(QuestionScreen)
        assert user.focused is user.area
        await user.press("f2", "4", "f1")
        await user.sees("Naar antwoorden")
        await user.press("f1", "escape")
        await user.at(AnswersScreen)
        await user.press("f1", "f10")
        await user.ended()


async def test_a_dialog_has_its_own_keys_and_no_others(start: Start, stored: MakeDraft) -> None:
    stay, help_, stop = "Esc Laat maar", "F1 Hulp", "F10 Stoppen"
    bars = {
        ("ctrl+g",): [stay, help_, stop],
        ("ctrl+t",): ["Enter Klaar", stay, help_, stop],
        ("ctrl+o",): [stay, stop],
    }
    async with start(stored("Gent")) as user:
        for keys, wanted in bars.items():
            await user.press(*keys)
            await user.until(partial(has_bar, user, wanted))
            asked = user.screen
            bottom = user.shown.split("\n")[-1].split()
            assert bottom == " ".join(wanted).split()
            await user.press("f2", "f12", "f23")
            assert user.screen is asked
            if keys != ("ctrl+o",):
                await user.press("ctrl+o")
                assert user.screen is asked
            await user.press("escape")
            await user.at(QuestionScreen)
        await user.app.push_screen(ChangedDialog("Doel", "", "F12"))
        await user.until(lambda: bar(user) == ["Esc Beide houden", help_, stop])


async def test_help_is_there_in_a_dialog_too_and_leads_back_to_it(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("Gent")) as user:
        for key, told in (("ctrl+g", "Kies met de pijltjes"), ("ctrl+t", "Vul in wat")):
            await user.press(key)
            await user.until(lambda: isinstance(user.screen, Dialog))
            dialog = user.screen
            await user.press("f1")
            await user.at(HelpScreen)
            await user.sees(told, "Esc")
            assert "Wijzigen" not in user.shown  # a key of the question below
            await user.press("escape")
            assert user.screen is dialog
            await user.press("escape")
            await user.at(QuestionScreen)


async def test_f1_and_the_way_out_stay_in_the_bar_of_a_narrow_terminal(
    start: Start, stored: MakeDraft
) -> None:
    draft = stored(doel="x")
    for first, ways in ((draft, ((), ("f2",), ("f3",))), (None, ((),))):
        async with start(first, size=(40, 12)) as user:
            for keys in ways:
                await user.press(*keys)
                assert {"F1 Hulp", "F10 Stoppen"} < set(bar(user))


FOUND = {
    "antwoorden": "Antwoorden",
    "rename": "Titel wijzigen",
    "afsluiten": "Stoppen",
    "bewaren": "Nu opslaan",
    "antworden": "Antwoorden",  # a letter too few
    "vorrige": "Vorige",  # a letter too many
    "geschidenis": "Eerdere versies",
    "eedrere": "Eerdere versies",  # letters that changed places
    "zzzz": "Geen opdracht gevonden",
}


async def test_the_palette_finds_by_dutch_and_english_words_and_with_errors(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="x")) as user:
        await user.press("ctrl+o")
        await user.at(Palette)
        await user.sees("Wat wil je doen?", "Antwoorden")
        first = [["Antwoorden", "F2"], ["Voorbeeld", "F3"], ["Volgende", "F9"]]
        assert offered(user)[:3] == first
        assert [title for title, _key in offered(user)].count("Volgende") == 1
        assert re.search("Volgende  +F9", user.shown)
        for query, title in FOUND.items():
            await user.press("ctrl+u")
            await user.write(query)
            await user.until(partial(is_first, user, title))
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.press("ctrl+o")
        await user.write("overzicht")
        await user.until(partial(is_first, user, "Antwoorden"))
        await user.press("enter")
        await user.at(AnswersScreen)
        await user.press("ctrl+o")
        await user.at(Palette)
        await user.press("ctrl+o")
        await user.at(AnswersScreen)


async def test_the_palette_acts_on_the_answer_it_was_called_from(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        await user.write("zes")
        await user.press("ctrl+o")
        await user.write("ongedaan")
        await user.sees("Ongedaan maken")
        await user.press("enter")
        await user.at(QuestionScreen)
        await user.until(lambda: user.area.text == "")
        await user.press("ctrl+o", "escape")
        await user.at(QuestionScreen)
        assert user.focused is user.area


async def test_a_page_key_right_behind_the_key_for_the_palette_does_not_end_the_program(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(), size=(20, 3)) as user:
        await user.press("ctrl+o", "pagedown", "escape")
        await user.resize(80, 24)
        await user.hammer("ctrl+o", "pagedown", "pageup", "escape", *"drie")
        await user.saved()
        assert user.answers() == {"personen": "drie"}


async def test_what_is_typed_ahead_of_the_palette_goes_where_its_command_leads(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        await user.press("ctrl+o")
        await user.hammer(*"volgende", "enter", *"zes dagen")
        await user.until(lambda: user.question == "duur" and user.area.text == "zes dagen")
        await user.press("ctrl+o")
        await user.hammer(*"ongedaan", "enter", "enter", *"leren")
        await user.until(lambda: user.question == "doel" and user.area.text == "leren")
        await user.hammer("ctrl+o", *"vorige", "enter", "1")
        await user.until(lambda: user.area.text == "1")
        assert user.question == "duur"


async def test_what_drives_a_terminal_is_not_taken_in_the_palette(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(personen="twee\nman")) as user:
        await user.press("f7", "ctrl+c", "ctrl+o")
        await user.at(Palette)
        await user.write("stop")
        await user.press("ctrl+v")
        await user.paste("\x9b2J\x07")
        assert user.value == "stoptwee man2J"


async def test_light_and_dark_and_the_habit_of_ctrl_c(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        dark = user.app.theme
        await user.press("ctrl+l")
        assert user.app.theme != dark
        await user.press("ctrl+l")
        assert user.app.theme == dark
        await user.press("f2", "ctrl+c")
        await user.until(lambda: user.said == "Stoppen doe je met F10. Alles wordt opgeslagen.")
        assert user.running


NAMES = {
    "ctrl+p": "Ctrl+P",
    "escape": "Esc",
    "f10": "F10",
    "f13": "Shift+F1",
    "f23": "Shift+F11",
    "f24": "Shift+F12",
    "ctrl+f13": "Ctrl+Shift+F1",
    "ctrl+up": "Ctrl+↑",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "backspace": "Backspace",
    "space": "Spatie",
    "slash": "/",
    "question_mark": "?",
    "t": "T",
    "1": "1",
    "latin_small_letter_e_with_acute": "é",
}


def test_keys_have_dutch_names() -> None:
    assert {key: key_name(key) for key in NAMES} == NAMES
