import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reisverslag_tui.core.form import example_report
from reisverslag_tui.core.text import clean, tidy
from reisverslag_tui.errors import ImportingError
from reisverslag_tui.report.importing import (
    MAXIMUM_SIZE,
    Imported,
    decode,
    import_report,
    read_report,
)
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.report.sections import UNANSWERED
from tests.strategies import (
    ANSWERS,
    FORM,
    HEADINGS,
    PLAIN_ANSWERS,
    QUESTION_IDS,
    QUOTING,
    TEXTS,
    a_draft,
    joined,
)

PERSONEN, DUUR, DOEL = HEADINGS[:3]
_SMALL = st.fixed_dictionaries(
    {
        name: st.lists(
            st.sampled_from([*HEADINGS, "tekst", UNANSWERED]), min_size=1, max_size=4
        ).map("\n\n".join)
        for name in QUESTION_IDS
    }
)


def _print(answers: dict[str, str], width: int = 0) -> str:
    return render_plain(a_draft(answers), FORM, width)


def _import(text: str) -> Imported:
    return import_report(text, FORM, "verslag.txt")


def _printed(answers: dict[str, str]) -> dict[str, str]:
    tidied = {question: tidy(text) for question, text in answers.items()}
    return {question: text for question, text in tidied.items() if text not in ("", UNANSWERED)}


@settings(max_examples=400)
@given(ANSWERS | _SMALL)
@example({"personen": f"{DUUR}\n\nx\n\n{PERSONEN}", "duur": DOEL})
@example({"personen": f"x\n\n{DUUR.lower()}\n\ny", "duur": "4"})
@example({"personen": f"x\n\n{DUUR}", "duur": f"{DUUR}\n\n{DUUR}"})
def test_printing_what_was_imported_gives_the_printed_report_back(answers: dict[str, str]) -> None:
    report = _print(answers)
    imported = _import(report)
    assert _print(imported.answers) == report
    assert not imported.preamble


@given(PLAIN_ANSWERS)
def test_answers_without_headings_come_back_as_they_were_printed(answers: dict[str, str]) -> None:
    assert _import(_print(answers)) == Imported(_printed(answers), "")


@given(
    st.dictionaries(st.sampled_from(QUESTION_IDS), joined("a", "bé", "- ", "1. ", " ", "\n\n")),
    st.integers(len(UNANSWERED), 120),
)
@example({"personen": "2"}, 30)
def test_a_wrapped_report_gives_the_same_words(answers: dict[str, str], width: int) -> None:
    imported = _import(_print(answers, width))
    words = {question: text.split() for question, text in _printed(answers).items()}
    assert {question: text.split() for question, text in imported.answers.items()} == words


@given(PLAIN_ANSWERS, st.sampled_from(["\r\n", "\r", "\u2028", " \n", "\n\n", "\n\t\n \n"]))
def test_line_ends_and_blank_lines_do_not_matter(answers: dict[str, str], end: str) -> None:
    single = {question: text.replace("\n", "\n\n") for question, text in answers.items()}
    assert _import(_print(single).replace("\n", end)) == Imported(_printed(single), "")


@given(PLAIN_ANSWERS)
def test_headings_are_known_in_other_capitals_and_spaces(answers: dict[str, str]) -> None:
    report = _print(answers)
    for heading in (FORM.title, *HEADINGS):
        report = report.replace(heading, "  " + heading.capitalize().replace(" ", "\xa0 "), 1)
    assert _import(report).answers == _printed(answers)


@given(st.lists(QUOTING | TEXTS | st.sampled_from(HEADINGS), max_size=8).map("\n".join))
def test_nothing_but_headings_is_ever_lost(text: str) -> None:
    try:
        imported = _import(text)
    except ImportingError:
        return
    kept = " ".join(imported.answers.values()).casefold().split()
    lines = re.sub("|".join(map(re.escape, HEADINGS)), "", clean(text), flags=re.IGNORECASE)
    form = " ".join((*HEADINGS, FORM.title, UNANSWERED)).casefold().split()
    assert set(lines.casefold().split()) - set(form) <= set(kept)


