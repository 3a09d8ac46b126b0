import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reisverslag_tui.core.finding import find, pattern
from reisverslag_tui.core.search import SearchableReport, excerpt_around, spans, words
from reisverslag_tui.core.text import is_mark, searchable
from tests.strategies import TEXTS

_QUERIES = st.lists(
    st.sampled_from(
        ("-", "1-2", "--", "'", "...", "gent", "S", "ss", "é", "fi", "de", "İ", "漢", "\u0301 x")
    )
)


@given(TEXTS, TEXTS)
def test_what_is_searched_is_made_of_each_character_apart(one: str, other: str) -> None:
    assert searchable(one + other) == searchable(one) + searchable(other)


@given(st.text(max_size=40))
def test_capitals_and_accents_make_no_difference(text: str) -> None:
    composed = searchable(unicodedata.normalize("NFC", text))
    assert searchable(unicodedata.normalize("NFD", text)) == composed
    assert not any(map(unicodedata.combining, composed))


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Reis naar GENT en gent", "gent", ["GENT", "gent"]),
        ("De Straße", "strasse", ["Straße"]),
        ("De Straße", "s", ["S", "ß"]),
        ("de \ufb01ets", "iet", ["\ufb01et"]),
        ("cafe\u0301s", "cafe", ["cafe\u0301"]),
        ("cafés", "CAFE\u0301", ["café"]),
        ("København, Łódź", "kobenhavn lodz", ["København", "Łódź"]),
        ("İstanbul", "istan", ["İstan"]),
        ("aaa", "aa", ["aa"]),
        ("regenwater", "water regen", ["regenwater"]),
        ("naar Gent", "brugge", []),
        ("De regio’s van 1–2\xa0mei", "regio's 1-2", ["regio’s", "1–2"]),
        ("De “groene” ge\xadmeente", '"groene" gemeente', ["“groene”", "ge\xadmeente"]),
        ("1-2 of 1--2", "1–2", ["1-2", "1--2"]),
        ("een ‘ en een ’", "'", ["‘", "’"]),
    ],
)
def test_a_hit_is_found_in_the_text_as_it_was_written(
    text: str, query: str, hits: list[str]
) -> None:
    assert [text[begin:end] for begin, end in spans(text, words(query))] == hits


@given(TEXTS, st.data())
@example("ß\u0301x", None)
def test_whatever_stands_in_a_text_is_found_in_it(text: str, data: st.DataObject | None) -> None:
    begin, end = 0, len(text)
    if data:
        begin = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(begin, len(text)))
    sought = words(text[begin:end])
    found = spans(text, sought)
    assert SearchableReport("", {"doel": text}).holds(sought)
    assert bool(found) == bool(sought)
    for word in sought:
        assert any(pattern(word).search(searchable(text[begin:end])) for begin, end in found)


@given(TEXTS, _QUERIES)
def test_hits_are_as_short_as_can_be_and_apart(text: str, query: list[str]) -> None:
    sought = words(" ".join(query))
    found = spans(text, sought)
    assert all(end < begin for (_, end), (begin, _) in pairwise(found))
    for begin, end in found:
        hit = text[begin:end]
        assert any(pattern(word).search(searchable(hit)) for word in sought)
        assert searchable(hit[0])  # no mark that belongs to the letter before it
        assert end == len(text) or not is_mark(text[end]), "its last letter has lost a mark"


@given(TEXTS, TEXTS, st.integers(1, 60))
def test_the_place_that_is_shown_is_that_of_a_hit(one: str, other: str, width: int) -> None:
    report = SearchableReport("Reis", {"doel": one, "duur": other})
    for word in words(f"{one} {other}")[:5]:
        place = report.place([word])
        assert place
        key, at = place
        assert at == spans(report.answers[key], [word])[0][0]
        shown = excerpt_around(report.answers[key], at, [word], width)
        assert "\n" not in shown.text
        assert shown.hits or len(word) > width // 2
        hits = [searchable(shown.text[begin:end]) for begin, end in shown.hits]
        assert all(map(pattern(word).search, hits))


@given(TEXTS, TEXTS)
def test_what_is_found_in_a_report_is_marked_in_it(text: str, line: str) -> None:
    report = SearchableReport("", {"doel": text})
    for word in words(line):
        assert report.holds([word]) == bool(find(text, word))


@given(TEXTS)
def test_what_is_searched_for_may_be_what_was_searched(text: str) -> None:
    assert searchable(searchable(text)) == searchable(text)
    assert words(" ".join(words(text))) == words(text)


def test_a_place_far_into_a_long_text_is_found() -> None:
    text = "ß en é, \ufb01. " * 5_000 + "Gent"
    assert SearchableReport("", {"doel": text}).place(["gent"]) == ("doel", len(text) - 4)


def test_all_words_must_occur_wherever_in_the_report() -> None:
    report = SearchableReport("Gent", {"doel": "Regenwater", "duur": "drie dagen"})
    assert report.holds(words("dagen GENT regen"))
    assert not report.holds(words("dagen Brugge"))
    assert not report.holds(words("waterdrie"))
    assert report.has_in_title(words("ent"))
    assert not report.has_in_title(words("gent dagen"))
    assert report.place(words("gent drie")) == ("duur", 0)
    assert report.place(words("gent")) is None


def test_an_excerpt_begins_with_a_word_and_shows_that_there_is_more() -> None:
    text = "Het  doel was\nvooral om in Gent te leren van anderen."
    shown = excerpt_around(text, text.index("Gent"), ["gent"], 20)
    assert shown.text == "… in Gent te leren van an …"
    assert [shown.text[begin:end] for begin, end in shown.hits] == ["Gent"]
    assert excerpt_around("Gent.", 0, ["gent"], 20).text == "Gent."
    assert excerpt_around("漢字" * 40 + "Gent", 80, ["gent"], 20).text == "… 漢字漢字漢字漢字Gent"
    assert excerpt_around("漢\u0301" * 40 + "Gent", 80, ["gent"], 18).text[2] == "漢"
