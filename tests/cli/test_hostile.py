import os
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest

from reisverslag_tui.core.text import clean
from tests.cli.program import COMMAND, EXAMPLE, PATIENCE, Outcome, Program, any_name

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
PRODUCTS = ["lijst", "lijst --json", "print gent", "toon gent", "paden", "--help", "vul --help"]
DRIVES = {
    "escape": "\x1b[31m\x1b]0;titel\x07",
    "C1": "\x9b31m\x90\x9d",
    "bidi": "\u202e\u2066\u200f",
    "nul": "\0\x08\x7f",
}
LITERAL = r"[/] [bold]x[/bold] :smile: %s {0} <b> \n '''  \"\"\" \u001b"


@pytest.fixture(autouse=True)
def _gent(program: Program) -> None:
    program.add("gent", "Gent", doel="kijken")


def shell(program: Program, redirected: str, **environment: str) -> Outcome:
    """Run the program with streams as only a shell can give them, and a gigabyte at most."""
    line = f"ulimit -v 1000000 2> /dev/null; exec {shlex.join(COMMAND)} {redirected}"
    ended = subprocess.run(
        ["/bin/sh", "-c", line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=program.home,
        env=program.environment() | environment,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.parametrize("line", [*PRODUCTS, "--version"])
def test_a_reader_that_goes_away_is_no_error(program: Program, line: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run(
            [*COMMAND, *line.split()],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=program.environment(),
            timeout=PATIENCE,
            check=False,
        )
    finally:
        os.close(writer)
    assert Outcome(ended.returncode, b"", ended.stderr).err == ""
    assert ended.returncode in ((0, 141) if line.startswith("-") or "help" in line else (141,))


@needs_full
@pytest.mark.parametrize("line", [*PRODUCTS, "--version"])
def test_a_full_disk_below_stdout_is_told(program: Program, line: str) -> None:
    outcome = shell(program, f"{line} > /dev/full")
    assert outcome.code == 1
    assert "schijf vol" in outcome.err


@needs_full
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_full_disk_is_told_also_if_python_keeps_no_buffers(program: Program, line: str) -> None:
    outcome = shell(program, f"{line} > /dev/full", PYTHONUNBUFFERED="1")
    assert outcome.code == 1
    assert "schijf vol" in outcome.err


@pytest.mark.parametrize("line", [line for line in PRODUCTS if "help" not in line])
def test_a_closed_stdout_is_told(program: Program, line: str) -> None:
    outcome = shell(program, f"{line} >&-")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("line", ["print gent --naar x.txt", "print oslo", "verwijder gent"])
def test_words_for_a_closed_stderr_do_not_go_to_stdout(program: Program, line: str) -> None:
    outcome = shell(program, f"{line} 2>&-")
    assert outcome.code == (1 if "oslo" in line else 0)
    assert outcome.out == ""


@needs_full
@pytest.mark.parametrize("line", ["print gent --naar x.txt", "print oslo", "prnt"])
def test_words_that_cannot_be_said_change_no_exit_code(program: Program, line: str) -> None:
    expected = program.run(*line.split()).code
    (program.home / "x.txt").unlink(missing_ok=True)
    assert shell(program, f"{line} 2> /dev/full").code == expected


@pytest.mark.parametrize(("line", "code"), [("importeer -", 1), ("vul gent doel", 2)])
def test_a_closed_stdin_is_nothing_coming_in(program: Program, line: str, code: int) -> None:
    with program.untouched():
        outcome = shell(program, f"{line} <&-")
    assert outcome.code == code
    assert outcome.err


@needs_full
@pytest.mark.parametrize("line", ["importeer -", "vul gent doel"])
def test_a_stdin_without_end_is_refused(program: Program, line: str) -> None:
    with program.untouched():
        outcome = shell(program, f"{line} < /dev/zero")
    assert outcome.code == 1
    assert "te groot" in outcome.err


@pytest.mark.parametrize("line", [*PRODUCTS, "prnt", "vul gent 9 x"])
def test_a_terminal_that_knows_only_ascii_stops_nothing(program: Program, line: str) -> None:
    program.add("gent", "Café", doel="geïnterviewd")
    expected = program.run(*line.split())
    outcome = program.run(*line.split(), PYTHONIOENCODING="ascii")
    assert outcome.code == expected.code


@pytest.mark.parametrize("drives", DRIVES.values(), ids=DRIVES)
def test_what_drives_a_terminal_is_not_stored(program: Program, drives: str) -> None:
    text = f"voor{drives}na"
    imported = program.call(
        "importeer", "-", "--titel", text, stdin=f"HOELANG DUURDE DE REIS?\n\n{text}\n".encode()
    )
    assert imported.code == 0
    assert program.call("vul", imported.out.strip(), "doel", text).code == 0
    assert program.call("vul", imported.out.strip(), "vervolg", stdin=text.encode()).code == 0
    path = program.drafts / f"{imported.out.strip()}.toml"
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    kept = [stored["titel"], *stored["antwoorden"].values()]
    assert kept == [clean(text)] * 4
    assert all(value.isprintable() for value in kept)


def test_what_looks_like_markup_is_printed_as_typed(program: Program) -> None:
    program.call("vul", "gent", "doel", LITERAL)
    for command in ("print", "toon"):
        assert LITERAL in program.call(command, "gent").out


@pytest.mark.parametrize("drives", DRIVES.values(), ids=DRIVES)
def test_a_draft_edited_by_hand_does_not_drive_the_terminal(program: Program, drives: str) -> None:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in drives)
    path = program.write(
        "hand.toml",
        'versie = 1\nformulier = "dienstreis"\naangemaakt = 2030-01-01T00:00:00Z\n'
        f'titel = "Gent {escaped}"\n[antwoorden]\ndoel = "a{escaped}b"\n"{escaped}" = "x"\n',
    )
    bad = program.write("kapot.toml", f'versie = 1\nformulier = "{escaped}"\n')
    for words in (["lijst"], ["print", "hand"], ["toon", "hand"], ["print", "Gent"], ["open", "x"]):
        outcome = program.call(*words)
        shown = (outcome.out + outcome.err).replace("\n", "")
        assert shown.isprintable(), words
    assert path.exists()
    assert bad.exists()


@pytest.mark.parametrize("name", ["\x1b[31mrood", "twee\nregels", "\u202eknip", "\x9b31m"])
@pytest.mark.parametrize("broken", [True, False])
def test_the_name_of_a_file_does_not_drive_the_terminal(
    program: Program, name: str, broken: bool
) -> None:
    if broken:
        program.write(f"{name}.toml", "kapot")
    else:
        program.add(name, "Oslo")
    outcome = program.call("lijst")
    assert len(outcome.out.splitlines()) == 2
    assert outcome.out.replace("\n", "").isprintable()
    program.add("oslo2", "Oslo")
    said = program.call("print", "oslo").err
    assert said.replace("\n", "").isprintable()


@any_name
def test_a_file_whose_name_is_not_utf_8_can_be_listed(program: Program) -> None:
    program.add(os.fsdecode(b"caf\xe9"), "Oslo")
    for words in (["lijst"], ["lijst", "--json"]):
        assert program.run(*words).out  # which is UTF-8, or this raises


NAMES = {
    "surrogate": "\udcff",
    "escape": "\x1b",
    "long": "a" * 5000,
    "long directory": f"{'a' * 5000}/b",
    "home of nobody": "~onbekend-iemand/y",
    "far up": "../" * 50,
    "letter that grows when folded": "\u0130",
}


@pytest.mark.parametrize("command", ["print", "toon", "verwijder", "herstel", "open", "importeer"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_names_are_refused(program: Program, command: str, name: str) -> None:
    said = program.refuses(command, name)
    assert "\x1b" not in said


def test_no_home_and_no_data_directory_is_no_crash(program: Program) -> None:
    assert program.run("paden", HOME="", REISVERSLAG_DATA="", XDG_DATA_HOME="").code in (0, 1)


@pytest.mark.large
def test_a_huge_report_is_printed_whole(program: Program) -> None:
    text = EXAMPLE.read_bytes() + b" appel" * 200_000
    assert program.call("importeer", "-", stdin=text).code == 0
    assert program.call("print", "laatste").out.count("appel") == 200_000
