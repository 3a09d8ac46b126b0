"""What hypothesis makes for the tests: texts at their worst, answers that quote, drafts."""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from reisverslag_tui.core.draft import VERSION, Draft, Place
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import clean, clean_line
from reisverslag_tui.report.sections import UNANSWERED
from tests.clock import MOMENT

FORM = load_form()
HEADINGS = tuple(question.heading for question in FORM.questions)
QUESTION_IDS = tuple(question.id for question in FORM.questions)

LINE_ENDS = ("\n", "\r\n", "\r", "\v", "\f", "\x0e", "\x1c", "\x1d", "\x85", "\u2028", "\u2029")
CONTROLS = ("\0", "\a", "\b", "\x1b", "\x1b[31m", "\x1e", "\x1f", "\x7f", "\x80", "\x9b", "\x9f")
BIDI = tuple("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SURROGATES = ("\ud800", "\udc80", "\udfff", "\ud83d\ude00")
SPACES = (" ", "  ", "\t", "\xa0", "\u2003", "\u202f", "\u3000")
WORDS = (
    *("de", "reis", "Barcelona", "2", "geïnterviewd", "https://example.org/" + 90 * "x"),
    *("e\u0301", "\u0301", "\u1100\u1161", "A\u030a", "\u212b", "漢字", "\u200b", "\xad"),
    *("👩\u200d👩\u200d👧", "🇳🇱", "☎\ufe0f", "👍🏽", ":smile:", "<b>", "ß", "İ"),
    *("[bold]", "[/]", "[", "]", "\\", "\\n", '"', "'", '"""', "'''", "#", "=", "[[a]]"),
)
SIGNS = (
    *("'", "’", "´", '"', "“", "„", "»", "-", "--", "–", "—", "‑", "\u2212", "…", "...", "."),
    *("½", "1/2", "©", "(c)", "→", "->", "ﬁ", "Ĳ", "²", "ᵉ", "\uff11", "\xa0", "\u2009", "\xad"),
)
"""What word processors make of what is typed, and what is typed."""

MARKERS = ("- ", "* ", "• ", "1. ", "12) ", "-\t", "    ", "\t", "   - ", "-")


def joined(*pieces: str, most: int = 20) -> st.SearchStrategy[str]:
    """Return texts of at most `most` of these pieces."""
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)


RAW_TEXTS = st.one_of(
    joined(*LINE_ENDS, *CONTROLS, *BIDI, *SURROGATES, "\ufeff", *SPACES, *WORDS, *MARKERS),
    st.text(st.characters(exclude_categories=()), max_size=40),  # surrogates too
)
"""Texts as they may come in from outside."""

TEXTS = st.one_of(RAW_TEXTS, joined("\n", "\n\n", " ", " ", *SPACES, *WORDS, *MARKERS, *SIGNS)).map(
    clean
)
"""Texts as an answer may hold them."""

LINES = RAW_TEXTS.map(clean_line)
"""Texts as a title may hold them."""


def _in_two(heading: str) -> str:
    first, rest = heading.split(" ", 1)
    return f"{first}\n{rest}"


_QUOTES = (
    *HEADINGS,
    *(HEADINGS[1].lower(), f"  {HEADINGS[2]}", HEADINGS[3].replace(" ", "  ")),
    *(_in_two(HEADINGS[0]), _in_two(HEADINGS[-1]), HEADINGS[1].split()[0]),
    *(f"{HEADINGS[4]} en meer", FORM.title, UNANSWERED, "tekst", "- lijst", "\xa0", ""),
)

QUOTING = st.lists(
    st.tuples(st.sampled_from(_QUOTES), st.sampled_from(("\n\n", "\n", "\n \n\n"))), max_size=8
).map(lambda pairs: clean("".join(line + gap for line, gap in pairs)))
"""Answers that quote the form, whole or nearly."""

ANSWERS = st.dictionaries(st.sampled_from(QUESTION_IDS), st.one_of(QUOTING, TEXTS))
"""The answers of a draft, those that quote the form too."""

PLAIN_ANSWERS = st.dictionaries(st.sampled_from(QUESTION_IDS), TEXTS)
"""The answers of a draft, none with a heading in it."""

_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - the zone is given apart
    datetime(9998, 12, 31),  # noqa: DTZ001 - as above
    timezones=_ZONES,
)

_KEYS = st.one_of(st.text("abc-_1", min_size=1, max_size=4), joined(*WORDS, "\x1b", "\n", ".", " "))
_SCALARS: st.SearchStrategy[object] = st.one_of(
    *(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)),
    *(TEXTS, joined("\r", "\n", "\r\n", "\x1b", "a", '"', "\\"), MOMENTS),
    *(st.dates(), st.times(), st.just(math.inf)),
)
_VALUES: st.SearchStrategy[object] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=3)),
    max_leaves=6,
)
_KNOWN_KEYS = (
    *("versie", "formulier", "titel", "aangemaakt", "gewijzigd", "vraag", "cursor"),
    *("afgerond", "antwoorden"),
)

DRAFTS = st.builds(
    Draft,
    id=st.just("2026-11-24-abcde"),
    form=st.just(FORM.id),
    version=st.just(VERSION),
    title=LINES,
    created=MOMENTS,
    modified=MOMENTS,
    place=st.none()
    | st.builds(
        Place,
        question=st.sampled_from(QUESTION_IDS) | LINES.filter(bool),
        line=st.integers(0, 10**6),
        column=st.integers(0, 10**6),
    ),
    finished=st.none() | MOMENTS,
    answers=st.dictionaries(st.sampled_from(QUESTION_IDS) | _KEYS, st.one_of(TEXTS, QUOTING)),
    unknown=st.dictionaries(_KEYS.filter(lambda key: key not in _KNOWN_KEYS), _VALUES, max_size=3),
)
"""Drafts as a file may hold them, also with what only another version knows."""


def a_draft(
    answers: Mapping[str, str] | None = None,
    *,
    name: str = "2026-11-24-abcde",
    title: str = "Werkbezoek Gent",
    modified: datetime = MOMENT,
) -> Draft:
    """Return a draft of which only what a test is about need be told."""
    return Draft(id=name, title=title, created=MOMENT, modified=modified, answers=answers or {})
