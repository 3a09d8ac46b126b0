import os
import signal
import stat
import subprocess
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from tests.cli.program import COMMAND, EXAMPLE, Program, any_name

DURATION = "HOELANG DUURDE DE REIS?"
SHORT = f"{DURATION}\n\n4 dagen\n".encode()


@pytest.fixture
def report(program: Program) -> Path:
    path = program.home / "Gent in mei.txt"
    path.write_bytes(SHORT)
    return path


def test_the_id_is_printed_and_the_title_is_the_name_of_the_file(
    program: Program, report: Path
) -> None:
    outcome = program.call("importeer", report.name)
    draft_id = outcome.out.removesuffix("\n")
    assert (outcome.code, outcome.err) == (0, "'Gent in mei': 1 van 7 beantwoord.\n")
    assert (program.drafts / f"{draft_id}.toml").is_file()
    assert program.call("lijst").out.endswith("  Gent in mei\n")
    assert program.answer(DURATION, draft_id) == "4 dagen"
    assert report.read_bytes() == SHORT


def test_draft_and_directories_are_for_their_owner_alone(program: Program, report: Path) -> None:
    program.call("importeer", report.name)
    (path,) = program.drafts.iterdir()
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (path, path.parent, program.data)]
    assert modes == [0o600, 0o700, 0o700]


def test_a_title_can_be_given(program: Program, report: Path) -> None:
    program.call("importeer", report.name, "--titel", "Regenwater")
    assert program.call("lijst").out.endswith("  Regenwater\n")


def test_a_dash_is_stdin(program: Program) -> None:
    outcome = program.run("importeer", "-", stdin=SHORT)
    assert outcome.code == 0
    assert program.answer(DURATION, outcome.out.strip()) == "4 dagen"
    assert "Ingelezen op" in program.call("lijst").out


def test_hyphens_of_word_are_hyphens_or_nothing(program: Program, report: Path) -> None:
    report.write_bytes(SHORT.replace(b"4 dagen", b"4\x1e5 da\x1fgen"))
    program.call("importeer", report.name, "--titel", "E\x1email")
    assert program.answer(DURATION) == "4-5 dagen"
    assert program.call("lijst").out.endswith("  E-mail\n")


def test_many_files_give_many_ids(program: Program, report: Path) -> None:
    ids = program.call("importeer", report.name, str(EXAMPLE)).out.split()
    assert sorted(f"{draft_id}.toml" for draft_id in ids) == sorted(
        path.name for path in program.drafts.iterdir()
    )


def test_one_that_fails_stops_no_other(program: Program, report: Path) -> None:
    outcome = program.call("importeer", "weg.txt", report.name, "gegevens", str(EXAMPLE))
    assert outcome.code == 1
    assert len(outcome.out.split()) == 2
    assert outcome.err.count("kan niet gelezen worden") == 2
    assert outcome.err.count("van 7 beantwoord") == 2


def test_one_title_is_not_given_to_many(program: Program, report: Path) -> None:
    program.refuses("importeer", report.name, str(EXAMPLE), "--titel", "x", code=2)


def test_text_above_the_first_question_is_kept_and_told(program: Program) -> None:
    outcome = program.call("importeer", "-", stdin=b"Beste wethouder,\n\n" + SHORT)
    assert outcome.code == 0
    assert "eerste antwoord" in outcome.err
    assert "Beste wethouder," in program.call("print", "laatste").out


NO_REPORTS = [b"", b"\n\n", b"Beste collega,\n\nGroet\n", b"VERSLAG BUITENLANDSE DIENSTREIS\n"]


@pytest.mark.parametrize("content", NO_REPORTS)
def test_a_text_without_a_question_is_refused(program: Program, content: bytes) -> None:
    assert "wat binnenkwam" in program.refuses("importeer", "-", stdin=content)


NO_TEXTS = [b"\xff\xfe" + SHORT, SHORT + b"caf\xe9", "VERSLAG".encode("utf-16"), b"PK\x03\x04\xff"]


@pytest.mark.parametrize("content", NO_TEXTS)
def test_what_is_not_utf_8_is_refused_with_its_line(program: Program, content: bytes) -> None:
    (program.home / "oud.txt").write_bytes(content)
    for name in ("oud.txt", "-"):
        said = program.refuses("importeer", name, stdin=content)
        assert "UTF-8" in said
        assert "regel " in said


@pytest.mark.parametrize("name", ["gegevens", ".", "/", "", "weg.txt", "weg/x.txt", "a" * 300])
def test_what_is_no_file_is_refused(program: Program, name: str) -> None:
    program.add("a", "Gent")
    assert program.refuses("importeer", name)


def test_a_file_that_is_not_there_is_not_called_a_directory(program: Program) -> None:
    assert "map bestaat niet" not in program.refuses("importeer", "weg.txt")


@pytest.mark.parametrize("name", ["~verslag.txt", "~$verslag.txt", "-verslag.txt", "%s {0}.txt"])
def test_an_odd_name_is_a_name(program: Program, name: str) -> None:
    (program.home / name).write_bytes(SHORT)
    assert program.call("importeer", "--", name).code == 0


@any_name
def test_a_name_that_is_not_utf_8_is_a_name(program: Program) -> None:
    (program.home / os.fsdecode(b"caf\xe9.txt")).write_bytes(SHORT)
    assert program.run("importeer", b"caf\xe9.txt").code == 0
    assert program.run("lijst").code == 0


def test_a_file_without_end_is_refused(program: Program) -> None:
    assert "te groot" in program.refuses("importeer", "/dev/zero")


def test_a_data_directory_that_cannot_be_written_is_named(program: Program, report: Path) -> None:
    file = program.move_data_below_a_file()
    said = program.refuses("importeer", report.name)
    assert str(file) in said
    assert ".." not in said


def interrupted(running: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """Interrupt a program that waits for more to read, and return what it wrote.

    An interrupt just before a read that waits is only seen after it: then another is needed.
    """
    sleep(0.1)  # for it to come to that read, mostly
    while True:
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.communicate(timeout=5)


@pytest.mark.parametrize("made", [b"", SHORT])
def test_an_interrupt_ends_with_130_and_leaves_nothing(program: Program, made: bytes) -> None:
    pipe = program.home / "pijp"
    os.mkfifo(pipe)
    running = subprocess.Popen(
        [*COMMAND, "importeer", str(pipe)],
        env=program.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with running, pipe.open("wb", buffering=0) as writer:  # opens once the program reads
        writer.write(made)
        stdout, stderr = interrupted(running)
    assert (running.returncode, stdout, stderr) == (130, b"", b"")
    assert list(program.home.iterdir()) == [pipe]
