from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from reisverslag_tui.core.form import example_report
from reisverslag_tui.core.text import tidy
from reisverslag_tui.core.width import DEFAULT_WIDTH, WIDEST, read_width, width_in_words
from reisverslag_tui.core.wrapping import wrap
from reisverslag_tui.errors import UsageError
from reisverslag_tui.report.importing import import_report
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.report.preview import print_preview, render_preview
from reisverslag_tui.report.sections import UNANSWERED, sections
from tests.strategies import ANSWERS, FORM, HEADINGS, QUESTION_IDS, a_draft


def _shown(answers: dict[str, str], width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system="truecolor", force_terminal=True)
    with console.capture() as capture:
        console.print(render_preview(a_draft(answers), FORM))
    return capture.get()


def _plain(answers: dict[str, str], width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None)
    with console.capture() as capture:
        console.print(render_preview(a_draft(answers), FORM))
    return capture.get()


@given(ANSWERS)
def test_there_is_a_section_for_each_question_in_order(answers: dict[str, str]) -> None:
    walked = list(sections(a_draft(answers), FORM))
    assert [section.question for section in walked] == list(FORM.questions)
    assert [section.answer for section in walked] == [
        tidy(answers.get(name, "")) for name in QUESTION_IDS
    ]
    assert all(section.text == (section.answer or UNANSWERED) for section in walked)


def test_an_empty_report_is_the_form() -> None:
    expected = "\n\n".join([FORM.title, *(f"{heading}\n\n{UNANSWERED}" for heading in HEADINGS)])
    assert render_plain(a_draft({"doel": " \n\t", "kosten": "9"}), FORM) == expected + "\n"


@given(ANSWERS)
def test_the_report_is_title_headings_and_answers(answers: dict[str, str]) -> None:
    texts = [tidy(answers.get(name, "")) or UNANSWERED for name in QUESTION_IDS]
    parts = [f"{heading}\n\n{text}" for heading, text in zip(HEADINGS, texts, strict=True)]
    assert render_plain(a_draft(answers), FORM, 0) == "\n\n".join([FORM.title, *parts]) + "\n"


@given(ANSWERS, st.integers(0, 100))
@example({"doel": "een\xa0 twee"}, 4)
def test_a_report_has_no_loose_space_at_any_width(answers: dict[str, str], width: int) -> None:
    report = render_plain(a_draft(answers), FORM, width)
    assert report == tidy(report) + "\n"


@given(ANSWERS, st.integers(1, 100))
def test_a_wrapped_report_is_the_report_wrapped(answers: dict[str, str], width: int) -> None:
    draft = a_draft(answers)
    report = render_plain(draft, FORM, 0).removesuffix("\n")
    assert render_plain(draft, FORM, width) == wrap(report, width) + "\n"


def test_the_example_is_wrapped_at_80_unless_asked_otherwise() -> None:
    draft = a_draft(import_report(example_report(), FORM, "voorbeeld").answers)
    report = render_plain(draft, FORM)
    assert report == render_plain(draft, FORM, DEFAULT_WIDTH) == render_plain(draft, FORM, 80)
    assert 75 < max(map(len, report.splitlines())) <= 80
    assert report.split() == example_report().split()


def test_the_example_at_width_0_is_the_file_itself() -> None:
    text = (Path(__file__).parents[2] / "data" / "dienstreis-barcelona.txt").read_text("utf-8")
    draft = a_draft(import_report(text, FORM, "voorbeeld").answers)
    assert render_plain(draft, FORM, 0) == text.lstrip("\n") + "\n"


@pytest.mark.parametrize(
    "text", ["[bold]vet[/bold]", "[/]", ":smile:", "<b>*vet*</b>", "\\[a]", "[link=x]y[/link]"]
)
def test_what_looks_like_markup_is_printed_and_shown_as_typed(text: str) -> None:
    assert f"\n\n{text}\n" in render_plain(a_draft({"doel": text}), FORM)
    assert f"\n  {text} " in _plain({"doel": text})


@given(ANSWERS, st.integers(10, 120))
def test_the_preview_shows_every_character_in_order(answers: dict[str, str], width: int) -> None:
    shown = "".join(_plain(answers, width).split()).replace("─", "")
    report = "".join(render_plain(a_draft(answers), FORM, 0).split()).replace("─", "")
    assert shown == report


@given(ANSWERS, st.integers(10, 120))
def test_the_preview_is_never_wider_than_asked(answers: dict[str, str], width: int) -> None:
    assert all(cell_len(line) <= width for line in _plain(answers, width).split("\n"))


def test_a_tab_is_shown_as_wide_as_a_terminal_makes_it() -> None:
    assert "\n  a       b " in _plain({"doel": "a\tb"})


def test_the_preview_sets_headings_apart_and_dims_what_is_not_there() -> None:
    shown = _shown({"personen": "2"})
    assert f"\x1b[1;36m{HEADINGS[0]}\x1b[0m" in shown
    assert f"\x1b[2;3m{UNANSWERED}\x1b[0m" in shown
    assert "\x1b[2;3m2" not in shown


@pytest.mark.parametrize("width", [40, 80])
def test_a_preview_that_is_printed_is_plain_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    for variable in ("COLUMNS", "LINES"):
        monkeypatch.setenv(variable, "²")  # which is a digit, and no number
    shown = print_preview(a_draft({"doel": 30 * "woord "}), FORM, width)
    assert "\x1b" not in shown
    assert max(map(len, shown.split("\n"))) == width


@given(st.integers(0, WIDEST))
def test_a_width_that_is_typed_is_read(width: int) -> None:
    assert read_width(str(width)) == width


@pytest.mark.parametrize(
    "typed", ["", "-1", "10001", "1.5", "tachtig", "²", "٣", "9" * 5000, " 80"]
)
def test_what_is_no_width_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="De breedte is een getal van 0 tot en met 10000"):
        read_width(typed)


def test_a_width_is_told_in_words() -> None:
    assert [width_in_words(width) for width in (0, 1, 80)] == [
        "regels niet afgebroken",
        "1 teken breed",
        "80 tekens breed",
    ]
