"""What becomes of bytes: in whatever pieces they come, with whatever pauses."""

import tracemalloc
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tests.line import Line
from tests.sequences import KEYS, NOTHING, TYPED

BEGIN, END = "\x1b[200~", "\x1b[201~"
LONG = 5.0  # seconds, after which nothing is waited for


def sent(*parts: str | bytes | float) -> list[str]:
    return Line().send(*parts)


CUT = [
    (("\x1b[", 0.15, "C"), ["right"]),
    (("\x1b[1;", 1.2, "4C"), ["ctrl+shift+right"]),
    (("\x1b[2;3", 1.2, "~"), ["alt+insert"]),
    (("\x1bO", 1.0, "P"), ["f1"]),
    (("\x1b]", 1.0, "11;rgb:1e1e/", 1.0, "1e1e/1e1e\x1b", 1.0, "\\a"), ["a"]),
    (("\x1bP", 0.5, ">|xterm", 0.5, "(3)\x1b\\a"), ["a"]),
    (("\x1b_", 0.5, "Gi=1;OK\x1b\\a"), ["a"]),
    (("\x1b[M", 0.5, " ", 0.5, "!!a"), ["a"]),
    (("\x1b[[", 0.5, "A"), ["f1"]),
    ((b"\xc3", 0.5, b"\xab"), ["ë"]),
    ((b"\xe2\x82", 0.5, b"\xac"), ["euro_sign"]),
    ((b"\xc2", b"\x9b", 1.0, b"3~"), ["delete"]),
]


@pytest.mark.parametrize(("parts", "expected"), CUT)
def test_what_has_begun_is_waited_for(
    parts: tuple[str | bytes | float, ...], expected: list[str]
) -> None:
    assert sent(*parts) == expected


BROKEN_OFF = ["\x1b[", "\x1b[1;", "\x1bO", "\x1b]", "\x1b]11;rgb:1e", "\x1bP1+r", "\x1b_G", "\x1bX"]


@pytest.mark.parametrize("begun", [*BROKEN_OFF, "\x1b[M ", "\x1b[[", "\x9d4;", "\x1b]52;\x1b"])
def test_what_is_never_completed_is_dropped_and_takes_nothing_along(begun: str) -> None:
    assert sent(begun, LONG) == []
    assert sent(begun, LONG, "C[a") == ["C", "left_square_bracket", "a"]


@pytest.mark.parametrize("key", ["]", "P", "X", "^", "_"])
def test_with_alt_a_key_that_might_begin_a_string_takes_nothing_along(key: str) -> None:
    assert sent(f"\x1b{key}", 0.3, "h", 0.1, "allo") == list("hallo")


def test_esc_is_quick_by_itself() -> None:
    assert sent("\x1b", 0.1) == ["escape"]
    assert sent("a\x1b", 0.1) == ["a", "escape"]
    assert sent("\x1b", 0.1, "\x1b", 0.1) == ["escape", "escape"]
    assert sent("\x1b\x1b", 0.1) == ["escape", "escape"]


def test_esc_with_a_key_is_neither_of_them() -> None:
    assert sent("\x1bq", LONG) == ["alt+q"]
    assert sent("\x1b\x11", LONG) == []
    assert sent("\x1b\r", LONG) == []
    assert sent("\x1b", 0.05, "\x1b[3~", LONG) == []
    assert sent("\x1b\x1b[21~", LONG) == ["alt+f10"]
    assert sent("\x1b\x1b\x1b[21~", LONG) == []


CUT_OFF = [
    ("[C", []),
    ("[3~", []),
    ("[3$", []),
    ("OP", []),
    ("O5C", []),
    ("P!|7E565445\x1b\\", []),
    ("]11;rgb:1/2/3\x1b\\", []),
    ("[<0;5;5M", []),
    (f"{BEGIN[1:]}tekst\x11{END}", [r"paste 'tekst\x11'"]),
]


