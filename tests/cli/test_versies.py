from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reisverslag_tui.core.dates import day
from tests.cli.program import MOMENT, Program
from tests.cli.test_lijst import NEWER

pytestmark = pytest.mark.time

_STUK = "versie = 1\nstuk"


@pytest.fixture
def gent(program: Program) -> Path:
    """Store a draft with two earlier versions."""
    path = program.add("gent", "Werkbezoek Gent", doel="kijken naar water", duur="2 dagen")
    for question, answer in (("doel", "kijken naar beton"), ("duur", "3 dagen")):
        assert program.call("vul", "gent", question, answer).code == 0
    return path


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_versions_are_listed_the_newest_first_with_what_changed_since(
    program: Program, gent: Path
) -> None:
    with program.untouched():
        outcome = program.call("versies", "gent")
    assert outcome.code == 0
    assert outcome.err == "Terugzetten kan met: reisverslag herstel gent --versie 2\n"
    newest, first = _lines(outcome.out)
    assert newest.startswith(("2 vandaag ", "2 gisteren "))  # midnight may have passed
    assert newest.endswith(" sindsdien veranderd: Duur")
    assert first == f"1 {day(MOMENT.astimezone())} sindsdien veranderd: Duur, Doel"
    assert program.call("versies", str(gent)).out == outcome.out


@pytest.mark.usefixtures("gent")
def test_a_version_that_is_the_same_as_now_is_said_to_be(program: Program) -> None:
    assert program.call("herstel", "gent", "--versie", "1").code == 0
    assert _lines(program.call("versies", "gent").out)[-1].endswith("gelijk aan nu")
    outcome = program.call("versies", "gent", "1")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Deze versie is gelijk aan wat er nu staat.\n"


@pytest.mark.usefixtures("gent")
def test_a_number_shows_what_changed_since_that_version(program: Program) -> None:
    assert program.call("vul", "gent", "vervolg", "ja").code == 0
    with program.untouched():
        outcome = program.call("versies", "gent", "1")
    assert (outcome.code, outcome.out) == (
        0,
        "Duur\n\n[-2-][+3+] dagen\n\nDoel\n\nkijken naar [-water-][+beton+]\n\nVervolg\n\n[+ja+]\n",
    )
    assert outcome.err == "[-weg-] staat er nu niet meer; [+erbij+] is nieuw.\n"


@pytest.mark.parametrize("number", ["0", "3", "00", "999999999"])
@pytest.mark.parametrize("command", ["versies gent", "herstel gent --versie"])
@pytest.mark.usefixtures("gent")
def test_a_number_that_is_not_there_tells_which_are(
    program: Program, number: str, command: str
) -> None:
    said = program.refuses(*command.split(), number)
    assert said == f"Versie {int(number)} is er niet. Kies uit: 2, 1\n"


@pytest.mark.parametrize("number", ["x", "-1", "1.0", "", " 1", "²", "١", "1" * 10, "\x1b"])
@pytest.mark.parametrize("command", ["versies gent", "herstel gent --versie"])
@pytest.mark.usefixtures("gent")
def test_what_is_no_number_is_wrong_usage(program: Program, number: str, command: str) -> None:
    said = program.refuses(*command.split(), number, code=2)
    assert "getal, zoals 3" in said or "begrijp ik niet: -1" in said or "--versie hoort" in said
    assert "--help" in said


def test_a_draft_without_versions_says_so(program: Program) -> None:
    program.add("gent", "Werkbezoek Gent", doel="kijken")
    outcome = program.call("versies", "laatste")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Van 'Werkbezoek Gent' zijn nog geen eerdere versies.\n"
    for words in (("versies", "gent", "1"), ("herstel", "gent", "--versie", "1")):
        assert program.refuses(*words) == outcome.err


def test_without_a_draft_there_are_no_versions(program: Program) -> None:
    assert "reisverslag nieuw" in program.refuses("versies", "laatste")
    program.add("gent")
    assert "reisverslag lijst" in program.refuses("versies", "oslo")


def test_of_a_damaged_draft_the_versions_are_there_to_be_read(program: Program, gent: Path) -> None:
    gent.write_text(_STUK)
    with program.untouched():
        listed = program.call("versies", "gent")
        shown = program.call("versies", "gent", "1")
    assert listed.code == 0
    assert "herstel gent --versie 2" in listed.err
    assert [line.split(maxsplit=1)[0] for line in _lines(listed.out)] == ["2", "1"]
    assert listed.out.count(" van 7 beantwoord") == 2
    assert shown.code == 0
    assert "WAT WAS HET DOEL VAN DE REIS?\n\nkijken naar water\n" in shown.out
    assert "onleesbaar" in shown.err


