"""A move to the bin or back, interrupted at each of its calls: the draft is never nowhere."""

import json
import subprocess
import sys
from pathlib import Path

from reisverslag_tui.storage.serialization import to_toml
from tests.faults.left import Left
from tests.faults.moves import MOVES
from tests.faults.saves import ID, NEW, OLD
from tests.stores import store_in


def test_an_interrupted_move_leaves_the_draft_in_one_place(quick_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.moves", str(quick_path)]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60)
    moves = [json.loads(line) for line in ended.stdout.splitlines()]
    assert {move for _, move, call, _ in moves if call} == {*MOVES}
    for data, move, call, said in moves:
        try:
            judge(Path(data), move)
        except AssertionError as error:
            raise AssertionError(f"{data}: {call}, {said}") from error


def judge(data: Path, move: str) -> None:
    """See that the draft is whole, in one place after the next start, and can be moved there."""
    store = store_in(data)
    assert {*places(data).values()} == {to_toml(NEW)}
    store.prepare()
    (place,) = places(data)
    assert [to_toml(OLD)] == [*Left.in_directory(data).versions.values()]
    if (place == "prullenbak") != (move == "to the bin"):
        MOVES[move](store)
    assert [*places(data)] == ["prullenbak" if move == "to the bin" else "concepten"]


def places(data: Path) -> dict[str, bytes]:
    """Return the bytes of the draft by the directory it is in."""
    there = Left.in_directory(data).files
    found = {place: there.get(f"{place}/{ID}.toml") for place in ("concepten", "prullenbak")}
    return {place: text for place, text in found.items() if text is not None}
