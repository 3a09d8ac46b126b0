"""A word is found whatever its capitals and accents, where it stands in the text as written."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.finding import find, find_in_lines, moved, next_hit, pattern, replaced
from reisverslag_tui.core.text import is_mark, searchable
from reisverslag_tui.core.wrapping import wrap
from tests.strategies import SIGNS, TEXTS, joined

ODD = (
    *SIGNS,
    *("s", "ss", "ß", "ẞ", "i", "İ", "ı", "fi", "ﬁ", "ﬃ", "e", "é", "E", "e\u0301", "\u0301"),
    *("\u0323", "ŉ", "ΐ", "가", "\u1100", "漢", "👩\u200d👧", " ", "\n"),
)
WORDS = st.one_of(joined(*ODD, most=3), TEXTS)
WHERE = st.one_of(joined(*ODD), TEXTS)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Gent, gent en GENT", "gent", ["Gent", "gent", "GENT"]),
        ("Één idee, een ideeënbus", "een", ["Één", "een", "eën"]),
        ("Straße of STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "stras", ["Straß"]),
        ("Straße", "s", ["S", "ß"]),
        ("ﬁets", "i", ["ﬁ"]),
        ("eﬃciënt", "ffi", ["ﬃ"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("cafe\u0301s", "cafe", ["cafe\u0301"]),
        ("\u0301e", "e", ["e"]),
        ("\u0301\u0301", "\u0301", []),
        ("aaaaa", "aa", ["aa", "aa"]),
        ("[bold] a.c", "a.c", ["a.c"]),
        ("iets", "", []),
        ("iets", "\xad\u200b", []),
        ("", "iets", []),
    ],
)
def test_what_is_found(text: str, word: str, found: list[str]) -> None:
    assert [text[begin:end] for begin, end in find(text, word)] == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [("Straße", "s", ["S"]), ("sßs", "ss", ["ß"]), ("ﬁets", "i", []), ("ﬁets", "fi", ["ﬁ"])],
)
def test_part_of_a_letter_is_not_replaced(text: str, word: str, found: list[str]) -> None:
    assert [text[begin:end] for begin, end in find(text, word, whole=True)] == found


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("regio's", "regio’s regio‘s regio‚s regio‛s regio′s regioʼs regio´s regio`s regio‹s"),
        ('"een"', "“een” „een” «een» ‟een″ »een«"),
        ("1-2", "1–2 1—2 1-2 1--2 1‐2 1‑2 1‒2 1―2 1−2 1－2"),
        ("1--2", "1–2 1--2 1—2"),
        ("1–2", "1-2 1—2 1--2 1‑2"),
        ("...", "… ..."),
        ("1/2", "½ 1/2 1⁄2"),
        ("(c)", "© (c) (C)"),
        ("(tm)", "™ (TM)"),
        ("-->", "→ --> –> \uf0e0"),
        ("->", "→ -> -->"),
        (":)", "☺ :) \uf04a"),
        ("ijs", "ĳs Ĳs ijs IJs"),
        ("oeuvre", "œuvre OEUVRE"),
        ("m2", "m² m2 m２"),
        ("1e", "1ᵉ 1e 1E"),
        ("gemeente", "ge\xadmeente gemeen\u200bte g\u2060emeente g\u200demeente"),
    ],
)
def test_what_is_typed_finds_what_was_made_of_it(typed: str, written: str) -> None:
    words = written.split(" ")
    for whole in (False, True):
        assert [written[begin:end] for begin, end in find(written, typed, whole=whole)] == words


@pytest.mark.parametrize("gap", ["\xa0", "\u2007", "\u2009", "\u202f", "\u3000", "\t", "\n"])
def test_all_that_parts_words_is_a_space(gap: str) -> None:
    assert find(f"de{gap}reis", "de reis", whole=True) == [(0, 7)]
    assert find("de reis", f"de{gap}reis", whole=True) == [(0, 7)]
    assert find(f"de {gap}  reis", "de reis", whole=True) == [(0, 10)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("een\n\ntwee", "een twee"),
        ("een\n\ntwee", "  "),
        ("e-mail", "--"),
        ("’", '"'),
        ("“", "'"),
        ("12", "1-2"),
        ("¨", " "),
    ],
)
def test_what_differs_is_not_found(text: str, word: str) -> None:
    assert find(text, word) == []


@pytest.mark.parametrize(
    ("text", "word", "by", "after"),
    [
        ("de ge\xadmeente\xadraad", "gemeente", "stad", "de stad\xadraad"),
        ("regio’s en regio's", "regio's", "steden", "steden en steden"),
        ("1–2, 3…", ".", "!", "1–2, 3…"),
        ("e-mail -- of – post", "--", "en", "e-mail en of en post"),
        ("een  twee\n\ndrie", "  ", " ", "een twee\n\ndrie"),
    ],
)
def test_what_is_replaced_is_what_was_found_and_no_more(
    text: str, word: str, by: str, after: str
) -> None:
    assert replaced(text, find(text, word, whole=True), by) == after


@given(WHERE, WORDS)
def test_hits_hold_what_was_searched_for_and_none_overlap(text: str, word: str) -> None:
    wanted, end = pattern(word), 0
    for span in find(text, word):
        assert end <= span[0] < span[1]
        begin, end = span
        assert wanted.search(searchable(text[begin:end]))
        assert searchable(text[begin]), "it begins with a mark of the letter before"
        assert searchable(text[end - 1]) or is_mark(text[end - 1])
        assert end == len(text) or not is_mark(text[end]), "its last letter has lost a mark"


@given(WHERE, WORDS)
def test_a_whole_hit_is_what_was_searched_for_and_none_overlap(text: str, word: str) -> None:
    end = 0
    for span in find(text, word, whole=True):
        assert pattern(word).fullmatch(searchable(text[slice(*span)]))
        assert end <= span[0] < span[1]
        end = span[1]


@given(WHERE, WORDS)
def test_what_a_search_finds_in_a_report_is_found_in_its_text(text: str, word: str) -> None:
    found = searchable(word) and pattern(word).search(searchable(text))
    assert bool(find(text, word)) == bool(found)


@given(WHERE, WORDS)
def test_a_text_is_found_in_whatever_form_it_is_written(text: str, word: str) -> None:
    decomposed, composed = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    assert len(find(decomposed, word)) == len(find(composed, word))


@given(WHERE, WORDS, WHERE)
def test_what_stands_in_a_text_is_found_in_it(before: str, word: str, after: str) -> None:
    if searchable(word):
        assert find(f"{before}\n{word}\n{after}", f"\n{word}\n", whole=True)


@given(WHERE, WORDS, WORDS, st.booleans())
def test_replacing_leaves_all_else_as_it_was(text: str, word: str, by: str, whole: bool) -> None:
    spans = find(text, word, whole=whole)
    after = replaced(text, spans, by)
    end = 0
    for begin, until in spans:
        assert after.startswith(text[end:begin] + by)
        after = after.removeprefix(text[end:begin] + by)
        end = until
    assert after == text[end:]


@given(WHERE, WORDS, WORDS, st.data())
def test_a_position_moves_with_the_text_around_it(
    text: str, word: str, by: str, data: st.DataObject
) -> None:
    spans = find(text, word)
    position = data.draw(st.integers(0, len(text)))
    rest = next((end for begin, end in spans if begin < position < end), position)
    now = moved(position, spans, by)
    later = [span for span in spans if span[0] >= rest]
    expected = replaced(text[rest:], [(b - rest, e - rest) for b, e in later], by)
    assert replaced(text, spans, by)[now:] == expected


@given(st.lists(WHERE, min_size=1, max_size=4), WORDS, st.data())
def test_going_on_comes_by_every_hit_and_going_back_too(
    texts: list[str], word: str, data: st.DataObject
) -> None:
    every = [(number, span) for number, text in enumerate(texts) for span in find(text, word)]
    text = data.draw(st.integers(0, len(texts) - 1))
    position = data.draw(st.integers(0, len(texts[text])))
    for back in (False, True):
        seen, wraps = [], 0
        at, place = text, position
        for _ in every:
            hit = next_hit(texts, word, at, place, back=back)
            assert hit is not None
            seen.append((hit.text, hit.span))
            wraps += hit.wrapped
            at, place = hit.text, hit.span[0 if back else 1]
        assert sorted(seen) == every
        assert wraps <= 1
    if not every:
        assert next_hit(texts, word, text, position) is None


def test_going_on_says_when_it_begins_anew() -> None:
    texts = ["Gent", "niets", "in Gent"]
    steps = [next_hit(texts, "gent", *at) for at in ((0, 0), (0, 4), (2, 7))]
    assert [(hit.text, hit.wrapped) for hit in steps if hit] == [(0, False), (2, False), (0, True)]
    back = [next_hit(texts, "gent", 2, 3, back=True), next_hit(texts, "gent", 0, 0, back=True)]
    assert [(hit.text, hit.wrapped) for hit in back if hit] == [(0, False), (2, True)]


def test_a_word_is_found_across_the_end_of_a_line() -> None:
    lines = ["  het International Social", "  Housing Festival", "", "  Social"]
    assert find_in_lines(lines, "social housing") == [[(0, 20, 26), (1, 2, 9)]]
    assert find_in_lines(lines, "social") == [[(0, 20, 26)], [(3, 2, 8)]]
    assert find_in_lines(lines, " ")[2] == [(1, 9, 10)]


@given(joined("een", "twee", " ", " ", "漢字", "é"), joined("een", " ", "twee", most=3))
def test_wrapping_hides_nothing(text: str, word: str) -> None:
    text, word = " ".join(text.split()), word.strip()
    lines = wrap(text, 12).split("\n")
    hits = [[lines[line][a:b] for line, a, b in hit] for hit in find_in_lines(lines, word)]
    assert [" ".join(hit) for hit in hits] == [text[slice(*span)] for span in find(text, word)]


@pytest.mark.parametrize("odd", ["", "ß", "e\u0301", "’s – …"])
def test_a_large_text_is_searched_at_once(odd: str) -> None:
    text = (f"Wij spraken over geïntegreerd beleid en één idee{odd}. " * 20_000)[:1_000_000]
    begun = process_time()
    assert len(find(text, "geintegreerd")) > 14_000
    assert process_time() - begun < 2  # a tenth of a second, if nothing else runs


@pytest.mark.parametrize("dash", ["–", "—", "-–"])
def test_a_line_of_dashes_holds_up_no_search(dash: str) -> None:
    line = dash * 30
    begun = process_time()
    assert find(line * 2, f"{line}x") == []
    assert [end - begin for begin, end in find(f"a{line}x", f"{line}x")] == [len(line) + 1]
    assert process_time() - begun < 2
