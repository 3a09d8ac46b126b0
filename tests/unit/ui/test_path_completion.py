"""Paths that are half typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.ui.path_completion import candidates, completed

NAMES = st.lists(st.text("abé .", min_size=1, max_size=6), min_size=1)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "Documenten").mkdir(parents=True)
    (home / "Documenten" / "gent 1.txt").touch()
    (home / "Documenten" / "gent 2.txt").touch()
    (home / ".verborgen").touch()
    (home / "lus").symlink_to("lus")
    return home


def test_names_are_found_in_the_directory_that_is_typed(home: Path) -> None:
    assert candidates("~") == candidates("~/") == ["Documenten/", "lus"]
    assert candidates(f"{home}/Doc") == ["Documenten/"]
    assert candidates("~/Documenten/gent") == ["gent 1.txt", "gent 2.txt"]
    assert candidates("~/Documenten/x") == []


def test_names_are_found_where_the_program_was_started(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / "Documenten")
    assert candidates("gent 1") == ["gent 1.txt"]


def test_a_hidden_file_is_found_only_by_its_dot(home: Path) -> None:
    assert ".verborgen" not in candidates(f"{home}/")
    assert candidates(f"{home}/.") == [".verborgen"]


@pytest.mark.parametrize("typed", ["/bestaat/niet/", "~niemand/", "\0/", f"{'x' * 5000}/", "~//"])
def test_what_can_not_be_read_breaks_nothing(home: Path, typed: str) -> None:
    assert candidates(typed) in ([], candidates(str(home) + "/"))


def test_a_name_that_would_change_on_the_screen_is_left_out(home: Path) -> None:
    (home / "a\nb").touch()
    (home / "\x1b[31m").touch()
    assert candidates("~/") == ["Documenten/", "lus"]


def test_a_path_is_completed_as_far_as_its_candidates_agree() -> None:
    assert completed("~/Doc", ["Documenten/"]) == "~/Documenten/"
    assert completed("~/Documenten/g", ["gent 1.txt", "gent 2.txt"]) == "~/Documenten/gent "
    assert completed("~/x", []) == "~/x"
    assert completed("~", ["a/", "b/"]) == "~/"


@given(st.text("ab/ "), NAMES)
def test_completing_only_adds(directory: str, names: list[str]) -> None:
    for length in range(len(names[0])):
        typed = f"{directory}/{names[0][:length]}"
        fitting = [name for name in names if name.startswith(names[0][:length])]
        done = completed(typed, fitting)
        assert done.startswith(typed)
        assert all(f"{directory}/{name}".startswith(done) for name in fitting)
        assert completed(done, fitting) == done
