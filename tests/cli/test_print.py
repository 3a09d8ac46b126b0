import os
import stat
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, Program
from tests.cli.test_lijst import NEWER


@pytest.fixture
def gent(program: Program) -> str:
    program.add("2026-11-24-abcde", "Werkbezoek Gent", doel="kijken naar regenwater")
    return program.call("print", "laatste").out


def test_the_example_comes_back_byte_for_byte(program: Program) -> None:
    assert program.run("importeer", str(EXAMPLE)).code == 0
    printed = program.run("print", "laatste", "--breedte", "0")
    assert (printed.code, printed.err) == (0, "")
    assert printed.stdout == EXAMPLE.read_bytes().strip(b"\n") + b"\n"


NAMES = ["2026-11-24-abcde", "2026", "GENT", "bezoek", "laatste"]


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_has_many_names(program: Program, gent: str, name: str) -> None:
    assert program.call("print", name).out == gent


def test_a_draft_is_found_by_its_path(program: Program, gent: str) -> None:
    path = program.drafts / "2026-11-24-abcde.toml"
    for name in (str(path), os.path.relpath(path), f"./{os.path.relpath(path)}"):
        assert program.call("print", name).out == gent


@pytest.mark.parametrize("title", ["Bezoek 6/7 januari", "verslag.toml"])
def test_a_title_that_looks_like_a_path_is_found(program: Program, title: str) -> None:
    program.add("a", title)
    assert program.call("print", title).code == 0


def test_a_draft_elsewhere_is_found_by_its_path(program: Program, gent: str) -> None:
    elsewhere = program.home / "usb.toml"
    (program.drafts / "2026-11-24-abcde.toml").rename(elsewhere)
    assert program.call("print", str(elsewhere)).out == gent
    assert program.call("print", "usb.toml").out == gent


UNKNOWN = ["oslo", "", " ", "geen/map", "geen.toml", "/", ".", "..", "../x", "*", "\udcff", "\x1b"]


@pytest.mark.parametrize("command", ["print", "toon", "verwijder", "herstel", "open"])
@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_draft_is_refused(program: Program, command: str, name: str) -> None:
    program.add("a", "Gent")
    assert program.refuses(command, name)


@pytest.mark.parametrize("command", ["print", "toon", "verwijder", "open"])
def test_more_than_one_match_lists_them(program: Program, command: str) -> None:
    program.add("a1", "Gent in mei")
    program.add("b1", "Gent in juni")
    program.add("c1", "Lyon")
    said = program.refuses(command, "gent")
    assert all(word in said for word in ("a1  Gent in mei", "b1  Gent in juni"))
    assert "Lyon" not in said


def test_the_start_of_a_broken_and_a_good_id_is_no_unique_name(program: Program) -> None:
    program.add("2026-11-24-abcde", "Gent")
    program.write("2026-11-24-fghij.toml", "kapot")
    program.refuses("verwijder", "2026-11-24")


def test_the_word_laatste_without_drafts_says_how_to_begin(program: Program) -> None:
    assert "reisverslag nieuw" in program.refuses("print", "laatste")


@pytest.mark.parametrize("command", ["print", "toon", "verwijder", "open"])
def test_a_broken_draft_is_refused_with_its_line_and_the_others_work(
    program: Program, gent: str, command: str
) -> None:
    path = program.write("kapot.toml", "versie = 1\n\ntitel = \n")
    for name in ("kapot", str(path)):
        said = program.refuses(command, name)
        assert str(path) in said
        assert "regel 3" in said
    assert program.call("print", "gent").out == gent


def test_a_plain_text_report_as_a_draft_is_told_how_to_come_in(program: Program) -> None:
    assert "reisverslag importeer" in program.refuses("print", str(EXAMPLE))


def test_a_draft_of_a_newer_version_is_printed(program: Program) -> None:
    program.write("nieuwer.toml", f'{NEWER}[antwoorden]\npersonen = "2"\nfoto = [1]\n')
    with program.untouched():
        assert program.answer("HOEVEEL PERSONEN HEBBEN DE REIS GEMAAKT") == "2"


