"""What hypothesis makes for the tests: texts at their worst, answers that quote headings, drafts."""

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.form import load_form
from reisverslag_tui.rendering.sections import UNANSWERED
from reisverslag_tui.serialization import from_toml, to_toml
from reisverslag_tui.text import clean, clean_line

FORM = load_form()
HEADINGS = tuple(question.heading for question in FORM.questions)
QUESTION_IDS = tuple(question.id for question in FORM.questions)
MOMENT = datetime(2026, 11, 24, 14, 32, 7, tzinfo=timezone(timedelta(hours=1)))

LINE_ENDS = ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
CONTROLS = ("\0", "\a", "\b", "\x1b", "\x1b[31m", "\x1f", "\x7f", "\x80", "\x9b", "\x9f")
BIDI = tuple("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SURROGATES = ("\ud800", "\udc80", "\udfff", "\ud83d\ude00")
FORBIDDEN = (*CONTROLS, *BIDI, *SURROGATES, "\ufeff")
SPACES = (" ", "  ", "\t", "\xa0", "\u2003", "\u202f", "\u3000")
WORDS = (
    *("de", "reis", "Barcelona", "2", "geïnterviewd", "https://example.org/" + 90 * "x"),
    *("e\u0301", "\u0301", "\u1100\u1161", "A\u030a", "\u212b", "漢字", "\u200b", "\xad"),
    *("👩\u200d👩\u200d👧", "🇳🇱", "☎\ufe0f", "👍🏽", ":smile:", "<b>", "ß", "İ"),
    *("[bold]", "[/]", "[", "]", "\\", "\\n", '"', "'", '"""', "'''", "#", "=", "[[a]]"),
)
MARKERS = ("- ", "* ", "• ", "1. ", "12) ", "-\t", "    ", "\t", "   - ", "-")


def joined(*pieces: str, most: int = 12) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)


RAW_TEXTS = st.one_of(
    joined(*LINE_ENDS, *FORBIDDEN, *SPACES, *WORDS, *MARKERS, most=20),
    st.text(st.characters(), max_size=40),  # surrogates too
)
"""Texts as they may come in from outside."""

TEXTS = RAW_TEXTS.map(clean)
"""Texts as an answer may hold them."""

LINES = RAW_TEXTS.map(clean_line)
"""Texts as a title may hold them."""


def _wrapped(heading: str) -> str:
    first, rest = heading.split(" ", 1)
    return f"{first}\n{rest}"


HEADING_LIKE = (
    *(HEADINGS[0], HEADINGS[1], HEADINGS[2], HEADINGS[-1]),
    *(HEADINGS[1].lower(), f"  {HEADINGS[2]}", f"{HEADINGS[3]} ", _wrapped(HEADINGS[0])),
    *(_wrapped(HEADINGS[-1]), HEADINGS[1].split()[0], f"{HEADINGS[4]} en meer"),
)

QUOTING = st.lists(
    st.tuples(
        st.sampled_from((*HEADING_LIKE, *HEADINGS, FORM.title, UNANSWERED, "tekst", "- lijst", "")),
        st.sampled_from(("\n", "\n\n", "\n \n\n")),
    ),
    max_size=8,
).map(lambda pairs: clean("".join(line + gap for line, gap in pairs)))
"""Answers that quote the form, whole or nearly."""

ANSWERS = st.one_of(TEXTS, QUOTING)


def answers(texts: st.SearchStrategy[str] = ANSWERS) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(QUESTION_IDS), texts)


def all_answers(texts: st.SearchStrategy[str] = ANSWERS) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(dict.fromkeys(QUESTION_IDS, texts))


_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1), timezones=_ZONES)  # noqa: DTZ001

PLACES = st.builds(
    Place,
    question=st.one_of(st.sampled_from(QUESTION_IDS), LINES.filter(bool)),
    line=st.integers(0, 10**6),
    column=st.integers(0, 10**6),
)

_KEYS = st.one_of(st.text("abc-_1", min_size=1, max_size=4), joined(*WORDS, *CONTROLS, "\n", "."))
_SCALARS = st.one_of(
    *(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)),
    *(RAW_TEXTS.map(lambda text: clean(text).replace("\n", "\r\n")), TEXTS),
    *(st.dates(date(1, 1, 1)), st.times(), MOMENTS, st.just(math.inf)),
)
_VALUES: st.SearchStrategy[object] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=3)
    ),
    max_leaves=6,
)
