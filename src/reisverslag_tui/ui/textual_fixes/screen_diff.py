"""Of each row only what changed is sent to the terminal, part by part as Textual draws them.

Textual 8.2 sends each widget that was refreshed as a whole, and TextArea refreshes itself as a
whole for every key (Textual #4086): 10 KB a key, too much for a slow line or a metered one.
`tests/terminal/test_slow_lines.py` fails without this, `tests/unit/ui/test_screen_diff.py` if a
terminal would show something else than Textual draws.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.cells import get_character_cell_size
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Offset
from textual.screen import Screen
from textual.strip import Strip
from typing_extensions import override

Line = tuple[int, Sequence[tuple[int, Strip]]]
"""A row of the screen, and its new parts, left to right, with the columns they begin in."""

_Row = Mapping[int, Strip]
"""What a row shows, by the columns it begins in; no key where that is not known."""


class Change(LayoutUpdate):
    """What of an update is to be sent; it counts as shown once it is rendered."""

    def __init__(
        self,
        text: str,
        rows: Mapping[int, _Row],
        cursor: Offset,
        on_sent: Callable[["Change"], None],
    ) -> None:
        """`rows` are the rows as they are after this."""
        self.text = text
        self.rows = rows
        self.cursor = cursor
        self._on_sent = on_sent

    @override
    def render_segments(self, console: Console) -> str:
        """Return what is sent."""
        self._on_sent(self)
        return self.text


class ScreenDiff:
    """Remembers what the terminal shows, and returns of what is drawn only what differs."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._cursor: Offset | None = None
        self._drawn_for: object = None

    def forget(self) -> None:
        """Send everything next time, because the terminal may show something else by now."""
        self._rows.clear()
        self._cursor = None

    def update(
        self,
        screen: Screen[Any],
        update: LayoutUpdate | ChopsUpdate,
        cursor: Offset,
        console: Console,
    ) -> Change | None:
        """Return what must be sent for an update of a screen; None if the terminal shows it."""
        drawn_for = screen, screen.outer_size
        if self._drawn_for != drawn_for:  # what was drawn for another size may be anywhere
            self._drawn_for = drawn_for
            self.forget()
        change = self.change(_lines(update), cursor, console)
        return change if change.text or cursor != self._cursor else None

    def change(self, lines: Iterable[Line], cursor: Offset, console: Console) -> Change:
        """Return what must be sent for some lines.

        A terminal may take a character for wider than it is, and move all that follows it: the
        parts to the right of such a part are sent too.
        """
        text, rows = "", dict[int, _Row]()
        for y, parts in lines:  # a row may come twice, with parts far from each other
            row, sends_rest = rows.get(y, self._rows.get(y, {})), False
            for x, part in parts:
                shown = _shown(row, x, x + part.cell_length)
                first, sent = (0, part) if sends_rest else _differing(shown, part)
                if sent:
                    row = _put(row, x, part)
                    text += f"\x1b[{y + 1};{x + first + 1}H{sent.render(console)}"
                    sends_rest = sends_rest or not _has_sure_width(sent.text)
            rows[y] = row
        return Change(text, rows, cursor, self._sent)

    def _sent(self, change: Change) -> None:
        self._rows |= change.rows
        self._cursor = change.cursor


def _shown(row: _Row, x: int, end: int) -> Strip:
    """Return what a row shows from column `x` to `end`, as far as that is known."""
    whole = row.get(x)
    if whole and whole.cell_length == end - x:
        return whole
    there = ((at, strip) for at, strip in sorted(row.items()) if at < end)
    return Strip.join(strip.crop(max(0, x - at), end - at) for at, strip in there)


def _differing(shown: Strip, part: Strip) -> tuple[int, Strip]:
    """Return where `part` begins to differ from what is shown, and all to the last difference.

    A part that holds text of which the width is not sure is returned whole, if it differs.
    """
    if shown == part:
        return 0, Strip([])
    if shown.cell_length != part.cell_length or not _has_sure_width(shown.text + part.text):
        return 0, part
    pairs = enumerate(zip(_cells(shown), _cells(part), strict=True))
    differing = [at for at, (before, now) in pairs if before != now]
    first, last = (differing[0], differing[-1]) if differing else (0, -1)
    return first, part.crop(first, last + 1)


def _cells(strip: Strip) -> Iterator[tuple[str, Style | None]]:
    return ((character, style) for text, style, _ in strip for character in text)


def _put(row: _Row, x: int, part: Strip) -> _Row:
    """Return a row with `part` at column `x`."""
    after, end = {x: part}, x + part.cell_length
    for at, strip in row.items():
        if at < x:
            after[at] = strip.crop(0, x - at)
        if at + strip.cell_length > end:
            after[max(at, end)] = strip.crop(max(0, end - at))
    return after


def _has_sure_width(text: str) -> bool:
    """Return whether every terminal gives each character of `text` one cell."""
    return text.isascii() or all(
        (char < "\u0590" or "\u2000" <= char < "\u2e80") and get_character_cell_size(char) == 1
        for char in text
    )


def _lines(update: LayoutUpdate | ChopsUpdate) -> Iterator[Line]:
    return _whole(update) if isinstance(update, LayoutUpdate) else _changed(update)


def _whole(update: LayoutUpdate) -> Iterator[Line]:
    for y, strips in enumerate(update.strips, update.region.y):
        parts, x = [], update.region.x
        for strip in strips:
            parts.append((x, strip))
            x += strip.cell_length
        yield y, parts


def _changed(update: ChopsUpdate) -> Iterator[Line]:
    for y, begin, end in update.spans:
        parts = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
        yield (
            y,
            [
                (x, strip.crop(0, min(last, end) - x))
                for last, (x, strip) in parts
                if strip is not None and x <= end and last > begin
            ],
        )
