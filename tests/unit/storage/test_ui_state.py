"""What is remembered from one run to the next."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.ui_state import Habits, load_habits, save_habits

HABITS = st.builds(
    Habits,
    help_folded=st.booleans(),
    preview_beside=st.booleans(),
)


@given(HABITS)
def test_what_is_written_is_read_back(habits: Habits) -> None:
    assert Habits.of(tomllib.loads(habits.as_toml())) == habits


def test_habits_are_as_at_first_until_there_is_a_file(tmp_path: Path) -> None:
    assert load_habits(tmp_path / "gewoonten.toml") == Habits()


def test_a_file_is_made_with_the_directory_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "reisverslag" / "gewoonten.toml"
    save_habits(path, Habits(help_folded=True))
    assert load_habits(path) == Habits(help_folded=True)


@pytest.mark.parametrize("text", ["", "= niets", "uitleg_dicht = 'ja'", "\xff", "iets = true"])
def test_what_is_odd_is_as_at_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gewoonten.toml"
    path.write_bytes(text.encode("latin-1"))
    assert load_habits(path) == Habits()


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(StorageError):
        save_habits(tmp_path / "bestand" / "gewoonten.toml", Habits(help_folded=True))