def test_the_example_comes_back_but_for_blank_lines_above_and_a_newline_below() -> None:
    text = (Path(__file__).parents[2] / "data" / "dienstreis-barcelona.txt").read_text("utf-8")
    imported = _import(text)
    assert imported.answers.keys() == set(QUESTION_IDS)
    assert _print(imported.answers) == text.lstrip("\n") + "\n"
    assert _import(example_report()) == imported


def test_text_above_the_first_heading_is_kept_with_the_first_answer() -> None:
    imported = _import(f"Concept\n\n{FORM.title}\n\n{PERSONEN}\n\n2\n")
    assert imported.preamble == f"Concept\n\n{FORM.title}"
    assert imported.answers == {"personen": f"Concept\n\n{FORM.title}\n\n2"}


def test_text_above_is_kept_also_if_the_first_question_is_not_there() -> None:
    imported = _import(f"{FORM.title.lower()}\nvan mij\n{DOEL}\nLeren")
    assert imported == Imported({"personen": "van mij", "doel": "Leren"}, "van mij")


@pytest.mark.parametrize(
    ("report", "answers"),
    [
        (f"{DUUR}\n4 dagen", {"duur": "4 dagen"}),
        (f"{DUUR}\n", {}),
        (f"{DUUR}\n\n{UNANSWERED}\n", {}),
        ("hoelang duurde\nde   reis?\n4 dagen", {"duur": "4 dagen"}),
        (
            f"{PERSONEN}\na\n\nhoelang duurde\n\nde reis?\nb",
            {"personen": "a\n\nhoelang duurde\n\nde reis?\nb"},
        ),
        (f"{PERSONEN}\n{DUUR}\n4", {"duur": "4"}),
        (f"{DUUR} 4 dagen\n{DUUR}\n3", {"personen": f"{DUUR} 4 dagen", "duur": "3"}),
        (f"{DUUR}\na\n{PERSONEN}\nb", {"duur": f"a\n{PERSONEN}\nb"}),
        (
            f"{PERSONEN}\n\n{DUUR.lower()}\nx\n\n{DUUR}\n\n4",
            {"personen": f"{DUUR.lower()}\nx", "duur": "4"},
        ),
        (f"{DUUR}\n\na\n\n{DUUR}\n\nb", {"duur": f"a\n\n{DUUR}\n\nb"}),
        (
            f"{PERSONEN}\n\n{DOEL}\n\n{DUUR}\n\n4\n\n{DOEL}\n\nb",
            {"personen": DOEL, "duur": "4", "doel": "b"},
        ),
    ],
)
def test_headings_are_found_by_example(report: str, answers: dict[str, str]) -> None:
    assert _import(report).answers == answers


@pytest.mark.parametrize("text", ["", "\n", "Beste lezer", FORM.title, f"{DUUR[:-1]}", f"x{DUUR}"])
def test_a_text_without_any_heading_is_refused_by_name(text: str) -> None:
    with pytest.raises(ImportingError, match=r"In verslag\.txt staat geen enkele vraag") as caught:
        _import(text)
    advised = str(caught.value).split("'")[1]
    assert _import(f"{advised}\n3").answers == {"personen": "3"}


@pytest.mark.large
def test_many_headings_take_no_more_than_a_moment() -> None:
    report = _print({"personen": f"{DUUR}\n\nHOEVEEL\n\n" * 5_000, "duur": f"{DOEL}\n" * 5_000})
    assert _print(_import(report).answers) == report


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    for start in (b"", b"\xef\xbb\xbf"):
        (tmp_path / "verslag.txt").write_bytes(start + "één".encode())
        assert read_report(tmp_path / "verslag.txt") == "één"


def test_a_file_that_is_not_there_or_a_directory_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.txt", tmp_path):
        with pytest.raises(ImportingError, match=rf"^{re.escape(str(path))} kan niet gelezen"):
            read_report(path)


def test_a_file_that_is_not_utf_8_says_on_which_line() -> None:
    with pytest.raises(ImportingError, match=r"^a\.txt is geen UTF-8-tekst \(regel 3\)"):
        decode("een\ntwee\nreünie\nvier".encode("latin-1"), "a.txt")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(MAXIMUM_SIZE)
    assert len(read_report(path)) == MAXIMUM_SIZE
    with path.open("ab") as file:
        file.write(b"x")
    with pytest.raises(ImportingError, match=r"groot\.txt is te groot: meer dan 16 MB"):
        read_report(path)
