"""The settings as the commands have them."""

import pytest

from tests.cli.program import EXAMPLE, Program


@pytest.fixture
def report(program: Program) -> Program:
    program.call("importeer", str(EXAMPLE))
    return program


def choose(program: Program, text: str) -> None:
    (program.data / "config.toml").write_text(text)


def test_the_width_that_was_chosen_holds_unless_another_is_asked(report: Program) -> None:
    eighty = report.call("print", "laatste").out
    forty = report.call("print", "laatste", "--breedte", "40").out
    choose(report, "breedte = 40\nthema = 'paars'\n[toetsen]\nonzin = 'f1'\n")
    printed = report.call("print", "laatste")
    assert (printed.out, printed.err) == (forty, "")
    assert report.call("print", "laatste", "--breedte", "80").out == eighty
    assert max(map(len, report.call("toon", "laatste").out.splitlines())) <= 40
    choose(report, "breedte = 0\n")
    unwrapped = report.call("print", "laatste", "--breedte", "0").out
    assert report.call("print", "laatste").out == unwrapped


@pytest.mark.parametrize("command", ["print", "toon"])
def test_a_width_that_can_not_be_is_told_with_its_line_and_the_report_comes(
    report: Program, command: str
) -> None:
    plain = report.call(command, "laatste").out
    for text, line in (("# breed\nbreedte = 'breed'\n", 2), ("muis = false\n\nbreedte 40\n", 3)):
        choose(report, text)
        outcome = report.run(command, "laatste")
        assert (outcome.code, outcome.out) == (0, plain)
        assert outcome.err.startswith(f"Regel {line}: ")
        assert str(report.data / "config.toml") in outcome.err
        assert len(outcome.err.splitlines()) == 1


def test_no_settings_are_read_where_a_width_is_given(report: Program) -> None:
    choose(report, "breedte = 'breed'\n")
    assert report.call("print", "laatste", "--breedte", "40").err == ""
