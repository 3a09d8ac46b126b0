import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reisverslag_tui.core.text import (
    clean,
    clean_line,
    count_words,
    counted,
    excerpt,
    is_blank,
    searchable,
    tidy,
)
from reisverslag_tui.core.wrapping import wrap
from tests.strategies import BIDI, LINE_ENDS, RAW_TEXTS, TEXTS

_WIDTHS = st.integers(1, 40)
_MARKER = re.compile(r"[ \t]*(?:(?:[-*•]|\d+[.)])[ \t]+)?")
_MARKS = ("\u0301", "\u0323", "\u0344", "\u0f73", "\u0958", "\u037e", "\u212b", "a", "a\u0301")
_GAP = re.compile(r"\s*[ \t\n]\s*")


def _pieces(line: str, width: int) -> list[str]:
    return wrap(line, width).split("\n")


def _cells(line: str) -> int:
    cells = 0
    for part in re.split("(\t)", line):
        cells += 8 - cells % 8 if part == "\t" else cell_len(part)
    return cells


def _words(text: str) -> list[str]:
    return [word for word in _GAP.split(text) if word]


@given(RAW_TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(RAW_TEXTS)
def test_a_cleaned_text_holds_nothing_that_drives_a_terminal(text: str) -> None:
    kept = clean(text)
    categories = {unicodedata.category(character) for character in kept if character not in "\n\t"}
    assert categories.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set(kept) & {*BIDI, "\ufeff"}
    assert unicodedata.is_normalized("NFC", kept)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t")))
def test_cleaning_takes_nothing_visible_away(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(st.lists(st.sampled_from(_MARKS).map(lambda mark: mark * 30), max_size=6).map("".join))
def test_cleaning_heaps_of_marks_twice_is_cleaning_them_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73"])
def test_marks_in_a_row_by_the_thousand_are_left_as_they_are(marks: str) -> None:
    heap = "".join(letter * 40_000 for letter in marks)
    assert clean(f"e\u0301 {heap}") == f"é {heap}"
    assert searchable(f"é {heap}") == "e "


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_kind_of_line_end_becomes_one_newline(end: str) -> None:
    assert clean(f"een{end}twee") == "een\ntwee"


def test_the_hyphens_of_word_are_a_hyphen_and_nothing() -> None:
    assert clean("e\x1email, bedrijfs\x1fgebouw, e\x1f\u0301") == "e-mail, bedrijfsgebouw, é"
    assert clean_line("e\x1email\x1f") == "e-mail"


@pytest.mark.parametrize(
    ("from_word", "kept"),
    [
        ("Naam\r\aFunctie\r\a\r\aJan\r\a", "Naam\nFunctie\n\nJan\n"),  # cells of a table
        ("een\vtwee\fdrie\x0evier", "een\ntwee\ndrie\nvier"),
        ("noot\x02, \x05opmerking, \x13 PAGE \x143\x15", "noot, opmerking,  PAGE 3"),
    ],
)
def test_other_signs_of_word_are_line_ends_or_nothing(from_word: str, kept: str) -> None:
    assert clean(from_word) == kept


@pytest.mark.parametrize("character", ["\u200d", "\u200c", "\xad", "\xa0", "\u202f", "\ufe0f"])
def test_invisible_characters_that_do_no_harm_stay(character: str) -> None:
    assert clean(f"a{character}b") == f"a{character}b"


def test_an_escape_sequence_loses_its_escape() -> None:
    assert clean("\x1b]0;titel\x07 \x9b31m rood") == "]0;titel 31m rood"


@given(RAW_TEXTS)
def test_a_cleaned_line_is_one_clean_line(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line == line.strip()
    assert not set(line) & set("\n\t")
    assert line.split() == clean(text).split()


def test_line_ends_and_tabs_become_spaces_in_a_line() -> None:
    assert clean_line(" Gent\r\nen\tBrugge ") == "Gent en Brugge"


@given(TEXTS)
def test_a_tidy_text_has_no_loose_space_and_single_blank_lines(text: str) -> None:
    printed = tidy(text)
    assert tidy(printed) == printed
    assert all(line == line.rstrip() for line in printed.split("\n"))
    assert "\n\n\n" not in printed
    assert printed == printed.strip("\n")


def test_paragraphs_are_set_apart_by_one_blank_line() -> None:
    assert tidy("\n\neen \ntwee\n\n\ndrie\n \n\t\n\n  vier\n") == "een\ntwee\n\ndrie\n\n  vier"


@given(TEXTS)
def test_tidying_keeps_the_lines_and_their_indent(text: str) -> None:
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    assert [line for line in tidy(text).split("\n") if line] == lines


@given(TEXTS)
def test_blank_is_what_a_report_would_show_nothing_of(text: str) -> None:
    assert is_blank(text) == (tidy(text) == "")


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" \n\t", 0), ("een", 1), (" a\n\nb\tc ", 3), ("- l'été – (3.5) …", 2)],
)
def test_words_are_what_stands_between_white_space_but_for_mere_signs(
    text: str, count: int
) -> None:
    assert count_words(text) == count


