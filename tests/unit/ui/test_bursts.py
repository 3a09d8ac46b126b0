"""How pasted text is told from keys where the terminal does not mark it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.ui.textual_fixes.bursts import Bursts

TABLE = "Naam\tFunctie\rPiet\tWethouder\r"
AT_ONCE, LATER, ONE_ROUND_TRIP = 0.001, 1.0, 0.25  # seconds


def reader(*times: float) -> Callable[[str], str | None]:
    """Return what judges texts that are read at these times."""
    moments = iter(times)
    return Bursts(lambda: next(moments)).pasted


def judged(texts: list[str], gap: float) -> list[str | None]:
    """Judge texts of which each is read `gap` seconds after the one before."""
    return list(map(reader(*(100 + gap * number for number in range(len(texts)))), texts))


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "Een regel van een mail\nen nog een",
        "Eerste alinea, lang genoeg.\r\n\r\nTweede.",
        "é\u00a0ü\tñ “" * 4,
        "Een\x0btwee\ten nog meer tekst\x0c\rdrie\x1evier\x1fvijf",
        "x" * 1_000,
    ],
)
def test_more_than_is_typed_at_once_with_text_behind_a_line_end_is_pasted(text: str) -> None:
    assert judged([text], 0) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "\r",
        "4 dagen\rleren",
        "zoek\tvervang\r",
        "een hele regel in een keer, en dan Enter\r",
        "een hele regel in een keer\t\t\r",
        "een regel van een mail\ren nog een\x1b[21~",
        "foutt\x7f en nog een \x7f regel\rmet meer",
        "x" * 999,
        "",
    ],
)
def test_what_can_be_typed_ahead_is_keys(text: str) -> None:
    assert judged([text], 0) == [None]


def test_a_paste_goes_on_in_the_reads_that_follow_at_once_and_no_further() -> None:
    assert judged([TABLE, "Jan", "\t", "Raad\r", "a"], AT_ONCE)[1:] == ["Jan", "\t", "Raad\r", "a"]
    assert judged([TABLE, "Jan", "\r"], LATER)[1:] == [None, None]
    assert judged([TABLE, "\x1b[20~", "Jan\r"], AT_ONCE)[1:] == [None, None]


def test_a_long_paste_goes_on_after_a_round_trip_of_a_slow_line() -> None:
    part = f"{TABLE}{'tekst ' * 300}"
    assert judged([part, part, "einde\r"], ONE_ROUND_TRIP) == [part, part, "einde\r"]
    assert judged([TABLE, "\r"], ONE_ROUND_TRIP) == [TABLE, None]


def test_a_paste_that_comes_character_by_character_is_known_as_soon_as_it_is_long() -> None:
    found = judged(list(TABLE), AT_ONCE)
    assert found == [None] * 20 + list(TABLE[20:])


def test_a_line_end_that_comes_in_two_halves_stays_one() -> None:
    assert judged([f"{TABLE}x\r", "\nmeer"], AT_ONCE) == [f"{TABLE}x\r", "meer"]


@given(st.lists(st.text("abc é-\t\r", min_size=1, max_size=4)))
def test_bundles_of_what_is_typed_on_a_slow_line_are_keys(bundles: list[str]) -> None:
    assert judged(bundles, 0.2) == [None] * len(bundles)


@given(st.text("ab\t\r\n\x1b\x7f", max_size=60), st.lists(st.integers(1, 60)))
def test_what_is_pasted_keeps_all_its_text(text: str, cuts: list[int]) -> None:
    bounds = [0, *sorted({min(cut, len(text)) for cut in cuts}), len(text)]
    parts = [text[a:b] for a, b in pairwise(bounds)]
    found = zip(parts, judged(parts, 0), strict=True)
    read = [part if pasted is None else pasted for part, pasted in found]
    assert "".join(read).replace("\r\n", "\r") == text.replace("\r\n", "\r")
