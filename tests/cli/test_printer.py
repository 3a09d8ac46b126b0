from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.printers import FakeCups, fake_cups


@pytest.fixture
def cups(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    program.add("gent", "Gent", doel="één € “x” 😀")
    return fake_cups(tmp_path, monkeypatch)


def test_a_report_goes_to_the_default_printer_and_says_so_on_stderr(
    program: Program, cups: FakeCups
) -> None:
    for words in (("print", "gent", "--printer"), ("print", "--printer=", "gent")):
        outcome = program.call(*words)
        assert (outcome.code, outcome.out) == (0, "")
        assert outcome.err.startswith("Naar de standaardprinter gestuurd: opdracht PDF-12.")
        assert "emoji" in outcome.err
        assert "-d" not in cups.asked
    printed = program.call("print", "gent").out
    assert cups.text == printed.replace("😀", "□")


def test_a_report_goes_to_a_printer_by_name_with_its_copies(
    program: Program, cups: FakeCups
) -> None:
    words = ("print", "gent", "--printer", "Hal 2", "--aantal", "3", "--breedte", "100")
    outcome = program.run(*words, PATH=f"{cups.programs}:/usr/bin:/bin")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Naar printer Hal 2 gestuurd: opdracht PDF-12." in outcome.err
    assert cups.asked[:6] == ["-n", "3", "-t", "Gent", "-d", "Hal 2"]
    assert "cpi=15" in cups.asked


def test_what_cups_says_is_passed_on_with_exit_code_1(program: Program, cups: FakeCups) -> None:
    cups.refuses("lp: Error - The printer or class does not exist.")
    said = program.refuses("print", "gent", "--printer", "x")
    assert "CUPS zegt: The printer or class does not exist." in said


def test_without_cups_it_says_so(
    program: Program, cups: FakeCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nergens")
    assert "geen CUPS" in program.refuses("print", "gent", "--printer")
    assert cups.asked == []


WRONG = [
    ("gent --printer --naar x.txt", "--naar"),
    ("gent --naar x.txt --printer", "--printer"),
    ("gent --printer x --aantal 0", "van 1 tot en met 99"),
    ("gent --printer x --aantal 100", "van 1 tot en met 99"),
    ("gent --printer x --aantal twee", "van 1 tot en met 99"),
    ("gent --aantal 2", "--printer"),
    ("--printer gent", "VERSLAG"),
]


@pytest.mark.parametrize(("words", "named"), WRONG)
def test_what_does_not_go_together_is_wrong_usage(
    program: Program, cups: FakeCups, words: str, named: str
) -> None:
    said = program.refuses("print", *words.split(), code=2)
    assert named in said
    assert said.count("\n") == 1
    assert cups.asked == []
