"""Ended from outside while the disk refuses, or does not answer: the text is kept somewhere."""

import json
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

ENOSPC, HANGS = 28, -1

SHIM = """
import json, os, sys, threading
from pathlib import Path
from reisverslag_tui.cli.main import main

trouble, opening = Path(sys.argv.pop(1)), os.open

def refusing(path, flags, *options, **more):
    if trouble.exists() and flags & (os.O_WRONLY | os.O_RDWR):
        told = json.loads(trouble.read_text())
        places = [place for place in told if str(path).startswith(place)]
        number = told[max(places, key=len)] if places else 0
        if number < 0:
            threading.Event().wait()
        if number:
            raise OSError(number, os.strerror(number))
    return opening(path, flags, *options, **more)

os.open = refusing
sys.exit(main(sys.argv[1:]))
"""


class Disks:
    """A data directory, a home and a directory for temporary files, each of which can refuse."""

    def __init__(self, root: Path) -> None:
        self.home, self.temporary, self.data = root / "thuis", root / "tijdelijk", root / "schijf"
        for place in (self.home, self.temporary, self.data):
            place.mkdir()
        self._trouble = root / "fout"
        self._program = ("-c", SHIM, str(self._trouble))

    def refuse(self, places: dict[Path, int]) -> None:
        """Let writing below these places fail with an error, or hang; below others it goes well."""
        told = {str(place): number for place, number in places.items()}
        written = self._trouble.with_suffix(".half")
        written.write_text(json.dumps(told))
        written.rename(self._trouble)

    @contextmanager
    def written_in(self) -> Iterator[Terminal]:
        """Begin a report, and have some of it saved."""
        with Terminal(
            "nieuw",
            data=self.data,
            program=self._program,
            HOME=str(self.home),
            TMPDIR=str(self.temporary),
        ) as terminal:
            terminal.wait_for("Vraag 1 van 7")
            terminal.type("twee")
            terminal.wait_for("Opgeslagen")
            yield terminal

    @property
    def rescued(self) -> list[Path]:
        return [
            path for place in (self.home, self.temporary) for path in place.glob("*-gered-*.toml")
        ]


@pytest.fixture
def disks(tmp_path: Path) -> Disks:
    return Disks(tmp_path)


def _end(terminal: Terminal, number: signal.Signals) -> str:
    """Type on, end the program, and return what is said after that."""
    terminal.type(" man")
    terminal.wait_for("twee man")
    terminal.kill(number)
    assert terminal.wait_for_end() == 128 + number
    assert not terminal.disorder
    return terminal.sent.rpartition(b"\x1b[?25h")[2].decode()


ALL = Path("/")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_full_disk_and_no_place_for_temporary_files(disks: Disks, number: signal.Signals) -> None:
    with disks.written_in() as terminal:
        disks.refuse({ALL: ENOSPC, disks.home: 0, Path("/dev"): 0})
        said = _end(terminal, number)
    (rescued,) = disks.rescued
    assert rescued.parent == disks.home
    assert 'personen = "twee man"' in rescued.read_text(encoding="utf-8")
    assert str(rescued) in said


def test_disks_that_do_not_answer_are_not_waited_for(disks: Disks) -> None:
    with disks.written_in() as terminal:
        disks.refuse({disks.data: HANGS, disks.home: HANGS})
        said = _end(terminal, signal.SIGTERM)
    (rescued,) = disks.rescued
    assert rescued.parent == disks.temporary
    assert 'personen = "twee man"' in rescued.read_text(encoding="utf-8")
    assert str(rescued) in said


def test_a_window_that_is_closed_while_the_disk_does_not_answer(disks: Disks) -> None:
    with disks.written_in() as terminal:
        disks.refuse({disks.data: HANGS})
        terminal.type(" man")
        terminal.wait_for("twee man")
        assert terminal.hang_up() == 128 + signal.SIGHUP
    (rescued,) = disks.rescued
    assert 'personen = "twee man"' in rescued.read_text(encoding="utf-8")


@pytest.mark.parametrize("error", [ENOSPC, HANGS])
def test_where_no_place_takes_it_all_of_it_is_on_the_terminal(disks: Disks, error: int) -> None:
    with disks.written_in() as terminal:
        disks.refuse({ALL: error, Path("/dev"): 0})
        said = _end(terminal, signal.SIGTERM)
    assert not disks.rescued
    assert "twee man" in said
    assert "WAT WAS HET DOEL VAN DE REIS?" in said


LIMITS = {
    "no file more": (resource.RLIMIT_NOFILE, 3),
    "a few files more": (resource.RLIMIT_NOFILE, 14),
    "small files": (resource.RLIMIT_FSIZE, 100),
}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_a_limit_on_files_leaves_the_text_somewhere(
    disks: Disks, limit: tuple[int, int], number: signal.Signals
) -> None:
    with disks.written_in() as terminal:
        terminal.limit(*limit)
        said = _end(terminal, number)
        assert "Traceback" not in said
    saved = [path.read_text(encoding="utf-8") for path in disks.data.rglob("*.toml")]
    saved += [path.read_text(encoding="utf-8") for path in disks.rescued]
    assert "twee man" in "".join(saved) + said


def test_without_memory_for_a_thread_it_ends_and_all_of_it_is_said_or_saved(disks: Disks) -> None:
    with disks.written_in() as terminal:
        terminal.limit(resource.RLIMIT_DATA, 1_000_000)
        said = _end(terminal, signal.SIGTERM)
    saved = [path.read_text(encoding="utf-8") for path in disks.data.rglob("*.toml")]
    saved += [path.read_text(encoding="utf-8") for path in disks.rescued]
    assert "twee man" in "".join(saved) + said
