import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from reisverslag_tui.editing.rescue import rescue
from tests.cli.program import EXAMPLE, MOMENT, Program
from tests.stores import store_in

pytestmark = pytest.mark.time

NEWER = """\
versie = 2
titel = "Uit de toekomst"
aangemaakt = 2020-11-23T15:04:05+01:00
iets_nieuws = [1, 2]
"""


def test_without_drafts_the_list_is_empty_and_nothing_is_made(program: Program) -> None:
    with program.untouched():
        outcome = program.call("lijst")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Er zijn nog geen verslagen.\n"


def test_the_last_changed_is_on_top(program: Program) -> None:
    program.add("b", "Gent", MOMENT)
    program.add("a", "Lyon", MOMENT + timedelta(hours=1))
    program.add("c", "Oslo", MOMENT - timedelta(days=1))
    lines = program.call("lijst").out.splitlines()
    assert [line.split()[0] for line in lines] == ["a", "b", "c"]


def test_of_two_made_in_one_second_the_last_is_on_top(program: Program) -> None:
    ids = [program.call("importeer", str(EXAMPLE)).out.strip() for _ in range(6)]
    lines = program.call("lijst").out.splitlines()
    assert [line.split()[0] for line in lines] == ids[::-1]


def test_a_line_holds_id_progress_moment_and_title(program: Program) -> None:
    program.add("kenmerk", "Werkbezoek Gent", datetime(2020, 5, 3, 12).astimezone(), doel="kijken")
    line = program.call("lijst").out
    assert " ".join(line.split()) == "kenmerk 1 van 7 beantwoord 3 mei 2020 Werkbezoek Gent"


def test_json_holds_what_a_script_needs(program: Program) -> None:
    path = program.add("kenmerk", 'Café "\U0001f600"', doel="kijken")
    (row,) = json.loads(program.call("lijst", "--json").out)
    assert row == {
        "id": "kenmerk",
        "titel": 'Café "\U0001f600"',
        "beantwoord": 1,
        "vragen": 7,
        "afgerond": None,
        "aangemaakt": MOMENT.isoformat(),
        "gewijzigd": MOMENT.isoformat(),
        "pad": str(path),
    }


@pytest.mark.parametrize("more", [(), ("--prullenbak",)])
def test_json_without_drafts_is_an_empty_array_and_no_words(
    program: Program, more: tuple[str, ...]
) -> None:
    outcome = program.call("lijst", "--json", *more)
    assert (json.loads(outcome.out), outcome.err) == ([], "")


BROKEN = [
    (b"versie = 1\ntitel = \n", 2),
    (b'versie = 1\naangemaakt = 2026-11-24T14:32:07Z\ntitel = "caf\xe9"\n', 3),
    (b"versie = 1\naangemaakt = 2026-11-24T14:32:07Z\n[antwoorden]\ndoel = 3\n", 4),
    (b"versie = 0\n", 1),
    (b'versie = 1\naangemaakt = 2026-11-24T14:32:07Z\nformulier = "../geheim"\n', 3),
    (b"", None),
    (b"\0\0\0\0", 1),
    (b"versie = 1\n[antwoorden]\ndoel = '''\nhalf geschreven", 4),
]


@pytest.mark.parametrize(("content", "line"), BROKEN)
def test_a_broken_file_is_listed_with_its_line_among_the_good(
    program: Program, content: bytes, line: int | None
) -> None:
    program.add("goed", "Gent")
    path = program.write("kapot.toml", content)
    with program.untouched():
        text = program.call("lijst").out
        rows = json.loads(program.call("lijst", "--json").out)
    good, broken = text.splitlines()
    assert good.startswith("goed ")
    assert broken.startswith("kapot ")
    assert "onleesbaar" in broken
    assert (f"regel {line}:" in broken) == (line is not None)
    assert rows[1].keys() == {"id", "pad", "fout", "regel"}
    assert (rows[1]["pad"], rows[1]["regel"]) == (str(path), line)


def test_a_directory_and_a_dead_link_are_listed_as_unreadable(program: Program) -> None:
    program.add("goed", "Gent")
    (program.drafts / "map.toml").mkdir()
    (program.drafts / "weg.toml").symlink_to("nergens")
    lines = program.call("lijst").out.splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [
        ["map", "onleesbaar:"],
        ["weg", "onleesbaar:"],
    ]


def test_a_draft_of_a_newer_version_is_listed(program: Program) -> None:
    program.write("nieuwer.toml", NEWER)
    assert "Uit de toekomst" in program.call("lijst").out


def test_other_files_in_the_directory_are_left_alone(program: Program) -> None:
    for name in (".half.tmp", ".verborgen.toml", "aantekening.txt"):
        program.write(name, "iets")
    with program.untouched():
        assert program.call("lijst").out == ""


def test_the_bin_has_a_list_of_its_own(program: Program) -> None:
    program.add("goed", "Gent")
    assert program.call("lijst", "--prullenbak").err == "De prullenbak is leeg.\n"
    program.call("verwijder", "goed")
    assert program.call("lijst").out == ""
    assert program.call("lijst", "--prullenbak").out.startswith("goed ")


def test_a_data_directory_that_is_none_is_named(program: Program) -> None:
    file = program.move_data_below_a_file()
    assert str(file) in program.refuses("lijst")


def test_paden_tells_where_everything_lies(program: Program) -> None:
    with program.untouched():
        lines = program.call("paden").out.splitlines()
    places = [line.split(maxsplit=1)[1] for line in lines]
    own = [program.data / name for name in ("versies", "config.toml")]
    expected = [program.data, program.drafts, program.bin, *own]
    assert places == [str(path) for path in expected]


def test_xdg_data_home_counts(program: Program) -> None:
    place = program.home / "xdg"
    outcome = program.run("paden", REISVERSLAG_DATA="", XDG_DATA_HOME=str(place))
    assert outcome.out.split()[1] == str(place / "reisverslag")


def test_text_that_was_rescued_is_told_of_in_a_line(program: Program) -> None:
    program.add("reis", "Gent", MOMENT, doel="oud")
    store = store_in(program.data)
    draft = store.load("reis")
    assert rescue(replace(draft, answers={"doel": "nieuw"}), store.path("reis"))
    outcome = program.call("lijst")
    assert outcome.err == (
        "Er is geredde tekst van 'Gent'. Start reisverslag om die terug te zetten.\n"
    )
    assert len(outcome.out.splitlines()) == 1
    store.save(replace(draft, answers={"doel": "nieuw"}))
    assert program.call("lijst").err == ""
