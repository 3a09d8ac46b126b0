"""Which keys have come, and what to do about those that have not."""

from collections.abc import Callable
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.ui.keyboard_test.advice import (
    ADVICE,
    NOT_UTF_8,
    TERMINALS,
    advice,
    terminal_kinds,
)
from reisverslag_tui.ui.keyboard_test.probes import (
    CLIPBOARD,
    COPIED,
    GROUPS,
    PASTE,
    PROBES,
    Checklist,
)

Step = Callable[[Checklist], Checklist]
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.sampled_from([probe.id for probe in PROBES]).map(
            lambda key: lambda checklist: checklist.pressed(key)
        ),
        st.characters().map(lambda character: lambda checklist: checklist.wrote(character)),
        st.text(max_size=12).map(lambda text: lambda checklist: checklist.pasted(text)),
        st.just(lambda checklist: checklist.gave_up()),
    ),
    max_size=60,
)


def after(*characters: str) -> Checklist:
    return reduce(lambda checklist, one: checklist.wrote(one), characters, Checklist())


def given_up_to(probe_id: str) -> Checklist:
    checklist = Checklist()
    while checklist.asked and checklist.asked.id != probe_id:
        checklist = checklist.gave_up()
    return checklist


@given(STEPS)
def test_every_key_is_known_once_and_the_next_one_is_asked_for(steps: list[Step]) -> None:
    checklist = reduce(lambda so_far, step: step(so_far), steps, Checklist())
    assert not checklist.arrived & checklist.given_up
    marks = [checklist.mark(probe) for probe in PROBES]
    asked = checklist.asked
    assert marks.index("·") == PROBES.index(asked) if asked else "·" not in marks
    assert len(checklist.typed) <= 40


def test_a_key_counts_whenever_it_comes() -> None:
    assert Checklist().asked == PROBES[0]
    assert "f10" in Checklist().pressed("f10").arrived
    assert "f2" in given_up_to("f3").pressed("f2").arrived
    assert "f2" not in given_up_to("f3").pressed("f2").given_up
    assert Checklist().pressed("f5").pressed("unknown").arrived == {"f5"}


def test_an_accent_may_come_as_a_character_of_its_own() -> None:
    assert after("é").arrived == {"é"}
    assert after("e", "\u0301", "e", "\u0308").arrived == {"é", "ë"}
    assert not after("e", "x", "\u0301").arrived


def test_the_clipboard_holds_what_was_copied() -> None:
    assert Checklist().pasted("iets anders").arrived == {PASTE}
    assert Checklist().pasted(f"{COPIED}\n").arrived == {PASTE, CLIPBOARD}
    loose = reduce(Checklist.wrote, COPIED, given_up_to(CLIPBOARD))
    assert loose.arrived == {CLIPBOARD}
    assert not after(*COPIED).arrived


def test_at_the_end_nothing_is_asked() -> None:
    end = given_up_to("")
    assert end.asked is None
    assert end.missed == PROBES
    assert end.gave_up() == end


ENVIRONMENTS = [
    ({"LANG": "nl_NL.UTF-8", "TERM": "tmux-256color"}, "f1", "tmux-256color"),
    ({"LANG": "nl_NL.UTF-8", "VTE_VERSION": "7600"}, "f10", "Voorkeuren"),
    ({"LANG": "nl_NL.UTF-8"}, "f10", "Ctrl+Q"),
    ({"LANG": "nl_NL.UTF-8"}, "f11", "scherm groot"),
    ({"LANG": "nl_NL.UTF-8"}, "ctrl+s", "stty -ixon"),
    ({"LANG": "nl_NL.UTF-8", "TERM_PROGRAM": "vscode"}, "ctrl+q", "Stop met F10"),
    ({"LANG": "nl_NL.UTF-8", "TERM_PROGRAM": "vscode"}, "ctrl+o", "sendKeybindingsToShell"),
    ({"LANG": "nl_NL.UTF-8", "TERM_PROGRAM": "iTerm.app"}, "é", "iTerm2"),
    ({"LANG": "nl_NL.UTF-8"}, "é", "dode toetsen"),
    ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "é", "export LANG"),
    ({}, "€", "export LANG"),
    ({"LANG": "C.utf8"}, PASTE, "bracketed paste"),
    ({"LANG": "C.utf8", "TERM": "screen"}, CLIPBOARD, "set-clipboard"),
]


@pytest.mark.parametrize(("environ", "key", "text"), ENVIRONMENTS)
def test_the_advice_fits_the_key_and_the_terminal(
    environ: dict[str, str], key: str, text: str
) -> None:
    probe = next(probe for probe in PROBES if probe.id == key)
    told = advice([probe], terminal_kinds(environ))
    assert list(told) == [probe.name]
    assert text in told[probe.name]


def test_there_is_advice_for_every_key_and_the_same_is_told_once() -> None:
    for known in (
        frozenset[str](),
        frozenset({NOT_UTF_8}),
        terminal_kinds({"TERM": "screen.linux"}),
    ):
        told = advice(PROBES, known)
        assert sorted(", ".join(told).split(", ")) == sorted(probe.name for probe in PROBES)
        assert len(set(told.values())) == len(told)


def test_all_advice_names_known_keys_and_terminals_and_is_shown_somewhere() -> None:
    kinds = [*TERMINALS, NOT_UTF_8]
    shown = {
        text
        for kind in ("", *kinds)
        for probe in PROBES
        for text in advice([probe], frozenset({kind})).values()
    }
    for each in ADVICE:
        assert each.keys <= {*GROUPS, *(probe.id for probe in PROBES)}, each
        assert each.terminal in ("", *kinds), each
        assert each.text in shown, each
