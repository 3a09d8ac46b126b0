"""Which module may import which, and what the light commands may load."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import environment

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "data" / "dienstreis-barcelona.txt"
LOADED = """\
import json, sys
from reisverslag_tui.cli.main import main
try:
    code = main(sys.argv[2:])
except SystemExit as end:
    code = end.code
with open(sys.argv[1], "w") as file:
    json.dump([code, sorted(sys.modules)], file)
"""
LIGHT = [
    "--version",
    "--help",
    "print --help",
    "lijst",
    "lijst --json",
    "lijst --prullenbak",
    "print laatste",
    "print laatste --naar verslag.txt",
    f"importeer {EXAMPLE}",
    "vul laatste doel iets",
    "verwijder laatste",
    "herstel laatste",
    "versies laatste",
    "versies laatste 1",
    "herstel laatste --versie 1",
    "paden",
    "prnt",
    "print onbekend",
]

FIRST = tuple(f"reisverslag_tui.ui.{name}" for name in ("app", "textual_fixes.signals", "preload"))
"""What is loaded for the first screen, and what loads the rest soon after that."""
LATE = re.compile(r"^ +from (reisverslag_tui\.\S+) import", re.MULTILINE)
"""An import inside a function."""


def modules(line: str, place: Path) -> set[str]:
    """Run the program in a process of its own, and return the modules it has loaded."""
    dump = place / "modules.json"
    subprocess.run(
        [sys.executable, "-c", LOADED, str(dump), *line.split()],
        env=environment(REISVERSLAG_DATA=str(place / "gegevens")),
        cwd=place,
        capture_output=True,
        check=True,
    )
    code, names = json.loads(dump.read_text())
    assert code == (2 if line == "prnt" else 1 if "onbekend" in line else 0)
    return set(names)


def of(package: str, names: set[str]) -> set[str]:
    return {name for name in names if name.split(".")[0] == package}


@pytest.mark.parametrize("line", LIGHT)
def test_a_light_command_loads_no_textual_and_of_rich_only_its_cells(
    line: str, tmp_path: Path
) -> None:
    modules(f"importeer {EXAMPLE}", tmp_path)
    if line == "herstel laatste":
        modules("verwijder laatste", tmp_path)
    if line.endswith(" 1"):
        modules("vul laatste doel iets", tmp_path)
    names = modules(line, tmp_path)
    assert not of("textual", names)
    beyond = of("rich", names) - {"rich", "rich._extension", "rich.cells"}  # rich loads the second
    assert {name for name in beyond if not name.startswith("rich._unicode_data")} == set()
    assert "asyncio" not in names
    assert not {name for name in names if name.startswith("reisverslag_tui.ui")}


def test_nothing_in_the_full_screen_is_loaded_only_when_it_is_wanted() -> None:
    source = ROOT / "src" / "reisverslag_tui"
    files = set(source.rglob("*.py")) - set((source / "cli").rglob("*"))
    late = {name for file in files for name in LATE.findall(file.read_text())}
    script = f"import sys, {', '.join(FIRST)}\n{FIRST[-1]}.load_the_rest()\nprint(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    ).stdout.split()
    assert "reisverslag_tui.ui.palette" in late
    assert late - set(loaded) == set()


def test_toon_loads_rich_and_no_textual(tmp_path: Path) -> None:
    modules(f"importeer {EXAMPLE}", tmp_path)
    names = modules("toon laatste", tmp_path)
    assert "rich.console" in names
    assert not of("textual", names)


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
