"""The commands in the manual do what it says they do."""

import re
import shutil
from pathlib import Path

import pytest

from reisverslag_tui.cli.registry import SUMMARIES
from tests import manual
from tests.cli.program import EXAMPLE, Program
from tests.printers import fake_cups

ON_THE_SCREEN = {"", "nieuw", "open", "toetsen"}


def test_every_line_can_be_carried_out_one_after_the_other(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_cups(tmp_path, monkeypatch)
    shutil.copy(EXAMPLE, program.home / "oud-verslag.txt")
    program.call("importeer", str(EXAMPLE), "--titel", "Werkbezoek Gent")
    for words in manual.commands():
        outcome = program.call(*words)
        if "".join(words[:1]) in ON_THE_SCREEN:
            assert (outcome.code, "terminal" in outcome.err) == (1, True), (words, outcome.err)
        else:
            assert outcome.code == 0, (words, outcome.err)


def test_every_command_has_a_line() -> None:
    assert {"".join(words[:1]) for words in manual.commands()} >= set(SUMMARIES)


@pytest.mark.parametrize("command", ["", *SUMMARIES])
def test_every_option_is_named(program: Program, command: str) -> None:
    options = re.findall(r"--\w+", program.call(*filter(None, [command]), "--help").out)
    assert options
    assert set(options) <= set(re.findall(r"--\w+", manual.PROSE))
