import pytest

from reisverslag_tui.cli.registry import SUMMARIES
from tests.cli.program import Program
from tests.english import english_in

WRONG = [
    "prnt",
    "zzzzzz",
    "-x",
    "--foo",
    "--foo=1",
    "--version=3",
    "--titel x nieuw",
    "--help=1",
    "print",
    "lijst --print",
    "--print lijst",
    "--print=x open",
    "print --",
    "print a b",
    "print -x",
    "print a --breedte",
    "print a --breedte x",
    "print a --breedte -1",
    "print a --breedte=",
    "print a --breedte 1.5",
    "print a --breedte 10001",
    "print a --breedte ²",
    f"print a --breedte {'9' * 5000}",
    "print a --naar",
    "print a --overschrijf=ja",
    "print a --breed 3",
    "toon",
    "open a b",
    "lijst a",
    "lijst --json=1",
    "lijst --js",
    "nieuw x",
    "nieuw --titel",
    "nieuw --titel --x",
    "importeer",
    "importeer --titel",
    "importeer a b --titel x",
    "vul",
    "vul a",
    "vul a doel b c",
    "vul a doel",
    "vul a doel -ja",
    "verwijder",
    "verwijder a b",
    "herstel",
    "paden x",
    "paden --help=1",
]


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_ends_with_2_and_one_dutch_line(program: Program, line: str) -> None:
    program.add("a", "Gent")
    said = program.refuses(*line.split(), code=2)
    assert not english_in(said)
    assert said.count("\n") == 1


@pytest.mark.parametrize("line", [line for line in WRONG if line.split()[0] in SUMMARIES])
def test_wrong_usage_points_at_the_help_of_its_command(program: Program, line: str) -> None:
    program.add("a", "Gent")
    said = program.refuses(*line.split(), code=2)
    assert f"reisverslag {line.split()[0]}" in said or "reisverslag" not in said


@pytest.mark.parametrize("command", SUMMARIES)
def test_a_mistyped_command_gets_the_nearest_name(program: Program, command: str) -> None:
    for typed in (command[:-1], command[1] + command[0] + command[2:], f"{command}s"):
        assert f"'{command}'?" in program.refuses(typed, code=2)


def test_a_command_in_capitals_gets_its_name(program: Program) -> None:
    assert "'print'?" in program.refuses("PRINT", code=2)


@pytest.mark.parametrize("typed", ["prin't", "pri\nnt", "prïnt", 'pri"nt'])
def test_odd_letters_in_a_command_hide_no_hint(program: Program, typed: str) -> None:
    said = program.refuses(typed, code=2)
    assert "'print'?" in said


def test_an_empty_command_is_wrong_usage(program: Program) -> None:
    program.refuses("", code=2)


def test_a_missing_argument_is_named(program: Program) -> None:
    assert "VERSLAG, VRAAG" in program.refuses("vul", code=2)
    assert "VERSLAG" in program.refuses("print", code=2)
    assert "BESTAND" in program.refuses("importeer", code=2)
    assert "--breedte" in program.refuses("print", "a", "--breedte", code=2)


def test_an_argument_too_many_is_named(program: Program) -> None:
    assert "tweede" in program.refuses("print", "a", "tweede", code=2)
    assert "--foo" in program.refuses("lijst", "--foo", code=2)


def test_an_answer_that_looks_like_an_option_is_told_how_to_come_in(program: Program) -> None:
    program.add("a", "Gent")
    assert " -- " in program.refuses("vul", "a", "doel", "-ja", code=2)


HOSTILE = ["\x1b[31mrood", "\x9b31m", "\u202eknip", "a\nb", "\udcff"]


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("words", [(), ("lijst",), ("print", "a", "--breedte")])
def test_wrong_words_are_quoted_harmlessly(
    program: Program, words: tuple[str, ...], typed: str
) -> None:
    with program.untouched():
        outcome = program.run(*words, typed)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert outcome.err.removesuffix("\n").isprintable()
