"""The keys that a user may choose: which, for what, and who wins."""

import pkgutil
from functools import partial
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.ui import keymap as of_keys
from reisverslag_tui.ui import screens
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.keymap import choosable, names_of
from reisverslag_tui.ui.screens.every import every_screen
from reisverslag_tui.ui.screens.page import Page

keymap = partial(of_keys.keymap, screens=every_screen)
COMMANDS = choosable()
NAMES = st.sampled_from(
    ["f1", "F2", "shift+f3", "Ctrl+F4", "ctrl+p", "f9, ctrl+n", "f21", "t", "P", "enter", "x", ""]
)


def test_every_screen_is_known_on_which_keys_must_be_apart() -> None:
    names = [module.name for module in pkgutil.iter_modules(screens.__path__, "screens.")]
    modules = [import_module(f"reisverslag_tui.ui.{name}") for name in names]
    kinds = {kind for module in modules for kind in vars(module).values() if isinstance(kind, type)}
    pages = {kind for kind in kinds if issubclass(kind, Page)}
    assert {page for page in pages if page.__name__.endswith("Screen")} == set(every_screen())


def test_what_moves_or_confirms_keeps_its_key_and_the_rest_can_be_chosen() -> None:
    assert {"hulp", "stoppen", "volgende", "instellingen", "platte-tekst", "alles"} <= set(COMMANDS)
    for name in ("terug", "openen", "klaar", "laat-maar", "nummer", "volgende-kort", "wijzigen"):
        assert name not in COMMANDS


def test_no_two_have_the_same_key_on_one_screen_to_begin_with() -> None:
    for command in COMMANDS.values():
        keys = command.keys[:1] if command.letter else command.keys
        assert keymap({command.id: ",".join(keys)})[1] == {}


def test_names_are_those_on_the_screen_in_large_letters_or_small() -> None:
    chosen = {
        "hulp": " Shift+F5 ",
        "vorige": "ctrl+B , F21",
        "platte-tekst": "X",
        "nieuw": "ctrl+f2",
    }
    found, refused = keymap(chosen)
    assert found == {
        "hulp": "f17",
        "vorige": "ctrl+b,f21",
        "platte-tekst": "x,X",
        "nieuw": "ctrl+f2",
    }
    assert refused == {}
    assert names_of(found["platte-tekst"].split(",")) == "X"
    assert names_of(COMMANDS["vorige"].keys) == "F8 of Ctrl+P"
    assert keymap({"hulp": key_name("f17").lower()})[0] == {"hulp": "f17"}


@pytest.mark.parametrize(
    "key", ["x", "enter", "escape", "ctrl+m", "ctrl+i", "alt+x", "F25", "", ","]
)
def test_a_key_that_types_or_means_another_is_refused(key: str) -> None:
    found, refused = keymap({"hulp": key})
    assert found == {}
    assert "kies F1 tot en met F12" in refused["hulp"]


def test_where_nothing_is_typed_a_key_is_a_letter() -> None:
    assert "kies een letter" in keymap({"platte-tekst": "f5"})[1]["platte-tekst"]


def test_what_has_no_key_is_told() -> None:
    assert keymap({"onzin": "f2"}) == (
        {},
        {"onzin": "zo heet niets waarvoor je een toets kunt kiezen"},
    )


def test_two_may_change_places() -> None:
    assert keymap({"hulp": "f2", "antwoorden": "f1"}) == ({"hulp": "f2", "antwoorden": "f1"}, {})


def test_a_key_of_another_on_the_same_screen_is_refused_and_named() -> None:
    assert keymap({"hulp": "f2"})[1] == {"hulp": "F2 is al van 'Antwoorden'"}
    assert keymap({"alles": "f9"})[1] == {"alles": "F9 is al van 'Volgende'"}
    assert keymap({"afronden": "f9"})[1] == {}  # that is on another screen


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    found, refused = keymap({"hulp": "ctrl+b", "titel": "ctrl+b"})
    assert found == {"hulp": "ctrl+b"}
    assert refused == {"titel": "Ctrl+B is al van 'Hulp'"}


def test_who_loses_a_key_takes_its_own_back() -> None:
    found, refused = keymap({"antwoorden": "f1", "hulp": "f3"})
    assert found == {}
    assert refused == {"hulp": "F3 is al van 'Voorbeeld'", "antwoorden": "F1 is al van 'Hulp'"}


@given(st.dictionaries(st.sampled_from([*COMMANDS, "onzin"]), NAMES, max_size=8))
def test_whatever_is_chosen_is_taken_or_refused_and_what_is_taken_clashes_no_more(
    chosen: dict[str, str],
) -> None:
    found, refused = keymap(chosen)
    assert found.keys() | refused.keys() == chosen.keys()
    assert not found.keys() & refused.keys()
    first = {name: keys.split(",")[0] for name, keys in found.items()}
    assert keymap(first)[0].keys() == found.keys()
