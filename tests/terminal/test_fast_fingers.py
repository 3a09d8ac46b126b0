"""Keys that come faster than the program draws keep their order."""

from pathlib import Path

import pytest

from tests.stores import store_in
from tests.terminal.terminal import CTRL_G, ENTER, ESCAPE, F9, F10, Terminal, only_draft


@pytest.mark.parametrize("stop", [F10, "\x11"])
def test_what_is_typed_right_before_stopping_is_kept(tmp_path: Path, stop: str) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + stop)
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": "twee"}


def test_a_whole_report_typed_at_once_lands_in_the_right_answers(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(f"2{ENTER}4 dagen{F9}leren{ENTER}en kijken{F9}Gent{F10}")
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {
        "personen": "2",
        "duur": "4 dagen",
        "doel": "leren\nen kijken",
        "locaties": "Gent",
    }


def test_enter_right_after_an_arrow_opens_the_report_the_arrow_went_to(tmp_path: Path) -> None:
    for title in ("Oudste", "Nieuwste"):
        with Terminal("nieuw", "--titel", title, data=tmp_path) as terminal:
            terminal.wait_for("Vraag 1 van 7")
            terminal.type(title + F10)
            terminal.wait_for_end()
    with Terminal(data=tmp_path) as terminal:
        terminal.wait_for("Nieuwste")
        first = terminal.text.index("Oudste") < terminal.text.index("Nieuwste")
        terminal.type("\x1b[B" + ENTER)
        terminal.wait_for("Vraag 1 van 7")
        terminal.wait_for("▌ Nieuwste" if first else "▌ Oudste")


BURSTS = {
    "abX\x7fc": "abc",
    "helo\x1b[Dl\x1b[F!": "hello!",
    "foutt\x7f " * 20: "fout " * 20,
    "abc\rdef\x1b[A\x1b[FX": "abcX\ndef",
    "abc\x15d": "d",
    "een\x1b[18~twee": "twee",
}


@pytest.mark.parametrize(("keys", "text"), BURSTS.items())
def test_keys_that_edit_keep_their_order_among_letters(
    tmp_path: Path, keys: str, text: str
) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(F9 + F9)
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(keys + F9 + "verder" + F10)
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"doel": text, "locaties": "verder"}


def test_what_follows_a_title_lands_in_the_answer(tmp_path: Path) -> None:
    with Terminal("nieuw", "--titel", "Reis", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(f"a\x14 XYZ{ENTER}hallo{F10}")
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": "ahallo"}


@pytest.mark.parametrize("choose", ["3", "\x1b[B\x1b[B" + ENTER])
def test_what_follows_a_choice_of_a_question_lands_in_its_answer(
    tmp_path: Path, choose: str
) -> None:
    with Terminal("nieuw", "--titel", "Reis", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(f"a{CTRL_G}{choose}hallo{F10}")
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": "a", "doel": "hallo"}


def test_a_paste_with_keys_in_it_is_text_all_the_same(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.paste("voor\x1b[21~\x1b\x11na")
        terminal.wait_for("na")
        terminal.type("!" + F10)
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": "voorna!"}


def test_a_long_paste_without_markers_stays_in_its_answer_in_however_many_reads(
    tmp_path: Path,
) -> None:
    pasted = "Naam\tFunctie\r" * 1_500 + "einde"
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        for part in range(0, len(pasted), 3_000):  # as much as a terminal takes at once
            terminal.type(pasted[part : part + 3_000])
        terminal.wait_for("einde")
        terminal.type(F10)
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": pasted.replace("\r", "\n")}


def test_alt_and_an_arrow_is_no_way_out(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("een twee\x1b[1;3DX" + F10)
        terminal.wait_for_end()
    assert only_draft(tmp_path) == {"personen": "een Xtwee"}


def test_what_was_typed_in_one_report_stays_out_of_the_next(tmp_path: Path) -> None:
    for title, keys in (("Een", "AAA" + F9), ("Twee", "BBB")):
        with Terminal("nieuw", "--titel", title, data=tmp_path) as terminal:
            terminal.wait_for("Vraag 1 van 7")
            terminal.type(keys + F10)
            terminal.wait_for_end()
    with Terminal(data=tmp_path) as terminal:
        terminal.wait_for("Twee")
        terminal.type(ENTER)
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("x" + ESCAPE)
        terminal.wait_for("2 verslagen")
        terminal.type("\x1b[B" + ENTER)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(F10)
        terminal.wait_for_end()
    drafts, _ = store_in(tmp_path).drafts()
    answers = {draft.title: draft.answers["personen"] for draft in drafts}
    assert answers == {"Een": "AAA", "Twee": "BBBx"}
