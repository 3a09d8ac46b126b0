"""What stands on a terminal, cell by cell, and what must be sent to make it something else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from textual.strip import Strip

_Cell = tuple[str, str]
"""A character and the codes of its style; of odd text all that is sent of it, and an index."""
_Row = list[_Cell | None]
"""The cells of a line; None where it is not known what stands there."""
Line = tuple[int, Sequence[tuple[int, Strip]]]
"""Which line of the screen, and its new parts with the columns they begin in."""
_NEAR = 8  # cells: to skip no more than this takes as much as to send them again


@dataclass(frozen=True)
class Change:
    """What is to be sent, and the rows as they then are."""

    text: str
    rows: Mapping[int, _Row]


class Shown:
    """Remembers what was sent, and gives of what is to be shown only what differs."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}

    def forget(self) -> None:
        """Have all sent that comes next, because the terminal may show something else by now."""
        self._rows.clear()

    def change(self, lines: Iterable[Line], console: Console) -> Change:
        """Return what shows some lines, for `sent` once it is sent."""
        text, rows = "", dict[int, _Row]()
        for y, parts in lines:  # a line may come twice, with parts far from each other
            row = rows.setdefault(y, list(self._rows.get(y, ())))
            text += _write(row, y, parts, console)
        return Change(text, rows)

    def sent(self, change: Change) -> None:
        """Remember that this is on the terminal now."""
        self._rows |= change.rows


def _write(row: _Row, y: int, parts: Sequence[tuple[int, Strip]], console: Console) -> str:
    """Put `parts` in a row, and return what shows them on line `y`.

    Odd text is sent as a whole, with what follows it: a terminal may think it wider.
    """
    sent, odd = "", False
    for x, strip in parts:
        cells, whole = _cells(strip, console)
        end = x + len(cells)
        row.extend([None] * (end - len(row)))
        shown = row[x:end]
        if not cells or (shown == cells and not odd):
            continue
        row[x:end] = cells
        if whole:
            odd = True
            sent += _move_to(x, y) + cells[0][0]
        else:
            pairs = enumerate(zip(cells, shown, strict=True))
            for first, last in _runs([at for at, (new, old) in pairs if odd or new != old]):
                sent += _move_to(x + first, y) + _text(cells[first : last + 1])
    return sent


def _cells(strip: Strip, console: Console) -> tuple[list[_Cell], bool]:
    """Return the cells of a strip, and whether it holds odd text."""
    if not all(_is_plain(segment.text) for segment in strip):
        everything = strip.render(console)
        return [(everything, str(at)) for at in range(strip.cell_length)], True
    colours = ColorSystem[(console.color_system or "truecolor").upper().replace("256", "EIGHT_BIT")]
    cells: list[_Cell] = []
    for text, style, _ in strip:
        cells += _styled(text, Strip.render_ansi(style, colours) if style else "")
    return cells, False


@lru_cache(256)
def _styled(text: str, codes: str) -> Sequence[_Cell]:
    return [(character, codes) for character in text]


@lru_cache(4096)
def _is_plain(text: str) -> bool:
    """Tell whether every terminal gives each character of `text` one cell."""
    return text.isascii() or all(
        (char < "\u0590" or "\u2000" <= char < "\u2e80") and get_character_cell_size(char) == 1
        for char in text
    )


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of columns, those that are near taken together."""
    first = last = -1
    for column in columns:
        if first >= 0 and column - last > _NEAR:
            yield first, last
            first = column
        first, last = (column if first < 0 else first), column
    if first >= 0:
        yield first, last


def _text(cells: Sequence[_Cell]) -> str:
    """Return what is sent for some cells."""
    sent = ""
    for codes, styled in groupby(cells, key=lambda cell: cell[1]):
        text = "".join(character for character, _ in styled)
        sent += f"\x1b[{codes}m{text}\x1b[0m" if codes else text
    return sent


def _move_to(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
