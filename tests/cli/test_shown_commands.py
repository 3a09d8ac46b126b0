"""Every command that the program shows does in a shell what it says."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reisverslag_tui.storage.lookup import command
from tests.cli.program import COMMAND, PATIENCE, Program, any_name

SOURCE = Path(__file__).parent.parent.parent / "src"
IDS = {
    "plain": "2026-11-24-abcde",
    "copy": "2026-11-24-abcde (kopie)",
    "quotes": """it's "één" $HOME `id` \\n !!""",
    "dash": "-x",
    "two dashes": "--versie",
    "the last": "laatste",
    "suffix": "gent.toml",
    "glob": "*?[a]",
    "tilde": "~root",
    "equals": "=ls",
    "spaces": "  a  b",
    "lines": "a\nb",
    "escape": "\x1b[31mrood",
    "ends in a line": "a\n",
    "decomposed": "cafe\u0301",
    "no break": "a\xa0b",
    "comment": "#a; exit 3 & x > y",
}
OTHERS = ("ander", "2026-11-24-abcde-2")  # which no command may touch


def shown(said: str) -> str:
    """Return the one command in what was said, as someone would copy it."""
    [line] = re.findall(r"reisverslag [a-z]+ .*$", said, re.MULTILINE)
    return str(line)


def in_a_shell(program: Program, line: str) -> "subprocess.CompletedProcess[str]":
    """Paste a line in a shell of which the program is a command."""
    function = f'reisverslag() {{ {shlex.join(COMMAND)} "$@"; }}'
    return subprocess.run(
        ["/bin/sh", "-c", f"{function}\n{line}"],
        cwd=program.home,
        env=program.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def add(program: Program, draft_id: str) -> Path:
    for name in OTHERS:
        program.add(name, "Gent")
    return program.add(draft_id, "Werkbezoek", doel="kijken")


@pytest.mark.parametrize("draft_id", IDS.values(), ids=IDS)
def test_what_was_thrown_away_comes_back_by_the_command_that_is_shown(
    program: Program, draft_id: str
) -> None:
    path = add(program, draft_id)
    thrown = program.call("verwijder", str(path))
    assert not path.exists()
    ended = in_a_shell(program, shown(thrown.err))
    assert (ended.returncode, path.exists()) == (0, True), (thrown.err, ended.stderr)


@pytest.mark.parametrize("draft_id", [IDS[kind] for kind in ("copy", "dash", "escape")])
def test_a_version_comes_back_by_the_command_that_is_shown(program: Program, draft_id: str) -> None:
    path = add(program, draft_id)
    before = {name: (program.drafts / f"{name}.toml").read_bytes() for name in OTHERS}
    program.call("vul", str(path), "doel", "--", "leren " * 100)
    program.call("vul", str(path), "doel", "niets")
    listed = program.call("versies", str(path))
    back = in_a_shell(program, shown(listed.err))
    assert back.returncode == 0, back.stderr
    assert "leren" in path.read_text(encoding="utf-8")
    again = in_a_shell(program, shown(back.stderr))
    assert again.returncode == 0, again.stderr
    assert "leren" not in path.read_text(encoding="utf-8")
    assert {name: (program.drafts / f"{name}.toml").read_bytes() for name in OTHERS} == before


@pytest.mark.parametrize("name", ["gent (kopie)", "-x", "a\nb\x1b[31m"])
def test_a_damaged_report_and_a_text_are_named_in_a_command(program: Program, name: str) -> None:
    damaged = program.write(f"{name}.toml", "kapot")
    said = program.refuses("print", str(damaged))
    assert said.count("\n") == 1
    ended = in_a_shell(program, shown(said))
    assert (ended.returncode, "nog geen eerdere versies" in ended.stderr) == (0, True), ended.stderr
    text = program.home / f"{name}.txt"
    text.write_text("HOELANG DUURDE DE REIS?\n\nVier dagen\n", encoding="utf-8")
    ended = in_a_shell(program, shown(program.refuses("print", str(text))))
    assert ended.returncode == 0, ended.stderr


@any_name
def test_a_name_that_is_not_utf_8_can_be_named_too(program: Program) -> None:
    path = add(program, os.fsdecode(b"caf\xe9"))
    thrown = program.run("verwijder", os.fsencode(path))
    assert in_a_shell(program, shown(thrown.err)).returncode == 0
    assert path.exists()


_CHARACTERS = st.one_of(
    st.sampled_from("-'\"\\$`!*?~#&;|<>(){}[]=%^ \t\n\r\x1b\x7f\xa0\u200b\u202eé漢"),
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]),
)


@settings(max_examples=100)
@given(st.lists(st.text(_CHARACTERS, max_size=12).filter(lambda t: not t.endswith("\n"))))
def test_a_shell_reads_what_was_meant_whatever_it_is(texts: list[str]) -> None:
    lines = [command("print", text) for text in texts]
    assert all(line.isprintable() for line in lines)
    script = 'reisverslag() { printf "%s\\0" "$@" "."; }\n' + "\n".join(lines)
    read = subprocess.run(["/bin/sh", "-c", script], stdout=subprocess.PIPE, check=True).stdout
    expected = [
        "".join(f"{word}\0" for word in ("print", *["--"] * text.startswith("-"), text, "."))
        for text in texts
    ]
    assert read == os.fsencode("".join(expected))


def test_no_command_is_shown_that_was_put_together_in_another_way() -> None:
    """An id or a path that stands right in a text is not quoted."""
    found = [
        match[0]
        for path in SOURCE.rglob("*.py")
        for match in re.finditer(r"reisverslag [^\"\n]*\{.*", path.read_text(encoding="utf-8"))
    ]
    assert all("{__version__}" in line for line in found), found


@pytest.mark.parametrize(
    "words", [["--overschrijf"], ["--overschrijf", "--printer"], ["--aantal", "2"]]
)
def test_an_option_that_means_nothing_without_another_is_refused(
    program: Program, words: list[str]
) -> None:
    add(program, "gent")
    said = program.refuses("print", "gent", *words, code=2)
    assert re.fullmatch(r"--\w+ kan alleen samen met --\w+\.\n", said)