def test_a_version_of_a_damaged_draft_is_as_wide_as_the_user_has_chosen(
    program: Program, gent: Path
) -> None:
    for answer in ("kijken naar wat " * 10, "x"):
        assert program.call("vul", "gent", "doel", answer).code == 0
    gent.write_text(_STUK)
    (program.data / "config.toml").write_text("breedte = 40\n")
    shown = program.call("versies", "gent", "4").out
    assert "\nkijken naar wat kijken naar wat kijken\n" in shown


@pytest.mark.usefixtures("gent")
def test_a_damaged_version_is_listed_and_holds_up_no_other(program: Program) -> None:
    (program.data / "versies" / "gent" / "0001.toml").write_text(_STUK)
    with program.untouched():
        outcome = program.call("versies", "gent")
    assert outcome.code == 0
    newest, damaged = _lines(outcome.out)
    assert not newest.startswith("2 onleesbaar")
    assert damaged == "1 onleesbaar: regel 2: beschadigd of verkeerd getypt"
    for words in (("versies", "gent", "1"), ("herstel", "gent", "--versie", "1")):
        said = program.refuses(*words)
        assert said.startswith("Dat lukt niet: versie 1 is onleesbaar: regel 2: ")
        assert "kies een andere" in said
    assert program.call("versies", "gent", "2").code == 0


def test_a_place_for_versions_that_is_none_is_named(program: Program, gent: Path) -> None:
    place = program.data / "versies"
    place.rename(program.home / "weg")
    place.write_text("geen map")
    for words in (("versies", "gent"), ("herstel", "gent", "--versie", "1")):
        assert str(place / "gent") in program.refuses(*words)
    assert program.call("vul", "gent", "doel", "toch").code == 0
    assert "toch" in gent.read_text(encoding="utf-8")


@pytest.mark.usefixtures("gent")
def test_of_a_draft_in_the_bin_they_are_shown_by_its_path(program: Program) -> None:
    assert program.call("verwijder", "gent").code == 0
    assert "reisverslag" in program.refuses("versies", "gent")
    listed = program.call("versies", str(program.bin / "gent.toml")).out
    assert len(_lines(listed)) == 2
    assert program.call("herstel", "gent").code == 0
    assert program.call("versies", "gent").out == listed


def test_a_draft_elsewhere_has_versions_of_its_own(program: Program, gent: Path) -> None:
    elsewhere = program.home / "op usb" / "gent.toml"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(gent.read_bytes())
    assert "nog geen eerdere versies" in program.call("versies", str(elsewhere)).err
    assert program.call("vul", str(elsewhere), "doel", "verderop").code == 0
    assert len(_lines(program.call("versies", str(elsewhere)).out)) == 1
    assert len(_lines(program.call("versies", "gent").out)) == 2
    assert [*elsewhere.parent.iterdir()] == [elsewhere]
    put_back = program.call("herstel", str(elsewhere), "--versie", "1")
    assert f"reisverslag herstel '{elsewhere}' --versie 2\n" in put_back.err
    assert "verderop" not in elsewhere.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [(), ("1",)])
@pytest.mark.usefixtures("gent")
def test_what_is_in_a_version_does_not_drive_the_terminal(
    program: Program, number: tuple[str, ...]
) -> None:
    version = program.data / "versies" / "gent" / "0001.toml"
    escapes = "\\u001b[31m\\u202e\\u009b"
    version.write_text(
        'versie = 1\nformulier = "dienstreis"\naangemaakt = 2020-01-01T00:00:00Z\n'
        f'titel = "T{escapes}"\n[antwoorden]\ndoel = "a{escapes}b"\n"k{escapes}" = "x"\n'
    )
    outcome = program.call("versies", "gent", *number)
    assert outcome.code == 0
    assert (outcome.out + outcome.err).replace("\n", "").isprintable()


@pytest.mark.usefixtures("gent")
def test_versions_of_another_time_and_of_another_program_are_listed(program: Program) -> None:
    place = program.data / "versies" / "gent"
    (place / "0003.toml").write_text(NEWER)
    path = program.add("ander", modified=datetime(9998, 12, 31, 23, 59, tzinfo=UTC))
    path.rename(place / "0004.toml")
    program.add("ander", modified=MOMENT - timedelta(days=3 * 365)).rename(place / "0005.toml")
    outcome = program.call("versies", "gent")
    assert outcome.code == 0
    assert [line.split()[0] for line in _lines(outcome.out)] == ["5", "4", "3", "2", "1"]
    for number in ("3", "4", "5"):
        assert program.call("versies", "gent", number).code == 0
