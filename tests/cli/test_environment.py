"""An environment that lies, streams that are not there, and clocks of odd zones."""

import os
import shlex
import subprocess

import pytest

from tests.cli.program import COMMAND, PATIENCE, Outcome, Program

ODD_ZONES = ["AAA-24:59", "AAA-0:19:32", "nonsense"]
DRIVES = "a\x1b[31mb\n\u202ec"


def shell(program: Program, line: str, **environment: str) -> Outcome:
    ended = subprocess.run(
        ["/bin/sh", "-c", f"ulimit -v 400000; exec {shlex.join(COMMAND)} {line}"],
        capture_output=True,
        cwd=program.home,
        env=program.environment(**environment),
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.parametrize("zone", ODD_ZONES)
def test_an_odd_zone_stands_in_the_way_of_nothing(program: Program, zone: str) -> None:
    program.write("gent.toml", "versie = 1\naangemaakt = 2020-01-01T00:00:00\n")
    for words in (["importeer", "-"], ["vul", "gent", "doel", "kijken"], ["lijst", "--json"]):
        outcome = program.run(*words, stdin=b"HOELANG DUURDE DE REIS?\n\nkort\n", TZ=zone)
        assert outcome.code == 0, outcome.err
    assert "vandaag" in program.run("lijst", TZ=zone).out


def test_a_locale_without_accents_does_not_change_what_is_typed(program: Program) -> None:
    program.add("gent", "Gent")
    outcome = shell(
        program,
        "vul gent doel 'één “plan”'",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert outcome.code == 0, outcome.err
    assert "één “plan”" in program.run("print", "gent").out


@pytest.mark.parametrize("zone", ODD_ZONES)
def test_a_crash_can_be_told_in_an_odd_zone(program: Program, zone: str) -> None:
    crashing = (
        "import sys, reisverslag_tui.cli.commands.paden as paden\n"
        "def crash(_args): raise ZeroDivisionError\n"
        "paden.run = crash\n"
        "from reisverslag_tui.cli.main import main\n"
        "sys.exit(main(['paden']))\n"
    )
    ended = subprocess.run(
        [COMMAND[0], "-c", crashing],
        env=program.environment(TZ=zone),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 70
    assert "Traceback" not in ended.stderr.decode()
    [report] = (program.data / "foutmeldingen").iterdir()
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_what_the_environment_holds_does_not_drive_the_terminal(program: Program) -> None:
    odd = str(program.home / DRIVES)
    program.add("gent", "Gent")
    for words in (["paden"], ["nieuw"], ["verwijder", "gent"]):
        for data in (odd, DRIVES):
            outcome = program.run(*words, REISVERSLAG_DATA=data, TERM=DRIVES, EDITOR=DRIVES)
            shown = outcome.out + outcome.err
            assert shown.replace("\n", "").isprintable(), (words, shown)
            assert outcome.code == 0 or shown.count("\n") == 1, (words, shown)
    assert program.run("paden", REISVERSLAG_DATA=odd).out.count("\n") == 5


def test_a_relative_data_directory_is_refused_in_a_sentence(program: Program) -> None:
    with program.untouched():
        outcome = program.run("nieuw", "--titel", "Oslo", REISVERSLAG_DATA="reizen")
        listed = program.run("lijst", REISVERSLAG_DATA="reizen")
    assert (listed.code, listed.out, listed.err.count("\n")) == (1, "", 1)
    assert "REISVERSLAG_DATA" in listed.err
    assert outcome.code == 1


def test_a_tilde_that_no_shell_has_expanded_is_home(program: Program) -> None:
    report = b"HOELANG DUURDE DE REIS?\n\nkort\n"
    assert program.run("importeer", "-", stdin=report, REISVERSLAG_DATA="~/reizen").code == 0
    assert list((program.home / "reizen" / "concepten").glob("*.toml"))


@pytest.mark.parametrize("part", ["[", "[],"])
def test_an_index_that_would_take_all_memory_is_not_read(program: Program, part: str) -> None:
    program.add("gent", "Gent")
    (program.data / "lijst.json").write_text("[" + part * 12_000_000, encoding="utf-8")
    outcome = shell(program, "lijst")
    assert (outcome.code, outcome.err) == (0, "")
    assert "Gent" in outcome.out


@pytest.mark.parametrize("columns", ["²", "99999999999999999999", "-5", "0", "x", ""])
@pytest.mark.parametrize("line", ["toon gent", "print --help"])
def test_an_odd_width_of_the_window_is_ignored(
    program: Program, monkeypatch: pytest.MonkeyPatch, columns: str, line: str
) -> None:
    program.add("gent", "Gent")
    usual = program.call(*line.split()).out
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, columns)
    odd = program.call(*line.split())
    assert (odd.code, odd.out) == (0, usual)


@pytest.mark.parametrize("line", ["toon gent", "print --help"])
def test_what_is_printed_is_as_wide_as_the_terminal_is(program: Program, line: str) -> None:
    program.add("gent", "Gent", doel="woord " * 40)
    _, drawn = program.on_a_terminal(*line.split(), COLUMNS="40", LINES="5")  # it has 80
    assert 60 < max(map(len, drawn.split("\r\n"))) <= 100
    narrow = program.run(*line.split(), COLUMNS="40").out
    assert max(map(len, narrow.split("\n"))) <= 40 or "help" in line


def test_a_closed_stream_does_not_become_a_draft(program: Program) -> None:
    """The first file that is opened would be number 2, in which `lp` writes its complaints."""
    program.add("gent", "Gent")
    script = program.home / "lp"
    script.write_text("#!/bin/sh\necho klacht >&2\ncat > /dev/null\n", encoding="utf-8")
    script.chmod(0o700)
    for streams in ("2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        outcome = shell(program, f"vul gent doel Leren {streams}")
        assert outcome.code == 0
        printed = shell(
            program,
            f"print gent --printer {streams}",
            PATH=f"{program.home}{os.pathsep}{os.environ['PATH']}",
        )
        assert printed.code == 0
    assert program.answer("WAT WAS HET DOEL VAN DE REIS?", "gent") == "Leren"
    assert not any("klacht" in path.read_text("utf-8") for path in program.drafts.glob("*"))


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONWARNINGS": "error"},
        {"PYTHONDEVMODE": "1"},
        {"PYTHONOPTIMIZE": "2"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"UNICODE_VERSION": "²"},
        {"XDG_DATA_HOME": "hier", "XDG_CONFIG_HOME": "hier", "REISVERSLAG_DATA": ""},
    ],
)
def test_variables_of_python_and_others_change_no_command(
    program: Program, variables: dict[str, str]
) -> None:
    if "REISVERSLAG_DATA" in variables:
        variables = {**variables, "HOME": str(program.home)}
    text = "HOELANG DUURDE DE REIS?\n\nVier dagen, één nacht\n"
    (program.home / "a.txt").write_text(text, encoding="utf-8")
    for line in ("importeer a.txt", "print laatste", "toon laatste"):
        outcome = shell(program, line, **variables)
        assert (outcome.code, "arning" in outcome.err) == (0, False), outcome.err
        assert line.startswith("importeer") or "één" in outcome.out
    assert not (program.home / "hier").exists()