@given(TEXTS)
def test_width_0_leaves_a_text_as_it_is(text: str) -> None:
    assert wrap(text, 0) == text


@given(TEXTS.map(tidy), _WIDTHS)
def test_wrapping_keeps_every_word_whole(text: str, width: int) -> None:
    assert _words(wrap(text, width)) == _words(text)


@given(TEXTS.map(tidy), _WIDTHS)
@example("漢字 漢字", 4)
def test_no_line_is_too_wide_unless_it_is_one_word(text: str, width: int) -> None:
    for line in _pieces(text, width):
        marker = _MARKER.match(line)
        assert marker
        assert _cells(line) <= width or len(_words(line[marker.end() :])) == 1


@given(TEXTS.map(tidy).filter(lambda text: "\n" not in text), _WIDTHS)
@example("000000 0\xa0 0", 8)
def test_a_line_is_broken_only_where_the_next_word_does_not_fit(text: str, width: int) -> None:
    rest = text
    pieces = _pieces(text, width)
    for piece, after in pairwise(pieces):
        kept = piece.lstrip() if rest is not text else piece
        assert rest.startswith(kept)
        gap = _GAP.match(rest, len(kept))
        assert gap
        rest = rest[gap.end() :]
        assert _cells(piece + gap[0] + _words(after)[0]) > width
    assert rest == (pieces[-1].lstrip() if rest is not text else text)


@given(TEXTS.map(tidy), _WIDTHS)
@example("een \xa0 twee", 4)
@example("een\xa0 twee", 4)
def test_no_wrapped_line_of_a_tidy_text_ends_in_a_space(text: str, width: int) -> None:
    assert all(line == line.rstrip() for line in _pieces(text, width))


@given(TEXTS.map(tidy), _WIDTHS)
@example("een \xa0 twee", 4)
def test_wrapping_makes_no_new_paragraph(text: str, width: int) -> None:
    assert wrap(text, width).count("\n\n") == text.count("\n\n")


@given(TEXTS.map(tidy), _WIDTHS)
def test_wrapping_twice_is_wrapping_once(text: str, width: int) -> None:
    assert wrap(wrap(text, width), width) == wrap(text, width)


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "1. ", "12) ", "  - ", "    "])
def test_a_list_line_hangs_its_continuation_below_its_text(marker: str) -> None:
    hang = " " * len(marker)
    assert wrap(f"{marker}aaaa bbbb cccc", 12).split("\n")[1:] == [
        f"{hang}{word}" for word in wrap("aaaa bbbb cccc", 12 - len(marker)).split("\n")[1:]
    ]


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        ("een twee drie", 8, ["een twee", "drie"]),
        ("een twee drie", 7, ["een", "twee", "drie"]),
        ("een  twee", 4, ["een", "twee"]),
        ("漢字 漢字 漢字", 9, ["漢字 漢字", "漢字"]),
        ("e\u0301e\u0301 ab", 5, ["e\u0301e\u0301 ab"]),
        ("- een twee", 7, ["- een", "  twee"]),
        ("-\teen twee", 12, ["-\teen", "twee"]),
        ("-\teen tweede", 16, ["-\teen", "        tweede"]),
        ("a\tb", 8, ["a", "b"]),
        ("a\tb", 9, ["a\tb"]),
        ("1. aaaaaaaaaaaa bb", 6, ["1. aaaaaaaaaaaa", "   bb"]),
        ("1. aaaaaaaaaaaa bb", 5, ["1. aaaaaaaaaaaa", "bb"]),
        ("-een twee", 5, ["-een", "twee"]),
        ("een\xa0twee drie", 5, ["een\xa0twee", "drie"]),
        ("een \xa0 twee drie", 11, ["een \xa0 twee", "drie"]),
    ],
)
def test_wrapping_by_example(line: str, width: int, expected: list[str]) -> None:
    assert _pieces(line, width) == expected


@given(st.text(max_size=60), st.data())
def test_an_excerpt_is_what_stands_around_a_place(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    most = data.draw(st.integers(2, 70))
    part, where = excerpt(text, index, most)
    before, after = text[:index], text[index:]
    assert before.endswith(part[:where].removeprefix("…"))
    assert after.startswith(part[where:].removesuffix("…"))
    assert len(part) <= most + 2
    assert part == text or len(text) > most


def test_an_excerpt_tells_where_something_was_left_out() -> None:
    assert excerpt("0123456789", 5, 4) == ("…3456…", 3)
    assert excerpt("0123456789", 0, 4) == ("0123…", 0)
    assert excerpt("0123456789", 10, 4) == ("…6789", 5)
    assert excerpt("0123", 2, 4) == ("0123", 2)


def test_of_one_there_is_one() -> None:
    said = [counted(number, "woord", "woorden") for number in (0, 1, 2)]
    assert said == ["0 woorden", "1 woord", "2 woorden"]
