from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.text import is_blank
from reisverslag_tui.core.version_policy import INTERVAL, VersionPolicy, stands_in
from tests.clock import MOMENT
from tests.strategies import TEXTS, a_draft

_SENTENCE = "In Gent zagen we hoe men afval ophaalt met de fiets."
_NEXT = timedelta(seconds=1)


def _saves(first: Draft, texts: Iterable[str], step: timedelta = _NEXT) -> list[Draft]:
    """Return the drafts saved while `doel` becomes each of these texts in turn."""
    saves: list[Draft] = []
    for text in texts:
        last = saves[-1] if saves else first
        saves.append(replace(last, answers={"doel": text}, modified=last.modified + step))
    return saves


def _kept(opened: Draft, saves: Iterable[Draft]) -> list[Draft]:
    keeper = VersionPolicy(opened)
    return [kept for draft in saves if (kept := keeper.before(draft)) is not None]


def _texts(drafts: Iterable[Draft]) -> list[str]:
    return [draft.answers.get("doel", "") for draft in drafts]


def _typed(text: str, start: int = 1) -> list[str]:
    return [text[:end] for end in range(start, len(text) + 1)]


def _kept_while(*texts: str) -> list[str]:
    """Return what is kept of a new report that is given these texts in turn."""
    opened = a_draft(title="")
    return _texts(_kept(opened, _saves(opened, texts)))


@pytest.mark.parametrize("changed", [a_draft({"doel": "Leren."}), a_draft(title="Brugge")])
def test_the_draft_as_opened_is_kept_at_the_first_change(changed: Draft) -> None:
    opened = a_draft({"doel": "Leren"})
    keeper = VersionPolicy(opened)
    assert keeper.before(replace(opened, place=Place("doel"))) is None
    assert keeper.before(changed) is opened
    assert keeper.before(replace(changed, title="Gent")) is None


def test_a_title_alone_is_worth_keeping() -> None:
    opened = a_draft(title="Gent")
    assert _kept(opened, _saves(opened, ["Leren"])) == [opened]


def test_an_empty_report_is_not_kept() -> None:
    opened = a_draft({"doel": " \n"}, title="")
    assert _kept(opened, _saves(opened, ["Leren", "Leren."])) == []


@pytest.mark.parametrize("left", ["", " \n"])
def test_an_emptied_answer_is_kept(left: str) -> None:
    assert _kept_while("Ja", left) == ["Ja"]


def test_an_answer_that_is_no_longer_there_is_kept() -> None:
    opened = a_draft(title="")
    first, last = _saves(opened, ["Ja", ""])
    assert _kept(opened, [first, replace(last, answers={})]) == [first]


def test_a_large_cut_is_kept() -> None:
    assert _kept_while(_SENTENCE, _SENTENCE[:10] + _SENTENCE[30:]) == [_SENTENCE]


def test_a_small_cut_is_not_kept() -> None:
    assert _kept_while(_SENTENCE, _SENTENCE[:10] + _SENTENCE[29:]) == []


def test_a_text_replaced_by_another_as_long_is_kept() -> None:
    assert _kept_while(_SENTENCE, _SENTENCE.swapcase()) == [_SENTENCE]


def test_what_replaced_a_text_is_kept_too_before_it_is_removed() -> None:
    other = _SENTENCE.swapcase()
    assert _kept_while(_SENTENCE, other, other[:5], "") == [_SENTENCE, other]


@pytest.mark.parametrize("step", [1, 3, 7, 50])
def test_text_removed_by_backspace_is_kept_once_and_whole(step: int) -> None:
    removing = [_SENTENCE[:end] for end in range(len(_SENTENCE), -1, -step)]
    assert _kept_while(*_typed(_SENTENCE), *removing, "") == [_SENTENCE]


