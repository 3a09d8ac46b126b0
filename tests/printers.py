"""A CUPS of two small programs on the PATH, which write down what they are asked."""

import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

NO_PRINTERS = "lpstat: No destinations added."
NOT_RUNNING = "lpstat: Scheduler is not running."
LISTED = """\
Dicht
PDF
PDF/snel
PS
system default destination: PS
"""
"""What `lpstat -e -d` of CUPS 2.4 answers."""


@dataclass(frozen=True)
class FakeCups:
    """The programs are in `programs`; what `lp` was given is in `asked` and `text`."""

    programs: Path

    @property
    def asked(self) -> list[str]:
        """The words after `lp`, or nothing if it was not asked."""
        path = self.programs / "asked"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    @property
    def text(self) -> str:
        return (self.programs / "text").read_text(encoding="utf-8")

    def lists(self, answer: str = LISTED, why: str = NO_PRINTERS) -> None:
        """Let `lpstat` answer this, or say why there is nothing to answer."""
        self._write(
            "lpstat",
            f"[ \"$1\" = -e ] && printf %s {shlex.quote(answer)} || echo '{why}' >&2",
        )

    def takes(self, answer: str = "request id is PDF-12 (0 file(s))") -> None:
        """Let `lp` take what it is given."""
        here = shlex.quote(str(self.programs))
        self._write(
            "lp", f"printf '%s\\n' \"$@\" > {here}/asked; cat > {here}/text; echo '{answer}'"
        )

    def refuses(self, why: str) -> None:
        """Let `lp` refuse what it is given."""
        self._write("lp", f"cat > /dev/null; echo '{why}' >&2; exit 1")

    def hangs(self, name: str) -> None:
        """Let a program wait for ever."""
        self._write(name, "exec sleep 60")

    def hold(self) -> None:
        """Let every program wait before it does anything."""
        (self.programs / "held").touch()

    def let_go(self) -> None:
        """Let them go on."""
        (self.programs / "held").unlink()

    def _write(self, name: str, script: str) -> None:
        program = self.programs / name
        waiting = f"while [ -e {shlex.quote(str(self.programs / 'held'))} ]; do sleep 0.02; done"
        program.write_text(f"#!/bin/sh\n{waiting}\n{script}\n", encoding="utf-8")
        program.chmod(0o700)


def fake_cups(directory: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    """Put programs on the PATH, before all others, that list printers and take what they get."""
    programs = directory / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    cups = FakeCups(programs)
    cups.lists()
    cups.takes()
    return cups
