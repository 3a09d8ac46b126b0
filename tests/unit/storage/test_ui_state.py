"""What is remembered from one run to the next."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.ui_state import UiState, UiStateStore, load_ui_state, save_ui_state

STATES = st.builds(
    UiState,
    help_folded=st.booleans(),
    preview_beside=st.booleans(),
)


@given(STATES)
def test_what_is_written_is_read_back(state: UiState) -> None:
    assert UiState.of(tomllib.loads(state.as_toml())) == state


def test_the_state_is_as_at_first_until_there_is_a_file(tmp_path: Path) -> None:
    assert load_ui_state(tmp_path / "gewoonten.toml") == UiState()


def test_a_file_is_made_with_the_directory_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "reisverslag" / "gewoonten.toml"
    save_ui_state(path, UiState(help_folded=True))
    assert load_ui_state(path) == UiState(help_folded=True)


@pytest.mark.parametrize("text", ["", "= niets", "uitleg_dicht = 'ja'", "\xff", "iets = true"])
def test_what_is_odd_is_as_at_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gewoonten.toml"
    path.write_bytes(text.encode("latin-1"))
    assert load_ui_state(path) == UiState()


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(StorageError):
        save_ui_state(tmp_path / "bestand" / "gewoonten.toml", UiState(help_folded=True))


def test_two_windows_each_write_what_changed_in_them(tmp_path: Path) -> None:
    path = tmp_path / "gewoonten.toml"
    one, other, third = UiStateStore(path), UiStateStore(path), UiStateStore(path)
    one.current = replace(one.current, order="titel", printer="Gang")
    other.current = replace(other.current, printer="Zolder", help_folded=True)
    for store in (one, other, third):
        store.save()
    assert load_ui_state(path) == UiState(order="titel", printer="Zolder", help_folded=True)
    one.current = replace(one.current, order="stand")
    one.save()
    assert load_ui_state(path) == UiState(order="stand", printer="Zolder", help_folded=True)