def test_text_removed_by_backspace_is_kept_as_soon_as_it_is_much() -> None:
    keeper = VersionPolicy(a_draft(title=""))
    removing = [_SENTENCE[: len(_SENTENCE) - gone] for gone in range(21)]
    *before, last = _saves(a_draft(), removing)
    assert [keeper.before(draft) for draft in before] == [None] * 20
    assert keeper.before(last) is before[0]


def test_a_moved_cursor_does_not_end_a_run_of_removals() -> None:
    opened = a_draft(title="")
    saves = _saves(opened, [_SENTENCE, _SENTENCE[:-15], _SENTENCE[:-30]])
    saves.insert(2, saves[1].moved(Place("doel", 0, 3)))
    assert _texts(_kept(opened, saves)) == [_SENTENCE]


def test_every_run_of_removals_is_kept() -> None:
    other = _SENTENCE + " En dan?"
    texts = (_SENTENCE, _SENTENCE[:-15], _SENTENCE[:-30], other, other[:-15], other[:-30], other)
    assert _kept_while(*texts) == [_SENTENCE, other]


def test_a_version_in_between_does_not_keep_a_run_twice() -> None:
    opened = a_draft(title="")
    removing = [_SENTENCE[:end] for end in range(len(_SENTENCE), -1, -1)]
    kept = _texts(_kept(opened, _saves(opened, removing, INTERVAL / 25)))
    assert kept == [_SENTENCE, _SENTENCE[:-44]]


def test_corrected_typing_keeps_nothing() -> None:
    texts: list[str] = []
    for end in range(1, len(_SENTENCE), 4):
        wrong = _SENTENCE[:end] + "xyz"
        texts += [*_typed(wrong, end), wrong[:-1], wrong[:-2], wrong[:-3]]
    assert _kept_while(*texts, _SENTENCE) == []


def test_corrections_saved_as_replacements_keep_nothing() -> None:
    words = [_SENTENCE[:at] + "x" + _SENTENCE[at + 1 :] for at in range(40)]
    assert _kept_while(*words) == []


def test_the_last_draft_is_kept_each_time_the_interval_has_passed() -> None:
    opened = a_draft(title="")
    texts = _typed(_SENTENCE)
    kept = _texts(_kept(opened, _saves(opened, texts, INTERVAL / 10)))
    assert kept == [texts[9], texts[19], texts[29], texts[39], texts[49]]


def test_what_was_kept_last_is_not_kept_again() -> None:
    opened = a_draft({"doel": "Leren"})
    saves = _saves(opened, ["Leren.", "Leren", "Leren!", "Leren!!"], INTERVAL * 0.6)
    assert _kept(opened, saves) == [opened]


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=9000)])
def test_a_clock_set_back_does_not_end_the_keeping(back: timedelta) -> None:
    opened = a_draft(title="")
    saves = _saves(opened, ["a", "ab", "abc", "abcd"], INTERVAL)
    late = [replace(draft, modified=draft.modified - back) for draft in saves[2:]]
    later = replace(late[1], answers={"doel": "abcde"}, modified=late[1].modified + INTERVAL)
    assert _texts(_kept(opened, [*saves[:2], *late, later]))[-1] == "abcd"


def test_long_answers_are_compared_to_the_character() -> None:
    text = "ab" * 500_000
    cut = text[:400_001] + text[400_020:]
    assert _kept_while(text, cut) == []
    assert _kept_while(text, cut, cut[:-1]) == [text]


_QUESTIONS = st.sampled_from(["doel", "duur"])
_EDITS = st.one_of(
    st.tuples(st.just("write"), TEXTS, st.integers(0, 60)),
    st.tuples(st.just("cut"), st.integers(0, 60), st.integers(1, 60)),
    st.tuples(st.just("leave"), st.just(""), st.just(0)),
    st.tuples(st.sampled_from(["empty", "forget", "rename"]), TEXTS, st.just(0)),
)
_STEPS = st.integers(-600, 600).map(lambda seconds: timedelta(seconds=seconds))


