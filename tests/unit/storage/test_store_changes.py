import threading
from datetime import timedelta
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import (
    AlreadyExists,
    ChangedOutside,
    InUse,
    StorageError,
    UnreadableDraft,
)
from reisverslag_tui.storage import store as storage
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT
from tests.privileges import no_superuser
from tests.stores import store_in
from tests.strategies import a_draft

_LATER = MOMENT + timedelta(hours=1)
_DRAFT = a_draft({"doel": "Leren"})


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    made = store_in(tmp_path / "data")
    made.save(_DRAFT)
    return made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_PATIENCE", 0.05)


def _answered(text: str) -> Draft:
    return _DRAFT.answer("doel", text, _LATER)


def _files(store: DraftStore) -> list[str]:
    """Return what there is beside the one draft."""
    return [path.name for path in store.directory.iterdir() if path != store.path(_DRAFT.id)]


def _versions(store: DraftStore) -> list[object]:
    return [version.content for version in store.versions(_DRAFT.id).all()]


def test_a_change_is_made_to_what_is_stored(store: DraftStore) -> None:
    changed = store.change(_DRAFT.id, lambda draft: draft.answer("duur", "kort", _LATER))
    assert changed.answers == {"doel": "Leren", "duur": "kort"}
    assert store.load(_DRAFT.id) == changed
    assert _versions(store) == [_DRAFT]
    assert _files(store) == []


