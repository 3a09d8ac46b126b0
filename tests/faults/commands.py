"""Commands that run while a report is open, or at the same time as others."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.environment import environment

_FILL = """
import sys
from reisverslag_tui.cli.main import main

question, name = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
for number in range(8):
    text = f"{name}{number}"
    print(main(["vul", "reis", question, text]), text)
"""


def fill_together(data: Path, questions: Sequence[str]) -> list[tuple[list[list[str]], str]]:
    """Answer each question some times, at once; return exit codes with texts, and stderr."""
    fillers = [
        subprocess.Popen(
            [sys.executable, "-c", _FILL, question, f"{place}-"],
            env=environment(REISVERSLAG_DATA=str(data)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for place, question in enumerate(questions)
    ]
    for filler in fillers:
        assert filler.stdout
        assert filler.stdout.readline() == "ready\n"
    for filler in fillers:
        assert filler.stdin
        filler.stdin.write("\n")
        filler.stdin.flush()
    ended = [filler.communicate(timeout=60) for filler in fillers]
    return [([line.split() for line in told.splitlines()], said) for told, said in ended]


@contextmanager
def refused(data: Path, *words: str) -> Iterator[None]:
    """Assert that a command, meanwhile, says that the report is open elsewhere."""
    command = [sys.executable, "-m", "reisverslag_tui", *words]
    env = environment(REISVERSLAG_DATA=str(data))
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as running:
        yield
        assert running.stderr
        assert "nog open in een ander venster" in running.stderr.read()
    assert running.returncode == 1
