"""The keys in the manual are those of the screens."""

from collections import defaultdict
from pathlib import Path

from reisverslag_tui.storage.settings import read_settings
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.active_commands import Where, active_commands
from reisverslag_tui.ui.bindings import commands
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.every import every_screen
from reisverslag_tui.ui.screens.list_page import ListPage
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.settings import SettingsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from tests import manual
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User

Tables = dict[str, dict[str, str]]
WALK: list[tuple[str, type[Page], tuple[str, ...]]] = [
    ("Verslagen", ReportsScreen, ()),
    ("Prullenbak", BinScreen, ("f9",)),
    ("Instellingen", SettingsScreen, ("f11",)),
    ("Vraag", QuestionScreen, ("escape", "escape", "enter")),
    ("Eerdere versies", VersionsScreen, ("f12",)),
    ("Antwoorden", AnswersScreen, ("escape", "f2")),
    ("Vraag", QuestionScreen, ("7",)),
    ("Voorbeeld", PreviewScreen, ("f3",)),
    ("Voorbeeld", PreviewScreen, ("t",)),
]
"""The table, the screen it is of, and the keys that lead there; some have more than one state."""


async def test_the_tables_of_keys_are_what_the_screens_say(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    store.throw_away(stored("Weg").id)
    draft = stored("Gent", personen="2")
    store.versions(draft.id).keep(draft)
    store.save(draft.answer("duur", "4 dagen", draft.created))
    live: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    async with start() as user:
        for name, kind, way in WALK:
            await user.press(*way)
            await user.at(kind)
            await user.until(lambda: not isinstance(user.screen, ListPage) or bool(user.listed))
            for where, key, does in _told(user):
                told = live[name if where is Where.HERE else where.value][key]
                told.extend({does} - set(told))
    assert manual.tables() == {
        name: {key: " of ".join(does) for key, does in table.items()}
        for name, table in live.items()
    }


def _told(user: User) -> list[tuple[Where, str, str]]:
    return [
        (active.where, active.key_label, active.description)
        for active in active_commands(user.screen)
    ]


def test_the_keys_in_the_sentences_exist() -> None:
    names = {key_name(key) for command in commands() for key in command.keys.split(",")}
    in_tables = [key for table in manual.tables().values() for key in table]
    assert len(manual.bold()) > 20
    assert manual.bold() <= names.union(*(key.split(" of ") for key in in_tables))


def test_the_example_of_settings_has_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(manual.settings(), encoding="utf-8")
    preferences = Preferences(read_settings(path), every_screen)
    assert (preferences.settings.theme, preferences.settings.width) == ("licht", 72)
    assert preferences.keymap
    assert not preferences.problems
    assert not preferences.hints
