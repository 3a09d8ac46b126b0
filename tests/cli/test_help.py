import re
from pathlib import Path

import pytest

from reisverslag_tui import __version__
from reisverslag_tui.cli import commands
from reisverslag_tui.cli.registry import START, SUMMARIES, load_command
from tests.cli.program import Program
from tests.english import english_in


def test_the_help_begins_with_examples_and_names_every_command(program: Program) -> None:
    outcome = program.run("--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Voorbeelden:\n  reisverslag ")
    for name, summary in SUMMARIES.items():
        assert re.search(rf"^  {name} +{re.escape(summary)}$", outcome.out, re.MULTILINE)


def test_every_command_has_a_module_with_its_name() -> None:
    modules = {path.stem for path in Path(commands.__path__[0]).glob("[!_]*.py")}
    assert modules == {START, *SUMMARIES}


@pytest.mark.parametrize("name", [START, *SUMMARIES])
def test_every_module_of_a_command_has_its_two_functions(name: str) -> None:
    command = load_command(name)
    assert callable(command.add_arguments)
    assert callable(command.run)


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", *SUMMARIES])
def test_help_is_dutch_and_fits_the_screen(program: Program, command: str, flag: str) -> None:
    outcome = program.call(*filter(None, [command]), flag)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Gebruik: reisverslag" in outcome.out
    assert not english_in(outcome.out)
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


@pytest.mark.parametrize("command", SUMMARIES)
def test_every_argument_is_explained(program: Program, command: str) -> None:
    text = program.call(command, "--help").out
    usage = text.split("\n\n", 1)[0]
    for word in re.findall(r"--\w+|\b[A-Z]{4,}\b", usage):
        assert re.search(rf"^  .*{word}\b.*  \w", text.removeprefix(usage), re.MULTILINE), word


@pytest.mark.parametrize("command", SUMMARIES)
def test_what_a_verslag_is_stands_where_one_is_asked_for(program: Program, command: str) -> None:
    text = program.call(command, "--help").out
    usage, explanation = text.split("\n\n", 1)
    assert ("VERSLAG" in usage) == ("VERSLAG is het kenmerk" in explanation)


def test_what_goes_without_saying_is_said(program: Program) -> None:
    text = " ".join(program.call("open", "--help").out.split())
    assert "welk verslag; zie onder; zonder VERSLAG het laatste" in text
    assert "na het stoppen het verslag dat je open had" in text


def test_the_examples_that_need_no_screen_can_be_carried_out(program: Program) -> None:
    program.add("a", "Werkbezoek Gent")
    examples = re.findall(r"^  reisverslag (print .+?)  ", program.call("--help").out, re.MULTILINE)
    assert len(examples) == 2
    assert [program.call(*example.split()).code for example in examples] == [0, 0]


def test_the_version_is_told(program: Program) -> None:
    outcome = program.run("--version")
    assert (outcome.code, outcome.out, outcome.err) == (0, f"reisverslag {__version__}\n", "")


@pytest.mark.time
@pytest.mark.parametrize("words", [["lijst"], ["print", "x"], ["--help"], ["prnt"], ["lijst", "y"]])
def test_a_call_says_what_a_process_does(program: Program, words: list[str]) -> None:
    program.add("a", "Gent")
    assert program.call(*words) == program.run(*words)
