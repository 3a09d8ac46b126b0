"""Drafts that are written elsewhere, found again, and put back."""

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.rescue import find_rescued, put_in, rescue, rescue_and_explain
from reisverslag_tui.errors import InUse, UnreadableDraft
from reisverslag_tui.storage.rescue_places import id_in, places, rescue_name, rescued_files
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.stores import store_in

NOW = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
DRAFT = Draft(id="reis", title="Gent", created=NOW, modified=NOW, answers={"doel": "oud"})
NEWER = replace(DRAFT, answers={"doel": "nieuw"}, modified=NOW + timedelta(minutes=1))


TEMPORARY, KEPT = Path("/", "tmp"), Path("/", "var", "tmp")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and nothing else that a file could be put in."""
    home = tmp_path / "thuis"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nergens"))
    return home


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    store = store_in(tmp_path / "gegevens")
    store.save(DRAFT)
    return store


def _rescued(draft: Draft, store: DraftStore) -> Path:
    path = rescue(draft, store.path(draft.id))
    assert path is not None
    return path


def test_the_places_are_tried_in_order_and_each_once() -> None:
    environment = {"TMPDIR": str(KEPT), "TEMP": "relatief", "XDG_RUNTIME_DIR": "/run/user/7"}
    found = places(environment)
    assert found[0] == Path.home()
    assert found[1:4] == [KEPT, TEMPORARY, Path("/run/user/7")]
    assert found[-1] == Path.cwd()
    assert len(found) == len({*found})


def test_no_home_and_a_current_directory_that_is_gone_are_no_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setenv("HOME", "")
    assert TEMPORARY in places({})


@pytest.mark.parametrize("title", ["Gent", "../../weg", "\u4f60" * 60, "x" * 400, "-gered-", ""])
@pytest.mark.parametrize("draft_id", ["reis", "mijn-gered-verslag", "\u00e9" * 70])
def test_the_name_of_a_rescued_draft_fits_and_says_which_it_is(draft_id: str, title: str) -> None:
    name = rescue_name(draft_id, title, ".toml")
    assert len(os.fsencode(name)) < 230
    assert "/" not in name
    assert id_in(Path(name)) == draft_id[:40]


def test_where_home_takes_nothing_the_next_place_is_tried(
    home: Path, tmp_path: Path, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    home.rmdir()
    home.touch()
    assert _rescued(NEWER, store).parent == temporary


def test_what_was_rescued_is_found_and_put_in_its_draft(home: Path, store: DraftStore) -> None:
    path = _rescued(NEWER, store)
    assert path.parent == home
    (rescued,), unread = find_rescued(store)
    assert not unread
    assert rescued.draft.id == "reis"
    assert put_in(store, rescued, NOW) == "reis"
    assert store.load("reis").answers == {"doel": "nieuw"}
    assert not store.load("reis").unknown
    assert [version.content for version in store.versions("reis").all()] == [DRAFT]
    assert not path.exists()


def test_what_is_in_the_draft_or_a_version_by_now_is_not_found(
    home: Path, store: DraftStore
) -> None:
    _rescued(DRAFT, store)
    _rescued(NEWER, store)
    store.versions("reis").keep(NEWER)
    assert find_rescued(store) == ([], [])
    assert not list(home.iterdir())


def test_of_two_rescues_both_are_found_and_neither_is_lost(home: Path, store: DraftStore) -> None:
    for text in ("nieuw", "nieuwer"):
        _rescued(replace(NEWER, answers={"doel": text}), store)
    for rescued in find_rescued(store)[0]:
        put_in(store, rescued, NOW)
    kept = [version.content for version in store.versions("reis").all()]
    texts = {draft.answers["doel"] for draft in (*kept, store.load("reis")) if type(draft) is Draft}
    assert texts == {"oud", "nieuw", "nieuwer"}
    assert not list(home.iterdir())


def test_a_draft_that_was_never_stored_is_made(home: Path, store: DraftStore) -> None:
    _rescued(replace(NEWER, id="verse-reis"), store)
    (rescued,), _ = find_rescued(store)
    assert put_in(store, rescued, NOW) == "verse-reis"
    assert store.load("verse-reis").answers == {"doel": "nieuw"}
    assert list(home.iterdir()) == []


def test_beside_a_draft_in_the_bin_comes_another(store: DraftStore) -> None:
    _rescued(NEWER, store)
    store.throw_away("reis")
    (rescued,), _ = find_rescued(store)
    made = put_in(store, rescued, NOW)
    assert made != "reis"
    assert store.load(made).answers == {"doel": "nieuw"}
    assert [draft.id for draft in store.binned()[0]] == ["reis"]


def test_a_draft_that_is_open_elsewhere_keeps_both(store: DraftStore) -> None:
    path = _rescued(NEWER, store)
    (rescued,), _ = find_rescued(store)
    with store.open("reis"), pytest.raises(InUse):
        put_in(store, rescued, NOW)
    assert path.exists()


def test_a_draft_that_is_damaged_meanwhile_becomes_a_version(store: DraftStore) -> None:
    path = _rescued(NEWER, store)
    store.path(DRAFT.id).write_bytes(b"versie = = 1")
    (rescued,), _ = find_rescued(store)
    assert put_in(store, rescued, NOW) == DRAFT.id
    assert store.load(DRAFT.id).answers == {"doel": "nieuw"}
    assert any(isinstance(each.content, UnreadableDraft) for each in store.versions(DRAFT.id).all())
    assert not path.exists()


def test_another_store_is_left_alone(home: Path, store: DraftStore, tmp_path: Path) -> None:
    _rescued(NEWER, store_in(tmp_path / "andere"))
    assert find_rescued(store) == ([], [])
    assert list(home.iterdir())


def test_a_rescued_file_edited_by_hand_is_taken_or_told_of(store: DraftStore) -> None:
    edited, damaged = _rescued(NEWER, store), _rescued(NEWER, store)
    edited.write_bytes(to_toml(replace(NEWER, answers={"doel": "met de hand"})))
    damaged.write_text("versie = \n", encoding="utf-8")
    (rescued,), (unread,) = find_rescued(store)
    assert rescued.draft.answers == {"doel": "met de hand"}
    assert unread.path == damaged


def test_links_pipes_and_directories_of_that_name_are_left_alone(
    home: Path, store: DraftStore, tmp_path: Path
) -> None:
    target = tmp_path / "elders.toml"
    target.write_bytes(to_toml(NEWER))
    (home / rescue_name("reis", "a", ".toml")).symlink_to(target)
    (home / rescue_name("reis", "b", ".toml")).mkdir()
    os.mkfifo(home / rescue_name("reis", "c", ".toml"))
    assert find_rescued(store) == ([], [])
    assert len(list(home.iterdir())) == 3


def test_where_nothing_takes_it_the_whole_text_is_told(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "open", refuse)
    assert "\n\nnieuw\n" in rescue_and_explain(NEWER, store.path("reis"))


def test_one_too_large_for_a_draft_is_told_of(home: Path, store: DraftStore) -> None:
    path = home / rescue_name(DRAFT.id, DRAFT.title, ".txt")
    path.write_text("alles")
    found, (unread,) = find_rescued(store)
    assert not found
    assert unread.path == path
    assert "platte tekst" in str(unread.error)


def test_a_place_that_hangs_or_is_huge_holds_up_no_list(
    store: DraftStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One place has the rescued file; nothing is ever heard of the other."""
    path, stuck, scandir = _rescued(NEWER, store), tmp_path / "hangt", os.scandir
    forever = Event()
    stuck.mkdir()
    monkeypatch.setenv("TMPDIR", str(stuck))

    def hanging(place: Path) -> Any:
        if place == stuck:
            forever.wait()
        return scandir(place)

    monkeypatch.setattr(os, "scandir", hanging)
    try:
        assert rescued_files(patience=0.3) == [path]
    finally:
        forever.set()


def test_what_was_written_in_a_rescued_file_meanwhile_stays(store: DraftStore) -> None:
    path = _rescued(NEWER, store)
    (rescued,), _ = find_rescued(store)
    newest = replace(NEWER, answers={"doel": "nieuwst"})
    path.write_bytes(to_toml(newest))
    put_in(store, rescued, NOW)
    assert store.load(DRAFT.id).answers == {"doel": "nieuw"}
    assert b"nieuwst" in path.read_bytes()