def _edited(draft: Draft, question: str, edit: tuple[str, str | int, int], now: datetime) -> Draft:
    kind, what, at = edit
    text = draft.answers.get(question, "")
    answers = dict(draft.answers)
    match kind, what:
        case "write", str(written):
            answers[question] = text[:at] + written + text[at:]
        case "cut", int(start):
            answers[question] = text[:start] + text[start + at :]
        case "empty", _:
            answers[question] = ""
        case "forget", _:
            answers.pop(question, None)
        case "rename", str(title):
            return draft.rename(title)
        case _:
            return draft.moved(Place(question))
    return replace(draft, answers=answers, modified=now)


def _holds(whole: str, part: str) -> bool:
    """Tell whether all characters of `part` are in `whole`, in their order."""
    left = iter(whole)
    return all(character in left for character in part)


def _told(draft: Draft) -> tuple[str, dict[str, str]]:
    return draft.title, {name: text for name, text in draft.answers.items() if text}


@given(
    st.dictionaries(_QUESTIONS, TEXTS),
    st.lists(st.lists(st.tuples(_QUESTIONS, _EDITS, _STEPS), min_size=1, max_size=3), max_size=30),
)
@example({}, [[("doel", ("write", "oud", 0), _NEXT)], [("doel", ("empty", "", 0), _NEXT)]])
def test_no_answer_is_lost_by_emptying_it(
    answers: dict[str, str], saves: list[list[tuple[str, tuple[str, str | int, int], timedelta]]]
) -> None:
    last = a_draft(answers, title="")
    keeper, seen, kept = VersionPolicy(last), [last], list[Draft]()
    for edits in saves:  # some saves are skipped: several edits in one
        draft = last
        for question, edit, step in edits:
            draft = _edited(draft, question, edit, draft.modified + step)
        version = keeper.before(draft)
        if version is not None:
            assert any(version is one for one in seen)
            kept.append(version)
        for question, text in last.answers.items():
            if not is_blank(text) and is_blank(draft.answers.get(question, "")):
                assert any(_holds(one.answers.get(question, ""), text) for one in kept)
        seen.append(draft)
        last = draft
    assert all(_told(one) != _told(other) for one, other in pairwise(kept))


def test_the_moments_may_be_in_any_zone() -> None:
    opened = a_draft(title="", modified=MOMENT)
    first, second, third = _saves(opened, ["a", "ab", "abc"], INTERVAL)
    saves = [first, replace(second, modified=second.modified.astimezone()), third]
    assert _texts(_kept(opened, saves)) == ["a", "ab"]


@pytest.mark.parametrize(
    ("earlier", "later", "stands"),
    [
        ("Leren", "Leren en delen", True),
        ("Leren en delen", "Leren", False),
        ("Een.\n\nTwee.", "Twee. Drie.\nEen.", True),
        ("Een.\nTwee.", "Een. Twee", False),
        ("  Leren \n", "Leren", True),
        ("", "", True),
    ],
)
def test_text_stands_in_another_if_each_line_does(earlier: str, later: str, stands: bool) -> None:
    assert stands_in(a_draft({"doel": earlier}), a_draft({"doel": later})) == stands


def test_text_stands_in_the_same_place_or_not_at_all() -> None:
    draft = a_draft({"doel": "Leren"}, title="Gent")
    assert not stands_in(draft, a_draft({"duur": "Leren"}, title="Gent"))
    assert not stands_in(draft, a_draft({"doel": "Leren"}, title="Brugge"))
    assert stands_in(draft, a_draft({"doel": "Leren", "duur": "4"}, title="Reis naar Gent"))


@given(st.lists(st.text("ab \n", max_size=6), min_size=3, max_size=3))
def test_what_stands_in_what_stands_in_another_stands_in_that_too(texts: list[str]) -> None:
    one, two, three = (a_draft({"doel": text}) for text in texts)
    assert stands_in(one, one)
    if stands_in(one, two) and stands_in(two, three):
        assert stands_in(one, three)
