"""Help, the key bar and the command palette: all of it Dutch, and made of the same keys."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

import reisverslag_tui.ui
from reisverslag_tui.ui.commands import commands
from reisverslag_tui.ui.keys import key_name
from reisverslag_tui.ui.palette import Palette
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.help import HelpScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from tests.ui.conftest import MakeDraft, Start
from tests.ui.test_every_screen import ENGLISH

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


def test_every_key_has_an_id_and_says_in_dutch_what_it_does() -> None:
    bindings = [(kind, key) for kind, key in our_bindings() if key.action not in NOT_LISTED]
    assert len(bindings) > 40
    for kind, binding in bindings:
        where = f"{kind}: {binding}"
        assert binding.id, where
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", binding.id), where
        assert binding.description, where
        assert binding.description[0].isupper(), where
        assert not ENGLISH.search(binding.description), where


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
                listed = commands(asked_on)
                assert shown <= {key.does for key in listed}
                for key in listed:
                    assert not ENGLISH.search(key.does)
                    await user.sees(key.key, key.does)
                await user.press("escape")


async def test_help_begins_with_where_one_is_and_can_be_left(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="x")) as user:
        await user.press("ctrl+g", "4", "f1")
        await user.at(HelpScreen)
        await user.sees("Welke locaties zijn bezocht?", "Een voorbeeld:", "- Stadhuis van Gent")
        assert "Ga naar vraag ..." not in user.shown  # further down
        await user.press("pagedown")
        await user.sees("Ga naar vraag ...")
        await user.press("escape")
        await user.at(QuestionScreen)
        assert user.focused is user.area
        await user.press("f1", "f10")
        await user.ended()


async def test_the_palette_finds_by_dutch_and_by_english_words(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(doel="x")) as user:
        await user.press("ctrl+o")
        await user.at(Palette)
        await user.sees("Wat wil je doen?", "Antwoorden")
        await user.write("antwoorden")
        await user.sees("Antwoorden")
        await user.press("enter")
        await user.at(AnswersScreen)
        await user.press("escape", "ctrl+o")
        await user.write("rename")
        await user.sees("Titel wijzigen")
        await user.press("enter")
        await user.sees("Titel van het verslag")
        await user.press("escape", "ctrl+o")
        await user.write("zzzz")
        await user.sees("Geen opdracht gevonden")
        await user.press("enter")
        await user.at(QuestionScreen)


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


async def test_light_and_dark_and_the_habit_of_ctrl_c(start: Start, stored: MakeDraft) -> None:
    async with start(stored()) as user:
        dark = user.app.theme
        await user.press("ctrl+l")
        assert user.app.theme != dark
        await user.press("ctrl+l")
        assert user.app.theme == dark
        await user.press("f2", "ctrl+c")
        await user.until(lambda: user.said == "Stoppen doe je met F10. Alles wordt bewaard.")
        assert user.running


def test_keys_have_dutch_names() -> None:
    assert key_name("ctrl+p") == "Ctrl+P"
    assert key_name("escape") == "Esc"
    assert key_name("f10") == "F10"
