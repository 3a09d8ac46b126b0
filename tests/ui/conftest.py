"""The program in a directory of its own, with a clock that stands still."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage.settings import read_settings
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.app import ReisverslagApp
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.every import every_screen
from tests.clock import Clock
from tests.ui.user import Size, User, at_the_keyboard

Start = Callable[..., AbstractAsyncContextManager[User]]
MakeApp = Callable[..., ReisverslagApp]
MakeDraft = Callable[..., Draft]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path) -> None:
    """Make the home that the tests have."""
    (tmp_path / "home").mkdir()


@pytest.fixture
def stored(store: DraftStore, clock: Clock) -> MakeDraft:
    """Store a report with these answers, begun a minute after the one before."""

    def make(title: str = "Reis", place: Place | None = None, **answers: str) -> Draft:
        clock.forward(minutes=1)
        made = replace(new_draft(title, clock()), answers=answers, place=place)
        store.save(made)
        return made

    return make


@pytest.fixture
def ui_state(tmp_path: Path) -> UiStateStore:
    return UiStateStore(tmp_path / "data" / "gewoonten.toml")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The file of the settings, which is not there yet."""
    return tmp_path / "data" / "config.toml"


@pytest.fixture
def app(store: DraftStore, clock: Clock, ui_state: UiStateStore, settings: Path) -> MakeApp:
    def make(draft: Draft | None = None) -> ReisverslagApp:
        preferences = Preferences(read_settings(settings), every_screen)
        program = ReisverslagApp(store, draft, clock, ui_state, preferences, Colours.ALL)
        program.animation_level = "none"
        return program

    return make


@pytest.fixture
def start(app: MakeApp, store: DraftStore) -> Start:
    """Run the program: `async with start(draft, size=(80, 24)) as user`."""

    def run(draft: Draft | None = None, size: Size = (80, 24)) -> AbstractAsyncContextManager[User]:
        return at_the_keyboard(app(draft), store, size)

    return run
