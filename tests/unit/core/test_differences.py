from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.differences import Difference, Kind, Piece, as_text, compare, differences
from tests.strategies import ANSWERS, FORM, LINES, RAW_TEXTS, TEXTS, a_draft, joined

_ALIKE = joined("de ", "reis ", "naar ", "Gent", ", ", "\n", "\n\n", " ", "fiets ", most=40)
_ANY = st.one_of(TEXTS, RAW_TEXTS, _ALIKE)
_WORDS = st.sampled_from(["de ", "reis ", "naar ", "Gent", "\n", "\n\n", "fiets ", "afval ", ""])
_EDITED = st.lists(st.tuples(_WORDS, _WORDS, st.booleans()), max_size=40).map(
    lambda words: (
        "".join(word for word, _, _ in words),
        "".join(other if changed else word for word, other, changed in words),
    )
)
_PAIRS = st.one_of(st.tuples(_ANY, _ANY), _EDITED)
_ORDER = {
    Kind.SAME: (Kind.GONE, Kind.NEW),
    Kind.GONE: (Kind.SAME, Kind.NEW),
    Kind.NEW: (Kind.SAME,),
}


def _without(kind: Kind, pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not kind)


@given(_PAIRS)
def test_the_pieces_make_up_both_texts(texts: tuple[str, str]) -> None:
    earlier, later = texts
    pieces = compare(earlier, later)
    assert _without(Kind.NEW, pieces) == earlier
    assert _without(Kind.GONE, pieces) == later


@given(_PAIRS)
def test_pieces_hold_text_and_what_went_stands_before_what_came(texts: tuple[str, str]) -> None:
    pieces = compare(*texts)
    assert all(piece.text for piece in pieces)
    for one, other in pairwise(pieces):
        assert other.kind in _ORDER[one.kind]


@given(_ANY)
def test_equal_texts_are_one_piece(text: str) -> None:
    assert compare(text, text) == ((Piece(Kind.SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        ("", "Gent", "[+Gent+]"),
        ("Gent", "", "[-Gent-]"),
        ("Hallo", "Hallo daar", "Hallo[+ daar+]"),
        ("de oude man", "de nieuwe man", "de [-oude-][+nieuwe+] man"),
        ("de oude man", "de man", "de[- oude-] man"),
        ("Van 2 en 4 mei", "Van 3 en 5 mei", "Van [-2-][+3+] en [-4-][+5+] mei"),
        ("op reis.", "op reis", "op [-reis.-][+reis+]"),
        ("a b", "a  b", "a [-b-][+ b+]"),
    ],
)
def test_texts_are_compared_by_words(earlier: str, later: str, shown: str) -> None:
    assert as_text(compare(earlier, later)) == shown


def test_a_word_that_stayed_in_a_rewritten_sentence_is_not_shown_apart() -> None:
    pieces = compare("Wij gingen naar Gent.", "Zij reden naar Luik.")
    assert as_text(pieces) == "[-Wij gingen naar Gent.-][+Zij reden naar Luik.+]"


def test_a_sentence_that_stayed_between_two_changes_is_shown() -> None:
    stayed = " Dat ging alles met de fiets. "
    pieces = compare(
        f"Wij gingen samen naar Gent, vroeg in mei.{stayed}Het regende in de hele streek.",
        f"Iedereen reed mee tot Luik, na de lunch!{stayed}Onderweg scheen nog even zon.",
    )
    assert Piece(Kind.SAME, stayed) in pieces


def test_paragraphs_are_compared_apart() -> None:
    pieces = compare("A is goed.\n\nB is slecht.\n\nC", "A is beter.\n\nB is matig.\n\nC")
    shown = "A is [-goed.-][+beter.+]\n\nB is [-slecht.-][+matig.+]\n\nC"
    assert as_text(pieces) == shown


def test_a_new_line_in_a_list_is_a_line() -> None:
    assert as_text(compare("- peren\n- kool\n", "- peren\n- sla\n- kool\n")) == (
        "- peren\n[+- sla\n+]- kool\n"
    )


def test_blank_lines_do_not_hide_a_paragraph_that_stayed() -> None:
    stayed = "Het afval gaat per fiets naar het depot."
    pieces = compare(f"Een\n\nTwee\n\n{stayed}", f"Drie\n\n{stayed}\n\nVier")
    assert any(piece.kind is Kind.SAME and stayed in piece.text for piece in pieces)


def _words(letter: str, number: int) -> str:
    return " ".join(f"{letter}{index} vast{index}" for index in range(number))


@pytest.mark.large
def test_little_is_compared_by_words_once_that_has_taken_long() -> None:
    pieces = compare(f"Eerst {_words('a', 60_000)} laatst", f"Eerst {_words('b', 60_000)} laatst")
    assert pieces[0] == Piece(Kind.SAME, "Eerst ")
    assert pieces[-1].text.endswith(" laatst")
    assert len(pieces) < 1000


def test_small_words_do_not_hide_what_stayed_in_a_long_text() -> None:
    nouns = [f"woord{number}" for number in range(1000)]
    others = [f"ander{number}" if number % 10 == 5 else noun for number, noun in enumerate(nouns)]
    pieces = compare("de " + " de ".join(nouns), "de " + " de ".join(others))
    gone = [piece.text for piece in pieces if piece.kind is Kind.GONE]
    assert gone == nouns[5::10]


def test_a_word_changed_in_a_very_long_text_is_found() -> None:
    before, after = _words("a", 60_000), _words("b", 60_000)
    assert compare(f"{before} oud {after}", f"{before} nieuw {after}") == (
        Piece(Kind.SAME, f"{before} "),
        Piece(Kind.GONE, "oud"),
        Piece(Kind.NEW, "nieuw"),
        Piece(Kind.SAME, f" {after}"),
    )


def test_only_what_differs_is_told_in_the_order_of_the_form() -> None:
    earlier = a_draft({"later\x1b": "x", "doel": "Leren", "vervolg": "9"}, title="Gent")
    later = a_draft({"vervolg": "10", "duur": "2", "doel": "Leren"}, title="Luik")
    labels = [question.label for question in FORM.questions if question.id in ("duur", "vervolg")]
    found = differences(earlier, later, FORM)
    assert [difference.label for difference in found] == ["Titel", *labels, "later"]
    assert found[0] == Difference("Titel", (Piece(Kind.GONE, "Gent"), Piece(Kind.NEW, "Luik")))


@given(ANSWERS, LINES)
def test_a_draft_does_not_differ_from_itself(answers: dict[str, str], title: str) -> None:
    draft = a_draft(answers, title=title)
    assert differences(draft, a_draft({**answers, "leeg": ""}, title=title), FORM) == ()
    assert [piece.pieces for piece in differences(a_draft(title=title), draft, FORM)] == [
        (Piece(Kind.NEW, answers[question.id]),)
        for question in FORM.questions
        if answers.get(question.id)
    ]
