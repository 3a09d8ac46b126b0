"""Two windows, or a window and another program, have the same draft: no text is lost."""

import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.faults.commands import fill_together, refused
from tests.faults.faulty import HELD_UP, LEFT_AGAIN
from tests.faults.left import Left
from tests.faults.saves import ID, NEXT, OLD
from tests.faults.saves import THEIRS as ANOTHER_S
from tests.faults.sweep import sweep
from tests.faults.windows import (
    DELETE,
    F6,
    QUESTION,
    Window,
    all_answers,
    answer,
    window,
    written_in,
)
from tests.stores import store_in
from tests.terminal.terminal import ENTER, ESCAPE, F8, F9, Terminal

IN_USE, TAKEN_OVER = "Al open in een ander venster", "Overgenomen in een ander venster"
READ, TAKE_OVER = 0, 1
CHANGED = "Dit verslag is buiten dit venster"
BOTH, MINE, THEIRS = 0, 1, 2


@pytest.mark.parametrize(
    ("save", "fault"),
    [("that removes text", HELD_UP), ("over a symbolic link", LEFT_AGAIN)],
)
def test_a_window_that_was_held_up_in_a_save_undoes_nothing(
    save: str, fault: str, quick_path: Path
) -> None:
    *windows, _ = sweep(quick_path, save, fault)
    assert windows
    for held_up in windows:
        left = Left.in_directory(held_up.data)
        assert any(ANOTHER_S.encode() in text for text in left.texts), held_up
        assert to_toml(NEXT) in left.texts or held_up.next.startswith("InUse:"), held_up
        assert not left.leftovers, held_up


@pytest.mark.parametrize(
    "questions", [("doel", "duur"), ("doel", "doel"), ("doel", "doel", "duur", "vervolg")]
)
def test_commands_at_the_same_time_lose_nothing(questions: Sequence[str], tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.save(OLD)
    filled = fill_together(tmp_path, questions)
    kept = [store.load(ID), *versions(store)]
    for question, (told, complaints) in zip(questions, filled, strict=True):
        done = [text for code, text in told if code == "0"]
        assert done
        assert set(done) <= {draft.answers.get(question) for draft in kept}
        refused = len(told) - len(done)
        assert complaints.count("Het verslag is niet opgeslagen: het is nog open") == refused
        if questions.count(question) == 1:
            assert store.load(ID).answers[question] == done[-1]


def versions(store: DraftStore) -> list[Draft]:
    kept = [version.content for version in store.versions(ID).all()]
    return [draft for draft in kept if isinstance(draft, Draft)]


def test_what_is_open_elsewhere_is_only_changed_by_who_takes_it_over(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with written_in(tmp_path) as first, Terminal(data=tmp_path) as terminal:
        before = store.path(ID).read_bytes()
        terminal.wait_for("1 verslag")
        with refused(tmp_path, "vul", ID, "duur", "4 dagen"), refused(tmp_path, "verwijder", ID):
            terminal.type(DELETE)
            terminal.wait_for("Dat lukt niet: het is nog open")
            terminal.type(F6)
            terminal.wait_for("Titel van het verslag")
            terminal.wait_for(lambda: "Dat lukt niet" not in terminal.text)
            terminal.type(f"er{ENTER}")
            terminal.wait_for("Dat lukt niet: het is nog open")
        assert store.path(ID).read_bytes() == before
        second = Window(terminal, store)
        terminal.type(ENTER)
        second.chooses(IN_USE, READ)
        terminal.wait_for("Alleen lezen")
        terminal.type("weg" + F9)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(F8)
        second.shows("twee")
        first.writes(" mensen")
        first.is_saved()
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
        terminal.type(ENTER)
        second.chooses(IN_USE, TAKE_OVER)
        second.writes(" en een hond")
        second.is_saved()
        first.chooses(TAKEN_OVER, READ)
        first.terminal.wait_for("Alleen lezen")
        first.shows("twee mensen")
        assert answer(store) == "twee mensen en een hond"


def test_a_stopped_window_undoes_nothing_and_a_killed_one_is_no_obstacle(tmp_path: Path) -> None:
    with written_in(tmp_path) as first, window(tmp_path) as second:
        second.terminal.wait_for(IN_USE)
        first.writes(" mensen")
        first.is_saved()
        first.terminal.kill(signal.SIGSTOP)
        first.terminal.type(" hier")
        second.chooses(IN_USE, TAKE_OVER)
        second.writes(" en een hond")
        second.is_saved()
        first.terminal.kill(signal.SIGCONT)
        first.chooses(TAKEN_OVER, READ)
        first.shows("twee mensen en een hond")
        assert "twee mensen hier" in all_answers(store_in(tmp_path))
        second.writes(" en een kat")
        second.is_saved()
        second.terminal.kill(signal.SIGKILL)
        first.terminal.type(ESCAPE)
        first.terminal.wait_for("1 verslag")
        first.terminal.type(ENTER)
        first.terminal.wait_for("Alles opgeslagen")
        first.shows("twee mensen en een hond en een kat")


def test_taking_over_in_turn_loses_no_text(tmp_path: Path) -> None:
    with written_in(tmp_path) as first, window(tmp_path) as second:
        second.chooses(IN_USE, TAKE_OVER)
        writer, other = second, first
        for number in range(10):
            writer.writes(f" w{number}")
            other.terminal.type("x")  # is refused, so that it notices at once
            other.chooses(TAKEN_OVER, TAKE_OVER)
            other.may_write()
            writer, other = other, writer
    kept = " ".join(all_answers(store_in(tmp_path)))
    assert all(f"w{number}" in kept for number in range(10))


def write_in_place(path: Path, data: bytes) -> None:
    with path.open("r+b", buffering=0) as file:
        file.write(data)
        file.truncate()


def rename_over(path: Path, data: bytes) -> None:
    other = path.with_name("nieuw.txt")
    other.write_bytes(data)
    other.replace(path)


def types_until_asked(window: Window) -> str:
    """Type until it can't be saved, and wait for the dialog; return the answer as last seen."""
    mine = ""

    def asked() -> bool:
        nonlocal mine
        if "Elders gewijzigd" in window.terminal.text:
            return CHANGED in window.terminal.text
        mine = window.answer
        window.terminal.type("x")
        return False

    window.terminal.wait_for(asked)
    return mine


def edited_under_the_keys(
    window: Window, store: DraftStore, edit: Callable[[Path, bytes], None], choice: int
) -> None:
    window.writes(f" mijn{choice}")
    theirs = f"In een ander programma schreef iemand dit, voor antwoord {choice}."
    edit(store.path(ID), to_toml(store.load(ID).answer(QUESTION, theirs, OLD.modified)))
    mine = types_until_asked(window)
    window.chooses(CHANGED, choice)
    window.terminal.wait_for("pgeslagen")
    shown = window.shows_at_last()
    assert shown == theirs if choice == THEIRS else shown.startswith(mine)
    window.terminal.wait_for(lambda: shown in all_answers(store))
    assert theirs in all_answers(store)
    assert any(text.startswith(mine) for text in all_answers(store))


def test_an_editor_that_changes_the_file_under_the_keys_loses_no_text(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with written_in(tmp_path) as first:
        edited_under_the_keys(first, store, write_in_place, MINE)
        edited_under_the_keys(first, store, rename_over, THEIRS)
        edited_under_the_keys(first, store, write_in_place, BOTH)
    assert len(store.drafts()[0]) == 2