@pytest.mark.parametrize(("rest", "expected"), CUT_OFF)
def test_what_an_esc_was_cut_off_of_is_not_typed(rest: str, expected: list[str]) -> None:
    assert sent("\x1b", 0.3, f"{rest}a", LONG) == ["escape", *expected, "a"]
    assert sent("\x1b", 0.3, "[", 0.1, "a") == ["escape", "left_square_bracket", "a"]
    assert sent("\x1b", LONG, "[a") == ["escape", "left_square_bracket", "a"]


@pytest.mark.parametrize("aborting", ["\x18", "\x1a"])
def test_can_and_sub_end_any_sequence(aborting: str) -> None:
    for begun in ("\x1b[1;", "\x1bO", "\x1b]11;rgb", "\x1bP1+r", "\x1b[M ", "\x1b_G"):
        assert sent(f"{begun}{aborting}a") == ["a"], begun


def test_a_new_sequence_ends_the_one_before() -> None:
    for begun in ("\x1b[1;", "\x1bO", "\x1b]11;rgb", "\x1bP1+r", "\x1b[M "):
        assert sent(f"{begun}\x1b[Aa") == ["up", "a"], begun


@pytest.mark.parametrize(
    ("data", "typed"),
    [
        (b"a\xed\xa0\xbd\xed\xb8\x80b", "a\U0001f600b"),
        (b"a\xed\xa0\xbdb", "ab"),
        (b"a\xed\xa0 \xed b", "aí\u00a0 í b"),
    ],
)
def test_surrogates_that_are_encoded_one_by_one_are_a_character(data: bytes, typed: str) -> None:
    line = Line()
    line.send(data, LONG)
    assert (
        "".join(each.character or "" for each in line.messages if isinstance(each, events.Key))
        == typed
    )


def test_what_the_terminal_erases_with_is_backspace() -> None:
    assert Line(b"\x7f").send("\x7f\x08") == ["backspace", "ctrl+backspace"]
    assert Line(b"\x08").send("\x7f\x08") == ["backspace", "backspace"]


def test_bytes_that_are_not_utf_8_are_those_of_windows() -> None:
    line = Line()
    line.send(b"caf\xe9 \x80 \x93a\x94", 0.1, b"\xeb", LONG)
    typed = [key.character for key in line.messages if isinstance(key, events.Key)]
    assert "".join(filter(None, typed)) == "café € “a”ë"
    assert sent(b"\x9b3;3~a\x9d11;rgb:1/2/3\x07b") == ["a", "b"]


MOUSE = {
    "\x1b[<0;5;6M": "MouseDown",
    "\x1b[<0;5;6m": "MouseUp",
    "\x1b[<35;5;6M": "MouseMove",
    "\x1b[<32;5;6M": "MouseMove",
    "\x1b[<64;5;6M": "MouseScrollUp",
    "\x1b[<65;5;6M": "MouseScrollDown",
    "\x1b[<16;5;6M": "MouseDown",
}


@pytest.mark.parametrize(("report", "event"), MOUSE.items())
def test_a_report_of_the_mouse_is_a_click(report: str, event: str) -> None:
    line = Line()
    assert line.send(report) == [event]
    (click,) = line.messages
    assert isinstance(click, events.MouseEvent)
    assert (click.x, click.y) == (4, 5)
    for cut in range(2, len(report)):
        assert sent(report[:cut], 1.0, report[cut:]) == [event]
        assert sent(report[:cut], LONG) == []


