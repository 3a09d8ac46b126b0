"""What is sent to a terminal is enough to show everything, and little."""

from collections.abc import Sequence

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from reisverslag_tui.ui.textual_fixes.screen_diff import Line, ScreenDiff

COLUMNS, ROWS = 24, 3
CURSOR = Offset(0, 0)
CONSOLE = Console(color_system="256", force_terminal=True)
STYLES = [Style.parse(words) for words in ("", "bold", "red on blue", "reverse")]
PIECES = st.tuples(
    st.sampled_from(["a", "bc", "é …", "    ", "漢", "e\u0301"]), st.sampled_from(STYLES)
)


def _strip(pieces: list[tuple[str, Style]], width: int) -> Strip:
    return Strip([Segment(text, style) for text, style in pieces]).adjust_cell_length(width)


@st.composite
def frames(draw: st.DrawFn) -> list[Line]:
    """Some lines of the screen, whole or from some column on, in one part or two."""
    lines: list[Line] = []
    for y in draw(st.lists(st.integers(0, ROWS - 1), unique=True)):
        begin = draw(st.sampled_from([0, 0, 8]))
        middle = draw(st.sampled_from([begin + 8, begin + 9]))
        ends = ((begin, middle), (middle, COLUMNS))
        lines.append((y, [(x, _strip(draw(st.lists(PIECES)), end - x)) for x, end in ends]))
    return lines


def _whole(lines: list[Line]) -> str:
    return "".join(
        f"\x1b[{y + 1};{x + 1}H{strip.render(CONSOLE)}" for y, parts in lines for x, strip in parts
    )


def _send(diff: ScreenDiff, lines: Sequence[Line]) -> str:
    return diff.change(lines, CURSOR, CONSOLE).render_segments(CONSOLE)


def _looks(screen: pyte.Screen) -> list[object]:
    return [dict(screen.buffer[y]) for y in range(ROWS)]


@settings(max_examples=50, deadline=None)
@given(st.lists(frames(), min_size=1))
def test_a_terminal_shows_what_it_would_if_all_were_sent(sequence: list[list[Line]]) -> None:
    diff, ours, theirs = ScreenDiff(), pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
    for screen in (ours, theirs):
        screen.reset_mode(pyte.modes.DECAWM >> 5, private=True)  # as the program has it
    for lines in sequence:
        pyte.Stream(ours).feed(_send(diff, lines))
        pyte.Stream(theirs).feed(_whole(lines))
        assert _looks(ours) == _looks(theirs)


def _sent(diff: ScreenDiff, *parts: str) -> str:
    """What is sent for a line of these parts of ten columns."""
    strips = [(10 * number, _strip([(text, Style())], 10)) for number, text in enumerate(parts)]
    return _send(diff, [(0, strips)])


def test_only_what_differs_is_sent() -> None:
    diff = ScreenDiff()
    assert _sent(diff, "abcdefghij", "klm") == "\x1b[1;1Habcdefghij\x1b[1;11Hklm       "
    assert _sent(diff, "abcdefghij", "klm") == ""
    assert _sent(diff, "aXcdeYghij", "klm") == "\x1b[1;2HXcdeY"
    diff.forget()
    assert _sent(diff, "aXcdeYghij") == "\x1b[1;1HaXcdeYghij"


def test_what_was_not_sent_after_all_is_sent_the_next_time() -> None:
    diff = ScreenDiff()
    lines = [(0, [(0, _strip([("abc", Style())], 3))])]
    first, again = (diff.change(lines, CURSOR, CONSOLE) for _ in range(2))
    assert first.text == again.text != ""


def test_what_a_terminal_may_think_wider_is_sent_with_all_that_follows() -> None:
    diff = ScreenDiff()
    _sent(diff, "één", "漢 a", "verder")
    assert _sent(diff, "één", "漢 b", "verder") == "\x1b[1;11H漢 b      \x1b[1;21Hverder    "


def test_of_a_line_that_changes_in_two_places_both_are_remembered() -> None:
    diff = ScreenDiff()
    _sent(diff, "abc", "klm")
    for left, right in (("xyz", "opq"), ("abc", "klm")):
        lines = [(0, [(x, _strip([(text, Style())], 3))]) for x, text in ((0, left), (10, right))]
        assert _send(diff, lines) == f"\x1b[1;1H{left}\x1b[1;11H{right}"


def test_a_blank_part_is_sent_where_it_is_not_known_what_the_terminal_shows() -> None:
    diff = ScreenDiff()
    _send(diff, [(0, [(10, _strip([], 3))])])
    assert _send(diff, [(0, [(0, _strip([], 3))])]) == "\x1b[1;1H   "
