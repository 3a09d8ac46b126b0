import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.pasting import tidy_pasted
from reisverslag_tui.core.text import clean
from tests.strategies import TEXTS, joined

WORD = joined(
    *("•\t", "· ", "o\t", "§\t", "– ", "\uf0b7\t", "\uf0a7 ", "▪ ", "-\t", "1.\t", "12) \t"),
    *(
        "\n",
        " ",
        "\t",
        "\u00a0",
        "\u202f",
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\ufffc",
        "\u2011",
    ),
    *("e", "\u0301", "“", "’", "–", "…", "👩", "می", "क\u094d", "ไทย", "o", "§"),
).map(clean)
PASTED = st.one_of(WORD, TEXTS)


@pytest.mark.parametrize(
    ("pasted", "kept", "changes"),
    [
        ("•\teen\n·        twee", "- een\n- twee", ["2 opsommingstekens"]),
        ("o\teen\n  §\ttwee", "- een\n  - twee", ["2 opsommingstekens"]),
        ("\uf0b7\teen\n\uf0a7 twee\n\u00a0▪ drie", None, ["1 harde spatie", "3 opsommingstekens"]),
        ("–\teen\n‣ twee\n-\tdrie", "- een\n- twee\n- drie", ["3 opsommingstekens"]),
        ("1.\teen\n2) \ttwee", "1. een\n2) twee", ["2 tabs achter een nummer"]),
        ("€\u00a0500 of 10\u202f000", "€ 500 of 10 000", ["2 harde spaties"]),
        ("e\u2011mail, tv\u2011\n", "e-mail, tv-\n", ["2 harde streepjes"]),
        ("ge\u00adwoon\u200b hier\ufffc", "gewoon hier", ["3 onzichtbare tekens"]),
        ("e\u00ad\u0301", "é", ["1 onzichtbaar teken"]),
    ],
)
def test_what_a_word_processor_adds_is_made_plain(
    pasted: str, kept: str | None, changes: list[str]
) -> None:
    outcome = tidy_pasted(pasted)
    assert outcome.text == (kept or "- een\n- twee\n - drie")
    assert outcome.changes == changes


@pytest.mark.parametrize(
    "text",
    [
        "“Curly”, ‘quotes’ – dashes — and … stay",
        "§ 3 van de wet\no ja\n3 • 4\n12\t34\n1.5\tx",
        "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 می\u200cخواهم क\u094d\u200d ไทย\u200bไทย",
        "- een\n* twee\n1. drie\n\n  - vier",
        "•\n·",
    ],
)
def test_what_people_write_themselves_stays(text: str) -> None:
    assert tidy_pasted(text).text == text
    assert not tidy_pasted(text).changes


def test_a_bullet_within_a_line_is_no_bullet() -> None:
    assert tidy_pasted("• een\n• twee", starts_line=False).text == "• een\n- twee"


@given(PASTED, st.booleans())
def test_tidying_twice_is_tidying_once(text: str, starts_line: bool) -> None:
    once = tidy_pasted(text, starts_line=starts_line).text
    again = tidy_pasted(once, starts_line=starts_line)
    assert (again.text, again.changes) == (once, [])
    assert once == clean(once)


@given(PASTED, st.booleans())
def test_a_change_is_told_if_there_is_one_and_only_then(text: str, starts_line: bool) -> None:
    pasted = tidy_pasted(text, starts_line=starts_line)
    assert bool(pasted.changes) == (pasted.text != text)


@given(PASTED)
def test_no_letter_figure_quote_or_emoji_goes(text: str) -> None:
    def seen(some: str) -> list[str]:
        plain = unicodedata.normalize("NFD", some)
        return [char for char in plain if (char.isalnum() and char != "o") or char in "“”‘’…—👩"]

    assert seen(tidy_pasted(text).text) == seen(text)


def test_a_megabyte_takes_no_time() -> None:
    texts = ("•\tBrood en\u00a0kaas, ge\u00adwoon.\n" * 40_000, " " * 1_000_000, "\t\n" * 500_000)
    start = process_time()
    for text in texts:
        tidy_pasted(text)
    assert process_time() - start < 2  # three of them, on a busy machine
