from datetime import timedelta

import pytest

from tests.cli.program import MOMENT, Program
from tests.cli.test_lijst import NEWER

pytestmark = pytest.mark.time


def test_there_and_back_again(program: Program) -> None:
    path = program.add("gent", "Werkbezoek Gent", doel="kijken")
    before = path.read_bytes()
    thrown = program.call("verwijder", "werkbezoek")
    assert (thrown.code, thrown.out) == (0, "")
    assert "reisverslag herstel gent" in thrown.err
    assert (program.bin / "gent.toml").read_bytes() == before
    assert not path.exists()
    taken = program.call("herstel", "gent")
    assert (taken.code, taken.out) == (0, "")
    assert path.read_bytes() == before
    assert list(program.bin.iterdir()) == []


def test_a_draft_of_a_newer_version_goes_and_comes_back_as_it_is(program: Program) -> None:
    path = program.write("nieuwer.toml", NEWER)
    assert program.call("verwijder", "nieuwer").code == 0
    assert program.call("herstel", "nieuwer").code == 0
    assert path.read_text(encoding="utf-8") == NEWER


@pytest.mark.parametrize("name", ["gent", "Werkbezoek", "laatste"])
def test_a_draft_in_the_bin_has_the_same_names(program: Program, name: str) -> None:
    program.add("gent", "Werkbezoek Gent")
    program.call("verwijder", "gent")
    assert program.call("herstel", name).code == 0


def test_a_draft_in_the_bin_is_found_by_its_path(program: Program) -> None:
    program.add("gent", "Werkbezoek Gent")
    program.call("verwijder", "gent")
    assert program.call("herstel", str(program.bin / "gent.toml")).code == 0


def test_an_empty_bin_says_so(program: Program) -> None:
    program.add("gent")
    assert program.refuses("herstel", "laatste").startswith("De prullenbak is leeg. ")


def test_a_bin_with_something_unreadable_is_not_called_empty(program: Program) -> None:
    program.bin.mkdir(parents=True)
    (program.bin / "kapot.toml").write_text("kapot")
    said = program.refuses("herstel", "kapot")
    assert "leeg" not in said
    assert "regel 1" in said


def test_an_unknown_name_points_at_the_list_of_the_bin(program: Program) -> None:
    program.add("gent")
    program.call("verwijder", "gent")
    assert "lijst --prullenbak" in program.refuses("herstel", "oslo")


def test_more_than_one_match_in_the_bin_lists_them(program: Program) -> None:
    for name in ("a", "b"):
        program.add(name, f"Gent {name}")
        program.call("verwijder", name)
    said = program.refuses("herstel", "gent")
    assert "a  Gent a" in said
    assert "b  Gent b" in said


def test_a_name_that_is_taken_is_never_overwritten(program: Program) -> None:
    program.add("gent", "Oud")
    program.call("verwijder", "gent")
    program.add("gent", "Nieuw", MOMENT + timedelta(days=1))
    assert program.refuses("herstel", "gent")
    assert program.refuses("verwijder", "gent")


def test_a_draft_elsewhere_stays_where_it_is(program: Program) -> None:
    elsewhere = program.home / "usb.toml"
    program.add("gent", "Gent").rename(elsewhere)
    assert str(elsewhere) in program.refuses("verwijder", str(elsewhere))


def test_a_draft_in_the_bin_is_not_thrown_away_twice(program: Program) -> None:
    program.add("gent", "Gent")
    program.call("verwijder", "gent")
    program.refuses("verwijder", "gent")
    program.refuses("verwijder", str(program.bin / "gent.toml"))


@pytest.mark.parametrize("via", ["gegevens/../gegevens/concepten/gent.toml", "link/gent.toml"])
def test_another_path_to_the_same_draft_will_do(program: Program, via: str) -> None:
    program.add("gent", "Gent")
    (program.home / "link").symlink_to(program.drafts)
    assert program.call("verwijder", via).code == 0
    assert (program.bin / "gent.toml").is_file()


def test_a_bin_that_cannot_be_made_leaves_the_draft(program: Program) -> None:
    program.add("gent", "Gent")
    program.bin.write_text("geen map")
    assert str(program.bin) in program.refuses("verwijder", "gent")


def test_a_bin_that_is_no_directory_is_named(program: Program) -> None:
    program.add("gent", "Gent")
    program.bin.write_text("geen map")
    assert str(program.bin) in program.refuses("herstel", "gent")