@pytest.mark.parametrize("width", [1, 7, 40, 80, 10000])
def test_no_line_is_wider_than_asked_unless_one_word_is(program: Program, width: int) -> None:
    program.call("importeer", str(EXAMPLE))
    lines = program.call("print", "laatste", "--breedte", str(width)).out.splitlines()
    assert all(len(line) <= width or " " not in line for line in lines)


def test_no_width_is_a_width_of_eighty(program: Program) -> None:
    program.call("importeer", str(EXAMPLE))
    eighty = program.call("print", "laatste", "--breedte", "80").out
    assert program.call("print", "laatste").out == eighty
    assert eighty != program.call("print", "laatste", "--breedte", "0").out


def test_naar_writes_a_file_that_obeys_the_umask(program: Program, gent: str) -> None:
    outcome = program.call("print", "gent", "--naar", "verslag.txt")
    path = program.home / "verslag.txt"
    assert (outcome.code, outcome.out) == (0, "")
    assert "verslag.txt" in outcome.err
    assert path.read_text(encoding="utf-8") == gent
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


def test_naar_keeps_an_existing_file_unless_told_otherwise(program: Program, gent: str) -> None:
    path = program.home / "verslag.txt"
    path.write_text("kostbaar")
    said = program.refuses("print", "gent", "--naar", "verslag.txt")
    assert "verslag.txt" in said
    assert "--overschrijf" in said
    outcome = program.call("print", "gent", "--naar", "verslag.txt", "--overschrijf")
    assert outcome.code == 0
    assert path.read_text(encoding="utf-8") == gent


def test_naar_keeps_a_private_file_private(program: Program, gent: str) -> None:
    path = program.home / "verslag.txt"
    path.write_text("kostbaar")
    path.chmod(0o600)
    assert program.call("print", "gent", "--naar", "verslag.txt", "--overschrijf").code == 0
    assert path.read_text(encoding="utf-8") == gent
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


NOWHERE = {
    "no directory": "geen/map.txt",
    "here": ".",
    "empty": "",
    "directory": "gegevens",
    "root": "/",
    "long": "a" * 300,
    "home of nobody": "~onbekend-iemand/x.txt",
    "directory to be": "nieuw/",
}


@pytest.mark.parametrize("overwrite", [(), ("--overschrijf",)])
@pytest.mark.parametrize("place", NOWHERE.values(), ids=NOWHERE)
def test_naar_where_no_file_can_be_is_refused(
    program: Program, gent: str, place: str, overwrite: tuple[str, ...]
) -> None:
    assert gent
    said = program.refuses("print", "gent", "--naar", place, *overwrite)
    assert place[:200] in said


def test_a_directory_is_not_offered_to_be_overwritten(program: Program, gent: str) -> None:
    assert gent
    assert "--overschrijf" not in program.refuses("print", "gent", "--naar", "gegevens")


def test_naar_never_replaces_what_is_no_file(program: Program, gent: str) -> None:
    pipe = program.home / "pijp"
    os.mkfifo(pipe)
    assert gent
    program.call("print", "gent", "--naar", "pijp", "--overschrijf")
    assert pipe.is_fifo()


def test_naar_goes_through_a_symbolic_link(program: Program, gent: str) -> None:
    link = program.home / "link.txt"
    link.symlink_to("doel.txt")
    assert program.call("print", "gent", "--naar", "link.txt").code == 0
    assert link.readlink() == Path("doel.txt")
    assert (program.home / "doel.txt").read_text(encoding="utf-8") == gent


def test_toon_shows_the_words_and_no_colour_where_none_fits(program: Program, gent: str) -> None:
    assert gent
    shown = program.run("toon", "gent")
    assert (shown.code, shown.err) == (0, "")
    assert "kijken naar regenwater" in shown.out
    assert b"\x1b" not in shown.stdout


@pytest.mark.parametrize("columns", ["0", "-5", "x"])
def test_toon_shows_something_whatever_the_width_is_said_to_be(
    program: Program, gent: str, columns: str
) -> None:
    assert gent
    assert "regenwater" in program.run("toon", "gent", COLUMNS=columns).out