class TestPaste:
    """Between its markers everything is text."""

    def test_no_key_in_it_is_obeyed_and_no_sequence_is_text(self) -> None:
        text = f"voor\x1b[21~\x1b\x11 \x1b[31m{BEGIN}\x1b]11;rgb:1\x1b\\\x00\x1bna é"
        assert sent(f"{BEGIN}{text}{END}\x1b[21~") == [r"paste 'voor\x11 na é'", "f10"]

    @given(st.data(), st.text("aé€\n\x11\x1b[201~;m\x9b"), st.floats(0, 1.4))
    def test_it_may_be_cut_anywhere(self, data: st.DataObject, text: str, pause: float) -> None:
        whole = f"{BEGIN}{text.replace(END, '')}{END}x".encode()
        cuts = sorted(data.draw(st.sets(st.integers(2, len(whole)), max_size=4)))
        pieces: list[str | bytes | float] = []
        for begin, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
            pieces += [whole[begin:end], pause]
        assert sent(*pieces) == sent(whole)

    def test_one_that_does_not_end_is_handed_on_and_keys_are_keys_again(self) -> None:
        for rest in ("", "\x1b", "\x1b[20"):
            assert sent(f"{BEGIN}tekst{rest}", LONG, "a\x1b[21~") == ["paste 'tekst'", "a", "f10"]
        assert sent(BEGIN, LONG, "a") == ["a"]

    def test_what_has_come_is_handed_on_and_the_rest_is_a_paste_too(self) -> None:
        line = Line()
        assert line.send(f"{BEGIN}tekst\x1b[2") == []
        assert line.keyboard.has_pasted
        assert line.hand_on() == ["paste 'tekst'"]
        assert line.hand_on() == []
        assert line.send(f"01~a{BEGIN}b\x11{END}c") == ["a", r"paste 'b\x11'", "c"]

    def test_an_end_without_a_beginning_is_nothing(self) -> None:
        assert sent(f"a{END}b") == ["a", "b"]


PIECES = [*KEYS, *TYPED, *NOTHING, *BROKEN_OFF, "a", "é", "€", "\r", "\x11", "\x7f", "\x1b"]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.data(), st.floats(0, 1.4))
def test_it_makes_no_difference_where_input_is_cut(
    pieces: list[str], data: st.DataObject, pause: float
) -> None:
    whole = "".join(pieces).encode()
    cut = data.draw(st.integers(0, len(whole)))
    if whole[:cut].endswith((b"\x1b", *(f"\x1b{key}".encode() for key in "]PX^_"))):
        pause = 0.0  # only time tells an Esc, or a key with Alt, from the beginning of a sequence
    in_pieces = sent(whole[:cut], pause, whole[cut:], LONG)
    if not whole[:cut].endswith(tuple(f"\x1b{key}".encode() for key in "]PX^_")):
        assert in_pieces == sent(whole, LONG)


@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(PIECES), st.floats(0, 3))))
def test_any_bytes_leave_a_keyboard_that_hears(parts: Iterable[str | bytes | float]) -> None:
    line = Line()
    line.send(*parts)
    assert line.send(LONG, "a\x1b[21~")[-2:] == ["a", "f10"]
    assert not line.keyboard.has_pasted


HUGE = {
    "a string that does not end": b"\x1b]52;c;" + b"QUJD" * 250_000,
    "a string of eight bits": b"\xc2\x90" + b"\x1e" * 1_000_000,
    "numbers without end": b"\x1b[" + b"1;" * 500_000,
    "only Esc": b"\x1b" * 1_000_000,
    "beginnings": b"\x1b[1;" * 50_000,
}


@pytest.mark.large
@pytest.mark.parametrize("data", HUGE.values(), ids=HUGE)
def test_a_megabyte_is_not_kept(data: bytes) -> None:
    line = Line()
    tracemalloc.start()
    for begin in range(0, len(data), 4096):
        line.send(data[begin : begin + 4096])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 500_000
    line.send(LONG)
    assert line.send(b"\x1b[20", 0.5, b"~") == ["f9"]


@pytest.mark.large
@pytest.mark.parametrize("data", HUGE.values(), ids=HUGE)
def test_a_megabyte_at_once_is_soon_read(data: bytes) -> None:
    """In quadratic time this would take hours."""
    assert "f9" in sent(data, LONG, "\x1b[20~")


@pytest.mark.large
def test_a_paste_of_a_megabyte_is_whole() -> None:
    line, text = Line(), "een regel met é\n" * 60_000
    data = f"{BEGIN}{text}{END}".encode()
    for begin in range(0, len(data), 4096):
        line.send(data[begin : begin + 4096])
    (paste,) = line.messages
    assert isinstance(paste, events.Paste)
    assert paste.text == text
