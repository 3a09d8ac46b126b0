"""Measure: `python -m benchmarks [--json FILE] [PART ...]`, all parts if none is named."""

import argparse
import compileall
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import reisverslag_tui
from benchmarks.commands import commands, saving
from benchmarks.keys import screens, searching, slow_disk, typing, typing_fast
from benchmarks.starting import many_reports, starting
from benchmarks.table import Row, as_json, as_table

PARTS: Mapping[str, Callable[[Path], Iterator[Row]]] = {
    "starting": starting,
    "typing": typing,
    "typing-fast": typing_fast,
    "slow-disk": slow_disk,
    "screens": screens,
    "commands": commands,
    "saving": saving,
    "many-reports": many_reports,
    "searching": searching,
}
"""What can be measured, each in a directory of its own."""


def main() -> None:
    """Measure, tell on stderr how far it is, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all measurements there")
    args = parser.parse_args()
    compileall.compile_dir(Path(reisverslag_tui.__file__).parent, quiet=1)  # as installers do
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as place:
        for name in args.parts or PARTS:
            for row in PARTS[name](Path(place, name)):
                sys.stderr.write(f"{row.name}: {row.ratio:.2f}\n")
                rows.append(row)
    sys.stdout.write(f"{as_table(rows)}\n")
    if args.json:
        args.json.write_text(as_json(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
