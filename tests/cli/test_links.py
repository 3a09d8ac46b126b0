from pathlib import Path

import pytest

from tests.cli.program import Program

_READS = ["print", "toon"]
_CHANGES = ["vul {} doel weg", "verwijder {}"]


@pytest.fixture
def secret(program: Program) -> Path:
    """Put a draft outside the data directory, and a link to it among the drafts."""
    path = program.add("geheim", "Geheim", doel="niet voor de lijst")
    path = path.rename(program.home / "geheim.toml")
    (program.drafts / "link.toml").symlink_to(path)
    return path


@pytest.mark.usefixtures("secret")
def test_a_link_out_of_the_directory_is_listed_as_unreadable(program: Program) -> None:
    for more in ((), ("--json",)):
        outcome = program.call("lijst", *more)
        assert outcome.code == 0
        assert "dit verwijst naar een bestand in een andere map" in outcome.out
        assert "Geheim" not in outcome.out


@pytest.mark.parametrize("line", [*(f"{name} {{}}" for name in _READS), *_CHANGES])
@pytest.mark.parametrize("by_path", [True, False])
@pytest.mark.usefixtures("secret")
def test_what_a_link_out_of_the_directory_leads_to_is_neither_read_nor_changed(
    program: Program, line: str, by_path: bool
) -> None:
    name = str(program.drafts / "link.toml") if by_path else "link"
    said = program.refuses(*line.format(name).split())
    assert "verwijst naar een bestand in een andere map" in said


def test_no_version_is_put_in_the_place_of_a_link_out_of_the_directory(
    program: Program, secret: Path
) -> None:
    versions = program.data / "versies" / "link"
    versions.mkdir(parents=True)
    (versions / "0001.toml").write_bytes(secret.read_bytes())
    said = program.refuses("herstel", "link", "--versie", "1")
    assert "verwijst naar een bestand in een andere map" in said
    assert (program.drafts / "link.toml").is_symlink()


def test_a_link_that_is_named_by_its_path_is_followed(program: Program, secret: Path) -> None:
    link = program.home / "elders" / "link.toml"
    link.parent.mkdir()
    link.symlink_to(secret)
    for command in _READS:
        assert "niet voor de lijst" in program.call(command, str(link)).out
    assert program.call("vul", str(link), "doel", "veranderd").code == 0
    assert link.is_symlink()
    assert "veranderd" in secret.read_text(encoding="utf-8")
    assert [*link.parent.iterdir()] == [link]
    assert len(program.call("versies", str(secret)).out.splitlines()) == 1
    assert len(program.call("versies", str(link)).out.splitlines()) == 1


def test_a_link_to_a_draft_of_ones_own_is_that_draft(program: Program) -> None:
    path = program.add("gent", "Gent", doel="oud")
    link = program.home / "link"
    link.symlink_to(path)
    assert program.call("vul", str(link), "doel", "nieuw").code == 0
    assert len(program.call("versies", "gent").out.splitlines()) == 1
    assert program.call("verwijder", str(link)).code == 0
    assert (program.bin / "gent.toml").is_file()


def test_a_link_within_the_directory_is_followed_and_stays_one(program: Program) -> None:
    path = program.add("gent", "Gent", doel="oud")
    link = program.drafts / "ook.toml"
    link.symlink_to("gent.toml")
    assert program.call("vul", "ook", "doel", "nieuw").code == 0
    assert link.is_symlink()
    assert "nieuw" in path.read_text(encoding="utf-8")


def test_links_that_point_at_each_other_are_listed_as_unreadable(program: Program) -> None:
    program.add("gent", "Gent")
    (program.drafts / "een.toml").symlink_to("twee.toml")
    (program.drafts / "twee.toml").symlink_to("een.toml")
    outcome = program.call("lijst")
    assert outcome.code == 0
    assert outcome.out.count("te veel verwijzingen naar elkaar") == 2
    for words in (("print", "een"), ("print", str(program.drafts / "een.toml"))):
        assert program.refuses(*words)
