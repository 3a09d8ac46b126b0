from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import VERSION, Draft, Place
from reisverslag_tui.core.text import clean, clean_line, is_blank
from tests.clock import MOMENT
from tests.strategies import FORM, PLAIN_ANSWERS, QUESTION_IDS, RAW_TEXTS, a_draft

_LATER = MOMENT + timedelta(minutes=1)


@given(PLAIN_ANSWERS, st.sampled_from(QUESTION_IDS), RAW_TEXTS)
def test_an_answer_is_kept_cleaned_and_leaves_the_others(
    answers: dict[str, str], question_id: str, text: str
) -> None:
    before = dict(answers)
    draft = a_draft(answers).answer(question_id, text, _LATER)
    assert draft.answers.get(question_id, "") == clean(text)
    assert {**draft.answers, question_id: ""} == {**before, question_id: ""}
    assert answers == before


def test_another_answer_is_a_change() -> None:
    assert a_draft({"doel": "a"}).answer("doel", "b", _LATER).modified == _LATER


@given(RAW_TEXTS)
def test_the_same_answer_is_the_same_draft(text: str) -> None:
    draft = a_draft().answer("doel", text, MOMENT)
    assert draft.answer("doel", text, _LATER) is draft


def test_no_answer_where_there_was_none_is_the_same_draft() -> None:
    draft = a_draft()
    assert draft.answer("doel", "\x00", _LATER) is draft


def test_an_answer_can_be_emptied() -> None:
    draft = a_draft({"doel": "Leren"}).answer("doel", "", _LATER)
    assert not draft.answers["doel"]
    assert draft.modified == _LATER


@given(RAW_TEXTS)
def test_a_title_is_made_one_clean_line(title: str) -> None:
    draft = a_draft().rename(title)
    assert (draft.title, draft.modified) == (clean_line(title), a_draft().modified)


def test_a_draft_without_a_title_has_a_name_all_the_same() -> None:
    assert a_draft(title="Gent").name == "Gent"
    assert a_draft(title="").name == "Zonder titel"


def test_an_edit_keeps_all_that_it_is_not_about() -> None:
    draft = Draft(
        id="a", title="T", created=MOMENT, modified=MOMENT, answers={"doel": "x"}, unknown={"k": 1}
    )
    edited = draft.answer("duur", "4", _LATER).rename("U").moved(Place("duur", 0, 1))
    assert (edited.id, edited.created, edited.unknown) == ("a", MOMENT, {"k": 1})
    assert edited.answers == {"doel": "x", "duur": "4"}
    assert (draft.title, draft.answers, draft.place) == ("T", {"doel": "x"}, None)


def test_moving_on_is_no_change() -> None:
    moved = a_draft().moved(Place("doel", 3, 14))
    assert (moved.place, moved.modified) == (Place("doel", 3, 14), MOMENT)


def test_a_draft_can_be_changed_after_it_was_finished() -> None:
    finished = a_draft().finish(_LATER)
    assert finished.modified == MOMENT
    assert finished.progress(FORM) == "afgerond"
    assert finished.answer("doel", "x", _LATER).progress(FORM) == "afgerond"
    changed = finished.answer("doel", "x", _LATER + timedelta(seconds=1))
    assert changed.progress(FORM) == "afgerond, gewijzigd"


@given(PLAIN_ANSWERS)
def test_a_question_is_unanswered_if_nothing_of_it_would_be_seen(answers: dict[str, str]) -> None:
    draft = a_draft(answers)
    empty = [question.id for question in draft.unanswered(FORM)]
    assert empty == [name for name in QUESTION_IDS if is_blank(answers.get(name, ""))]
    assert [question.id for question in FORM.questions if not draft.answered(question)] == empty


@given(st.text("ab\n"), st.data())
def test_a_place_is_that_of_a_character(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    place = Place.at("doel", text, index)
    assert place.index_in(text) == index
    assert text.split("\n")[place.line][: place.column] == text[:index].split("\n")[-1]


def test_progress_is_told_in_dutch() -> None:
    draft = a_draft({"doel": "Leren", "duur": "\n \t", "kosten": "9"})
    assert draft.progress(FORM) == "1 van 7 beantwoord"
    assert a_draft().progress(FORM) == "0 van 7 beantwoord"
    finished = draft.finish(MOMENT)
    assert finished.progress(FORM) == "afgerond"
    assert finished.answer("duur", "9", _LATER).progress(FORM) == "afgerond, gewijzigd"
    assert finished.rename("Gent").progress(FORM) == "afgerond"


@pytest.mark.parametrize(("version", "read_only"), [(VERSION, False), (VERSION + 1, True)])
def test_a_draft_of_a_newer_version_is_read_only(version: int, read_only: bool) -> None:
    draft = Draft(id="a", title="", created=MOMENT, modified=MOMENT, version=version)
    assert draft.read_only is read_only
