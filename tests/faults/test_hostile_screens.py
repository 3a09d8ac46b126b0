"""The worst files in the real program, on a real terminal: nothing in them reaches it as it is."""

import re
from pathlib import Path

import pytest

from tests.faults.hostile import BAD, GOOD, HEAD
from tests.faults.test_hostile_files import NAMES
from tests.terminal.terminal import ENTER, F2, F3, F7, F10, Terminal

UP, DOWN, PAGE_DOWN = "\x1b[A", "\x1b[B", "\x1b[6~"
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
NUMBERS = re.compile(rb"[0-9;]+(?=[mH])")
DRIVING = re.compile(
    "[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
LARGE = 200_000


def add(data: Path, name: str, content: str | bytes) -> Path:
    path = data / "concepten" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def kinds(terminal: Terminal) -> set[bytes]:
    """Return the control sequences the terminal was sent, without the numbers of most."""
    assert terminal.wait_for_end() == 0
    sent = bytes(terminal.sent)
    assert not DRIVING.search(SEQUENCE.sub(b"", sent).decode())
    return {NUMBERS.sub(b"", sequence) for sequence in SEQUENCE.findall(sent)}


def open_and_look(terminal: Terminal) -> None:
    terminal.wait_for("van 7")
    terminal.type(F2)
    terminal.wait_for("Nog niet beantwoord")
    terminal.type(F3)
    terminal.wait_for("VERSLAG BUITENLANDSE DIENSTREIS")
    terminal.type(F10)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> set[bytes]:
    """Return the control sequences that the program sends of its own accord."""
    data = tmp_path_factory.mktemp("eerlijk")
    add(data, "gent", f"{HEAD}titel = 'Gent'\n[antwoorden]\ndoel = 'kijken'\n")
    add(data, "kapot", "kapot")
    with Terminal(data=data, columns=120) as terminal:
        terminal.wait_for("1 onleesbaar")
        terminal.type(DOWN + F7)
        terminal.wait_for("blijft")
        terminal.type(f"gent{ENTER}")
        open_and_look(terminal)
        return kinds(terminal)


def test_the_list_of_all_of_them_drives_nothing(tmp_path: Path, honest: set[bytes]) -> None:
    good = [add(tmp_path, f"goed {name}", text) for name, text in GOOD.items()]
    bad = [add(tmp_path, f"fout {name}", d) for name, (d, _) in BAD.items() if len(d) < LARGE]
    bad += [add(tmp_path, name, "kapot") for name in NAMES.values()]
    before = [path.read_bytes() for path in bad]
    with Terminal(data=tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for(f"{len(good) + len(bad)} verslagen, {len(bad)} onleesbaar")
        terminal.type(PAGE_DOWN * 20)
        for _ in NAMES:
            terminal.type(F7 + UP)
            terminal.wait_for("blijft")
        terminal.type("gent")
        terminal.wait_for("Gent ]0;gekaapt")
        terminal.type(ENTER)
        open_and_look(terminal)
        assert kinds(terminal) <= honest
    assert [path.read_bytes() for path in bad] == before


@pytest.mark.parametrize(
    "name",
    ["drives in an answer", "drives in a place", "markup", "a heap of marks", "a place far off"],
)
def test_an_opened_draft_drives_nothing(tmp_path: Path, honest: set[bytes], name: str) -> None:
    add(tmp_path, "vijand", GOOD[name])
    with Terminal("open", "vijand", data=tmp_path, columns=120) as terminal:
        open_and_look(terminal)
        assert kinds(terminal) <= honest
