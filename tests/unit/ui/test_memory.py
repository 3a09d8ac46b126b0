"""The habits, as several windows write them."""

from dataclasses import replace
from pathlib import Path

from reisverslag_tui.storage.ui_state import Habits, load_habits
from reisverslag_tui.ui.memory import Memory


def test_two_windows_each_write_what_changed_in_them(tmp_path: Path) -> None:
    path = tmp_path / "gewoonten.toml"
    one, other, third = Memory(path), Memory(path), Memory(path)
    one.habits = replace(one.habits, order="titel", printer="Gang")
    other.habits = replace(other.habits, printer="Zolder", help_folded=True)
    for memory in (one, other, third):
        memory.save()
    assert load_habits(path) == Habits(order="titel", printer="Zolder", help_folded=True)
    one.habits = replace(one.habits, order="stand")
    one.save()
    assert load_habits(path) == Habits(order="stand", printer="Zolder", help_folded=True)
