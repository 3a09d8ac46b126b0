import os
import subprocess

import pytest

from tests.cli.program import COMMAND, PATIENCE, Outcome, Program

FULL_SCREEN = [(), ("nieuw", "--print"), ("nieuw", "--titel", "Oslo"), ("open", "laatste")]


@pytest.fixture(autouse=True)
def _gent(program: Program) -> None:
    program.add("gent", "Gent")


@pytest.mark.parametrize("words", FULL_SCREEN)
def test_without_a_terminal_it_says_so_and_stops(program: Program, words: tuple[str, ...]) -> None:
    with program.untouched():
        outcome = program.run(*words)
    assert (outcome.code, outcome.out) == (1, "")
    assert "terminal" in outcome.err
    assert "reisverslag --help" in outcome.err


@pytest.mark.parametrize("words", [words for words in FULL_SCREEN if "--print" not in words])
def test_a_keyboard_without_a_screen_is_no_terminal(
    program: Program, words: tuple[str, ...]
) -> None:
    controller, keyboard = os.openpty()
    try:
        with program.untouched():
            ended = subprocess.run(
                [*COMMAND, *words],
                stdin=keyboard,
                capture_output=True,
                env=program.environment(),
                timeout=PATIENCE,
                check=False,
            )
    finally:
        os.close(keyboard)
        os.close(controller)
    outcome = Outcome(ended.returncode, ended.stdout, ended.stderr)
    assert (outcome.code, outcome.out) == (1, "")
    assert "terminal" in outcome.err


@pytest.mark.parametrize("term", ["dumb", ""])
@pytest.mark.parametrize("words", FULL_SCREEN)
def test_a_terminal_that_cannot_draw_is_told_so(
    program: Program, words: tuple[str, ...], term: str
) -> None:
    with program.untouched():
        code, drawn = program.on_a_terminal(*words, TERM=term)
    assert code == 1
    assert "TERM=" in drawn
    assert "\x1b" not in drawn


@pytest.mark.parametrize("words", [(), ("nieuw",), ("nieuw", "--titel", "Oslo")])
def test_a_data_directory_that_cannot_be_written_is_told_before_a_word_is_typed(
    program: Program, words: tuple[str, ...]
) -> None:
    file = program.move_data_below_a_file()
    with program.untouched():
        code, drawn = program.on_a_terminal(*words)
    assert code == 1
    assert str(file) in drawn.replace("\r\n", "")
    assert "\x1b" not in drawn
