"""The program as a shell runs it, with a directory of its own, and what it leaves on disk."""

import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ptyprocess import PtyProcess

from reisverslag_tui.cli.main import main
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.locations import index_file
from reisverslag_tui.storage.serialization import to_toml
from tests.environment import environment

EXAMPLE = Path(__file__).parent.parent / "data" / "dienstreis-barcelona.txt"
COMMAND = (sys.executable, "-m", "reisverslag_tui")
MOMENT = datetime(2020, 11, 24, 14, 32, 7, tzinfo=UTC)
any_name = pytest.mark.skipif(sys.platform == "darwin", reason="its file names are UTF-8")
PATIENCE = 20.0  # seconds; only a program that hangs takes so long


@dataclass(frozen=True)
class Outcome:
    """What a run gave; that no run may show a traceback or a bug of ours is asserted here."""

    code: int
    stdout: bytes
    stderr: bytes

    def __post_init__(self) -> None:
        assert b"Traceback" not in self.stderr, self.err
        assert b"Exception ignored" not in self.stderr, self.err
        assert self.code in (0, 1, 2, 130, 141), f"exit code {self.code}: {self.err}"

    @property
    def out(self) -> str:
        return self.stdout.decode()

    @property
    def err(self) -> str:
        return self.stderr.decode()


class Program:
    """Runs the program in `home`, where its data directory is too."""

    def __init__(
        self,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
        captured: pytest.CaptureFixture[bytes],
    ) -> None:
        self.home = home
        self.data = home / "gegevens"
        self.drafts = self.data / "concepten"
        self.bin = self.data / "prullenbak"
        self._monkeypatch = monkeypatch
        self._captured = captured
        monkeypatch.chdir(home)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.delenv("XDG_DATA_HOME")
        monkeypatch.setenv("REISVERSLAG_DATA", str(self.data))

    def environment(self, **more: str) -> dict[str, str]:
        return environment(**more)

    def run(self, *words: str | bytes, stdin: bytes = b"", **environment: str) -> Outcome:
        """Run the program as a process."""
        ended = subprocess.run(
            [*COMMAND, *words],
            input=stdin,
            capture_output=True,
            cwd=self.home,
            env=self.environment(**environment),
            timeout=PATIENCE,
            check=False,
        )
        return Outcome(ended.returncode, ended.stdout, ended.stderr)

    def call(self, *words: str, stdin: bytes = b"") -> Outcome:
        """Run the program in this process: the same, but fifty times as fast."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else -1
        return Outcome(code, *self._captured.readouterr())

    def on_a_terminal(
        self, *words: str, command: Sequence[str] = COMMAND, **environment: str
    ) -> tuple[int, str]:
        """Run the program on a pseudo-terminal; return its exit code and what was drawn."""
        process = PtyProcess.spawn(
            [*command, *words], cwd=str(self.home), env=self.environment(**environment)
        )
        drawn = bytearray()
        while True:
            try:
                drawn += process.read()
            except EOFError:
                break
        code: int = process.wait()
        process.close()
        return Outcome(code, b"", bytes(drawn)).code, drawn.decode()

    def refuses(self, *words: str, code: int = 1, stdin: bytes = b"") -> str:
        """Assert that the program gives no product and changes nothing; return what it says."""
        with self.untouched():
            outcome = self.call(*words, stdin=stdin)
        assert (outcome.code, outcome.out) == (code, "")
        assert outcome.err.endswith("\n")
        return outcome.err

    def move_data_below_a_file(self) -> Path:
        """Make the data directory one that nothing can be written in, not even by root."""
        file = self.home / "bestand"
        file.write_text("geen map")
        self._monkeypatch.setenv("REISVERSLAG_DATA", str(file / "gegevens"))
        return file

    @contextmanager
    def untouched(self) -> Iterator[None]:
        """Assert that nothing on disk changes."""
        before = self.files()
        yield
        assert self.files() == before

    def files(self) -> dict[str, bytes | None]:
        """Return the bytes of every file, hidden ones too; a directory has None.

        Without the index, which comes and goes.
        """
        return {
            str(path.relative_to(self.home)): path.read_bytes() if path.is_file() else None
            for path in self.home.rglob("*")
            if path != index_file()
        }

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file among the drafts, as it is."""
        self.drafts.mkdir(parents=True, exist_ok=True)
        path = self.drafts / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def add(
        self, draft_id: str, title: str = "", modified: datetime = MOMENT, **answers: str
    ) -> Path:
        """Put a draft among the others."""
        draft = Draft(id=draft_id, title=title, created=MOMENT, modified=modified, answers=answers)
        return self.write(f"{draft_id}.toml", to_toml(draft))

    def answer(self, question: str, name: str = "laatste") -> str:
        """Return an answer as the report prints it, all on one line."""
        report = self.call("print", name, "--breedte", "0").out
        return report.split(f"{question}\n\n", 1)[1].split("\n\n", 1)[0].rstrip("\n")
