import tomllib
from pathlib import Path

import pytest

from reisverslag_tui.storage import store as storage
from reisverslag_tui.storage.store import DraftStore
from tests.cli.program import Program
from tests.cli.test_lijst import NEWER
from tests.stores import store_in

pytestmark = pytest.mark.time


@pytest.fixture
def gent(program: Program) -> Path:
    """Store a draft with an earlier version."""
    path = program.add("gent", "Werkbezoek Gent", doel="kijken", duur="2 dagen")
    assert program.call("vul", "gent", "doel", "anders").code == 0
    return path


@pytest.fixture
def store(program: Program, monkeypatch: pytest.MonkeyPatch) -> DraftStore:
    """Return the store of the program, which waits for no one."""
    monkeypatch.setattr(storage, "_PATIENCE", 0.0)
    return store_in(program.data)


def _goal(path: Path) -> object:
    return tomllib.loads(path.read_text(encoding="utf-8"))["antwoorden"]["doel"]


def test_a_version_is_put_back_and_the_way_back_is_told(program: Program, gent: Path) -> None:
    outcome = program.call("herstel", "gent", "--versie", "1")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "Versie 1 staat weer in 'Werkbezoek Gent'.\n"
        "Wat er stond is nu versie 2: reisverslag herstel gent --versie 2\n"
    )
    assert _goal(gent) == "kijken"
    assert program.call(*outcome.err.split("reisverslag ")[1].split()).code == 0
    assert _goal(gent) == "anders"
    assert [*program.drafts.iterdir()] == [gent]


def test_a_version_takes_the_place_of_a_damaged_draft_which_stays_to_be_read(
    program: Program, gent: Path
) -> None:
    gent.write_text("stuk")
    outcome = program.call("herstel", "gent", "--versie", "1")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "Versie 1 staat weer in 'gent'.\nHet beschadigde bestand is opgeslagen als versie 2.\n"
    )
    assert _goal(gent) == "kijken"
    assert (program.data / "versies" / "gent" / "0002.toml").read_text() == "stuk"
    assert "onleesbaar" in program.call("versies", "gent").out


def test_a_damaged_draft_without_versions_is_left_alone(program: Program) -> None:
    program.write("gent.toml", "stuk")
    assert "nog geen eerdere versies" in program.refuses("herstel", "gent", "--versie", "1")


def test_what_can_not_be_kept_whole_is_not_replaced(program: Program, gent: Path) -> None:
    with gent.open("wb") as file:
        file.truncate(16_000_002)
    said = program.refuses("herstel", "gent", "--versie", "1")
    assert "te groot" in said
    assert "zet het eerst ergens anders" in said


def test_a_draft_of_a_newer_version_is_refused(program: Program, gent: Path) -> None:
    gent.write_text(NEWER)
    assert "nieuwere versie" in program.refuses("herstel", "gent", "--versie", "1")


def test_a_version_of_a_newer_version_gives_its_text_back(program: Program, gent: Path) -> None:
    version = program.data / "versies" / "gent" / "0001.toml"
    version.write_text(NEWER + '[antwoorden]\ndoel = "later"\n')
    assert program.call("herstel", "gent", "--versie", "1").code == 0
    assert _goal(gent) == "later"
    assert "versie = 1" in gent.read_text(encoding="utf-8")


def test_what_lies_in_the_bin_is_not_a_version(program: Program, gent: Path) -> None:
    assert program.call("verwijder", "gent").code == 0
    assert "reisverslag nieuw" in program.refuses("herstel", "gent", "--versie", "1")
    assert program.call("herstel", "gent").code == 0
    assert program.call("herstel", "gent", "--versie", "1").code == 0
    assert gent.exists()


LOCKED = ["vul gent doel nieuw", "verwijder gent", "herstel gent --versie 1"]


@pytest.mark.parametrize("line", LOCKED)
@pytest.mark.usefixtures("gent")
def test_a_draft_that_is_open_elsewhere_is_refused_with_what_to_do(
    program: Program, store: DraftStore, line: str
) -> None:
    with store.open("gent") as session:
        said = program.refuses(*line.split())
        session.check_ownership()
    assert said.count("\n") == 1
    assert "het is nog open in een ander venster, sinds " in said
    assert said.endswith("; sluit het daar eerst.\n")
    assert program.call(*line.split()).code == 0


@pytest.mark.parametrize("line", LOCKED)
def test_a_damaged_draft_that_is_open_elsewhere_is_refused_too(
    program: Program, store: DraftStore, gent: Path, line: str
) -> None:
    with store.open("gent"):
        gent.write_text("stuk")
        said = program.refuses(*line.split())
    assert ("sluit het daar eerst" if "herstel" in line else "regel 1") in said


@pytest.mark.usefixtures("gent")
def test_to_read_a_draft_that_is_open_elsewhere_is_no_matter(
    program: Program, store: DraftStore
) -> None:
    with store.open("gent"), program.untouched():
        for line in ("lijst", "print gent", "toon gent", "versies gent", "versies gent 1"):
            assert program.call(*line.split()).code == 0