def test_a_change_waits_for_another_that_is_being_made(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = store.open(_DRAFT.id)

    def ready(_seconds: float) -> None:
        other.save(_answered("Kijken"))
        other.close()

    monkeypatch.setattr(storage, "sleep", ready)
    changed = store.change(_DRAFT.id, lambda draft: draft.answer("duur", "kort", _LATER))
    assert store.load(_DRAFT.id) == changed
    assert changed.answers == {"doel": "Kijken", "duur": "kort"}


@pytest.mark.usefixtures("impatient")
def test_what_a_window_has_open_is_not_changed_by_anything_else(store: DraftStore) -> None:
    store.change(_DRAFT.id, lambda _: _answered("Kijken"))
    with store.open(_DRAFT.id) as session:
        with pytest.raises(InUse):
            store.change(_DRAFT.id, lambda draft: draft.answer("doel", "Delen", _LATER))
        with pytest.raises(InUse):
            store.put_back(_DRAFT.id, 1, _LATER)
        with pytest.raises(InUse):
            store.throw_away(_DRAFT.id)
        with pytest.raises(InUse):
            store.save(_answered("Delen"))
        session.check_ownership()
        assert _versions(store) == [_DRAFT]
        assert not store.bin_directory.exists()
    assert store.load(_DRAFT.id) == _answered("Kijken")
    assert _files(store) == []


def test_many_changes_at_once_are_all_made(store: DraftStore) -> None:
    def add(letter: str) -> None:
        for _ in range(5):
            store.change(
                _DRAFT.id,
                lambda draft: draft.answer("doel", draft.answers["doel"] + letter, _LATER),
            )

    threads = [threading.Thread(target=add, args=(letter,)) for letter in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answer = store.load(_DRAFT.id).answers["doel"]
    assert sorted(answer.removeprefix("Leren")) == [*"aaaaabbbbbccccc"]
    assert _files(store) == []


def test_a_change_that_fails_gives_the_draft_free(store: DraftStore) -> None:
    def fail(_draft: Draft) -> Draft:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.change(_DRAFT.id, fail)
    assert _files(store) == []
    store.throw_away(_DRAFT.id)


def test_what_is_not_there_is_not_changed(store: DraftStore) -> None:
    with pytest.raises(UnreadableDraft, match="bestaat niet"):
        store.change("weg", lambda draft: draft)
    with pytest.raises(UnreadableDraft, match="bestaat niet"):
        store.throw_away("weg")
    assert _files(store) == []


def test_an_earlier_version_is_put_back_and_that_can_be_undone(store: DraftStore) -> None:
    changed = store.change(_DRAFT.id, lambda draft: draft.rename("Anders"))
    changed = store.change(_DRAFT.id, lambda _: _answered("Kijken").rename(changed.title))
    store.put_back(_DRAFT.id, 1, _LATER)
    assert store.load(_DRAFT.id).same_text(_DRAFT)
    assert store.load(_DRAFT.id).modified == _LATER
    newest = store.versions(_DRAFT.id).all()[0]
    assert newest.content == changed
    store.put_back(_DRAFT.id, newest.number, _LATER)
    assert store.load(_DRAFT.id).same_text(changed)
    assert _files(store) == []


def test_an_earlier_version_takes_the_place_of_a_damaged_draft_which_is_kept(
    store: DraftStore,
) -> None:
    store.change(_DRAFT.id, lambda _: _answered("Kijken"))
    store.path(_DRAFT.id).write_bytes(b"stuk")
    store.put_back(_DRAFT.id, 1, _LATER)
    assert store.load(_DRAFT.id) == _DRAFT.put_back(_DRAFT, _LATER)
    newest, first = store.versions(_DRAFT.id).all()
    assert (first.number, first.content) == (1, _DRAFT)
    assert isinstance(newest.content, UnreadableDraft)
    kept = store.versions_directory / _DRAFT.id / f"{newest.number:04}.toml"
    assert kept.read_bytes() == b"stuk"
    assert _files(store) == []


@pytest.mark.parametrize("damage", [b"", b"stuk", None])
def test_where_there_is_no_such_version_nothing_is_changed(
    store: DraftStore, damage: bytes | None
) -> None:
    if damage is not None:
        store.path(_DRAFT.id).write_bytes(damage)
    before = store.path(_DRAFT.id).read_bytes()
    with pytest.raises(StorageError, match="versie 1 is er niet"):
        store.put_back(_DRAFT.id, 1, _LATER)
    assert store.path(_DRAFT.id).read_bytes() == before
    assert _versions(store) == []


def test_nothing_is_saved_over_a_damaged_file(store: DraftStore) -> None:
    store.path(_DRAFT.id).write_bytes(b"stuk")
    with pytest.raises(UnreadableDraft, match="regel 1"):
        store.save(_DRAFT)
    with pytest.raises(UnreadableDraft, match="regel 1"):
        store.change(_DRAFT.id, lambda draft: draft)
    assert store.path(_DRAFT.id).read_bytes() == b"stuk"
    assert _files(store) == []


def test_a_new_draft_is_not_saved_over_one_that_came_there_meanwhile(store: DraftStore) -> None:
    new = a_draft({"doel": "Nieuw"}, name="nieuw")
    with store.begin(new) as session:
        store.save(a_draft({"doel": "Ander"}, name="nieuw"))
        with pytest.raises(ChangedOutside):
            session.save(new)
    assert store.load("nieuw").answers == {"doel": "Ander"}
    assert store.versions("nieuw").all()[0].content == new


def test_preparing_settles_what_killed_saves_left(store: DraftStore) -> None:
    left = store.directory / f".{_DRAFT.id}.toml.0000000a.tmp"
    left.write_bytes(to_toml(_answered("Kijken")))
    cut_off = store.directory / ".oslo.toml.0000000b.tmp"
    cut_off.write_bytes(b"versie = ")
    other = store.directory / ".brief.txt.0000000c.tmp"
    other.write_bytes(b"x")
    store.prepare()
    assert store.load(_DRAFT.id) == _answered("Kijken")
    assert _versions(store) == [_DRAFT]
    assert _files(store) == [other.name]


def test_preparing_leaves_what_belongs_to_a_draft_that_is_open(store: DraftStore) -> None:
    left = store.directory / f".{_DRAFT.id}.toml.0000000a.tmp"
    with store.open(_DRAFT.id) as session:
        left.write_bytes(to_toml(_answered("Kijken")))
        store.prepare()
        session.check_ownership()
        assert left.read_bytes() == to_toml(_answered("Kijken"))


def test_a_draft_is_not_thrown_away_over_a_link_to_nothing(store: DraftStore) -> None:
    store.bin_directory.mkdir()
    link = store.bin_directory / f"{_DRAFT.id}.toml"
    link.symlink_to("weg")
    with pytest.raises(AlreadyExists):
        store.throw_away(_DRAFT.id)
    assert link.is_symlink()
    assert store.load(_DRAFT.id) == _DRAFT


def _move_half(store: DraftStore) -> Path:
    """Leave what a program leaves that is killed in a move; return the name in the bin."""
    store.bin_directory.mkdir()
    binned = store.bin_directory / f"{_DRAFT.id}.toml"
    binned.hardlink_to(store.path(_DRAFT.id))
    return binned


@pytest.mark.parametrize("to_the_bin", [True, False])
def test_a_move_that_was_killed_is_finished_by_moving_again(
    store: DraftStore, to_the_bin: bool
) -> None:
    _move_half(store)
    (store.throw_away if to_the_bin else store.take_back)(_DRAFT.id)
    listed, binned = ([], [_DRAFT]) if to_the_bin else ([_DRAFT], [])
    assert (store.drafts(), store.binned()) == ((listed, []), (binned, []))


def test_preparing_leaves_what_a_killed_move_left_among_the_drafts(store: DraftStore) -> None:
    _move_half(store)
    (store.directory / f".{_DRAFT.id}.slot").touch()
    store.prepare()
    assert (store.drafts(), store.binned()) == (([_DRAFT], []), ([], []))
    assert _files(store) == []


def test_preparing_leaves_another_text_in_the_bin_alone(store: DraftStore) -> None:
    binned = _move_half(store)
    binned.unlink()
    binned.write_bytes(to_toml(_answered("Kijken")))
    (store.directory / f".{_DRAFT.id}.slot").touch()
    store.prepare()
    assert (store.drafts(), store.binned()) == (([_DRAFT], []), ([_answered("Kijken")], []))


def test_a_draft_is_not_moved_both_ways_at_once(store: DraftStore) -> None:
    _move_half(store)
    with store.open(_DRAFT.id), pytest.raises(InUse):
        store.take_back(_DRAFT.id)
    assert store.drafts() == ([_DRAFT], [])


@pytest.mark.parametrize("permissions", [0o000, 0o500])
def test_a_bin_that_is_closed_takes_nothing_and_gives_nothing(permissions: int) -> None:
    with no_superuser() as directory:
        store = store_in(directory)
        store.save(_DRAFT)
        store.save(a_draft(name="oslo"))
        store.throw_away("oslo")
        store.bin_directory.chmod(permissions)
        with pytest.raises(StorageError, match="kan niet verplaatst worden: geen schrijfrechten"):
            store.throw_away(_DRAFT.id)
        with pytest.raises(StorageError, match="kan niet verplaatst worden: geen schrijfrechten"):
            store.take_back("oslo")
        store.bin_directory.chmod(0o700)
        assert store.drafts() == ([_DRAFT], [])
        assert _files(store) == []
        assert [path.name for path in store.bin_directory.iterdir()] == ["oslo.toml"]
