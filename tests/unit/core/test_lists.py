import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.lists import is_empty_item, next_marker, own_marker
from tests.strategies import TEXTS

LINES = TEXTS.map(lambda text: text.replace("\n", " "))
MARKERS = st.sampled_from(("- ", "* ", "• ", "1. ", "9) ", "  - ", "\t12.\t", "-  "))
WORDS = LINES.map(str.strip).filter(lambda text: text and not next_marker(text, len(text)))


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("- brood", "- "),
        ("* brood", "* "),
        ("• brood", "• "),
        ("1. brood", "2. "),
        ("9) brood", "10) "),
        ("  - brood", "  - "),
        ("\t3.\tbrood", "\t4.\t"),
        ("-brood", ""),
        ("1.5 liter", ""),
        ("2026 was het", ""),
        ("20262. was het", ""),
        ("a - b", ""),
        ("brood", ""),
        ("", ""),
    ],
)
def test_the_next_line_begins_as_a_list_goes_on(line: str, marker: str) -> None:
    assert next_marker(line, len(line)) == marker


@given(MARKERS, WORDS)
def test_within_the_marker_and_before_it_enter_is_only_a_new_line(marker: str, words: str) -> None:
    line = marker + words
    assert not any(next_marker(line, column) for column in range(len(marker)))
    assert all(next_marker(line, column) for column in range(len(marker), len(line) + 1))


@given(MARKERS, WORDS)
def test_what_comes_by_itself_is_an_empty_item_that_goes_on(marker: str, words: str) -> None:
    following = next_marker(marker + words, len(marker + words))
    assert is_empty_item(following)
    assert not is_empty_item(marker + words)
    assert next_marker(following + words, len(following + words))


@pytest.mark.parametrize(
    ("given_marker", "typed", "kept"),
    [
        ("- ", "- ", "- "),
        ("2. ", "2. ", "2. "),
        ("2. ", "- ", "- "),
        ("  - ", "- ", "  - "),
        ("  - ", "  - ", "  - "),
        ("- ", "  - ", "  - "),
        ("- ", "3. ", None),
        ("2. ", "2024. ", None),
        ("- ", "-", None),
        ("- ", "a ", None),
        ("- ", "a - ", None),
        ("- ", "", None),
    ],
)
def test_a_marker_typed_behind_one_that_came_by_itself_takes_its_place(
    given_marker: str, typed: str, kept: str | None
) -> None:
    assert own_marker(given_marker + typed, len(given_marker)) == kept


@given(MARKERS, LINES)
def test_text_is_never_taken_for_a_marker(marker: str, text: str) -> None:
    kept = own_marker(marker + text, len(marker))
    assert kept is None or (is_empty_item(text) and kept.endswith(text))


def test_a_marker_is_only_replaced_where_one_came_by_itself() -> None:
    assert own_marker("zin - ", 4) is None
