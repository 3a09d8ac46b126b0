"""Any bytes in a file: it is told what is wrong with it, and all else goes on as it did."""

import json
import os
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings

from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.form import Question, read_form
from reisverslag_tui.errors import FormError, UnreadableDraft
from reisverslag_tui.storage.locations import index_file
from reisverslag_tui.storage.serialization import from_toml, to_toml
from tests.cli.program import Outcome, Program, any_name
from tests.clock import MOMENT
from tests.faults.hostile import BAD, FILES, FORMS, GOOD
from tests.strategies import QUESTION_IDS

PATIENCE = 20.0  # seconds for what takes less than one
COMMANDS = (["lijst"], ["lijst", "--json"], ["print", "vijand"], ["toon", "vijand"])
DRIVING = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


@pytest.fixture
def program(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Program:
    program = Program(tmp_path, monkeypatch, capsysbinary)
    program.add("brugge", "Brugge", doel="kijken")
    program.add("gent", "Gent", doel="luisteren")
    return program


@contextmanager
def untouched(program: Program) -> Iterator[None]:
    """Assert that no file changes, nor one comes or goes, nor takes long."""
    before, begin = states(program), monotonic()
    yield
    assert monotonic() - begin < PATIENCE
    assert states(program) == before


def states(program: Program) -> dict[bytes, tuple[object, ...]]:
    """Return what is known of each file, and its bytes if they are few."""
    found: dict[bytes, tuple[object, ...]] = {}
    for path in program.data.rglob("*"):
        if path == index_file():  # which comes and goes
            continue
        status = path.lstat()
        few = path.is_file() and status.st_size < 20_000_000
        content = path.read_bytes() if few else b""
        found[os.fsencode(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


def harmless(outcome: Outcome) -> Outcome:
    """Assert that nothing in what was written can drive a terminal."""
    assert not DRIVING.search(outcome.out), outcome.out
    assert not DRIVING.search(outcome.err), outcome.err
    return outcome


def withstands(program: Program, path: Path) -> None:
    """Assert that a file among good drafts does no harm, and that what is said of it is right."""
    with untouched(program):
        drafts, broken = user_store().drafts()
        listed, as_json, printed, shown = (harmless(program.call(*words)) for words in COMMANDS)
    assert {"brugge", "gent"} <= {draft.id for draft in drafts}
    assert [listed.code, as_json.code, shown.code] == [0, 0, printed.code]
    assert len(listed.out.splitlines()) == 3
    rows = {row["id"]: row for row in json.loads(as_json.out)}
    assert rows["brugge"]["beantwoord"] == rows["gent"]["beantwoord"] == 1
    if not broken:
        assert printed.code == 0
        assert printed.out.startswith("VERSLAG BUITENLANDSE DIENSTREIS\n")
        return
    error = broken[0].error
    assert (rows["vijand"]["fout"], rows["vijand"]["regel"]) == (error.reason, error.line)
    assert f"vijand            onleesbaar: {error}\n" in listed.out
    assert printed.err == shown.err
    assert printed.err.startswith(f"{path} kan niet gelezen worden: {error}. Bekijk eerdere")


def hostile(program: Program, data: bytes | str) -> Path:
    return program.write("vijand.toml", data)


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_a_file_that_is_odd_is_a_draft(program: Program, data: str) -> None:
    withstands(program, hostile(program, data))
    assert not user_store().drafts()[1]


@pytest.mark.parametrize(("data", "said"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_draft_is_told_what_is_wrong(
    program: Program, data: bytes | str, said: str
) -> None:
    withstands(program, hostile(program, data))
    (broken,) = user_store().drafts()[1]
    assert str(broken.error).startswith(said)
    assert len(str(broken.error)) < 150


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(path))  # a long path would not fit


SPECIAL: dict[str, tuple[Callable[[Path], object], str]] = {
    "directory": (Path.mkdir, "dit is een map, geen bestand"),
    "pipe": (os.mkfifo, "dit is geen gewoon bestand"),
    "socket": (_socket, "dit is geen gewoon bestand"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "dit verwijst naar een bestand in een"),
    "link to nothing": (lambda path: path.symlink_to("weg"), "het bestand bestaat niet"),
    "link to itself": (lambda path: path.symlink_to(path.name), "te veel verwijzingen"),
    "sparse file": (_sparse, "te groot (meer dan 16 MB)"),
    "large file": (lambda path: path.write_bytes(b"#" * 100_000_000), "te groot (meer dan 16 MB)"),
}


@pytest.mark.parametrize(("make", "said"), SPECIAL.values(), ids=SPECIAL)
def test_what_is_no_file_of_text_is_told_what_it_is(
    program: Program, make: Callable[[Path], object], said: str
) -> None:
    path = program.drafts / "vijand.toml"
    make(path)
    withstands(program, path)
    (broken,) = user_store().drafts()[1]
    assert str(broken.error).startswith(said)


NAMES = {
    "sequence": "\x1b]0;gekaapt\x07\x1b[31m",
    "C1": "\x9b31m\x9d0;x\x9c",
    "bidi": "\u202egnp\u2066",
    "lines": "een\ntwee\r\x85drie\u2028vier",
    "control": "\x01\x08\x7f",
    "markup": "[bold]x[@click=app.quit]",
    "shell": "$(id) `id` 'a' \"b\" -rf ..\\",
    "long": "n" * 250,
    "space": " ",
    "no UTF-8": os.fsdecode(b"caf\xe9\xff"),
}


@pytest.mark.parametrize(
    "name", [pytest.param(NAMES[key], id=key, marks=any_name) for key in NAMES]
)
@pytest.mark.parametrize("content", [GOOD["markup"], "kapot"], ids=["draft", "broken"])
def test_no_name_of_a_file_does_harm(program: Program, name: str, content: str) -> None:
    program.write(f"{name}.toml", content)
    with untouched(program):
        listed = harmless(program.call("lijst"))
        rows = json.loads(harmless(program.call("lijst", "--json")).out)
        for words in (["print", name], ["toon", name], ["print", name[:1]], ["print", f"x{name}"]):
            harmless(program.call(*words))
        by_path = harmless(program.call("print", f"{program.drafts}/{name}.toml"))
    assert by_path.code == (content == "kapot")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == 3
    assert name in [row["id"] for row in rows]


@pytest.mark.parametrize("kind", FILES)
def test_a_file_made_by_chance_does_no_harm(
    program: Program, request: pytest.FixtureRequest, kind: str
) -> None:
    @settings(max_examples=request.config.getoption("hostile"))
    @given(FILES[kind])
    def does_no_harm(data: bytes) -> None:
        withstands(program, hostile(program, data))
        can_be_saved(data)

    does_no_harm()


def can_be_saved(data: bytes) -> None:
    """Assert that what can be read can be written, as it is and with every question answered."""
    try:
        draft = from_toml("vijand", data)
    except UnreadableDraft:
        return
    full = replace(draft, answers={**draft.answers, **dict.fromkeys(QUESTION_IDS, "iets")})
    for one in (draft, full.finish(MOMENT)):
        if not one.read_only:
            written = to_toml(one)
            assert to_toml(from_toml("vijand", written)) == written


def _texts(question: Question) -> str:
    return f"{question.heading}{question.wording}{question.label}{question.help}{question.example}"


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_made_by_chance_is_a_form_or_none(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    path = tmp_path / "\x1b[31m.toml"

    @settings(max_examples=request.config.getoption("hostile"))
    @given(FORMS[kind])
    def is_a_form_or_none(data: bytes) -> None:
        path.write_bytes(data)
        try:
            form = read_form(path)
            said = "".join([form.title, form.name, *map(_texts, form.questions)])
        except FormError as error:
            said = str(error)
        assert not DRIVING.search(said)

    is_a_form_or_none()
