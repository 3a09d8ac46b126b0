"""What is erased is gone; what is not meant stays, whatever goes wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from reisverslag_tui.errors import InUse, StorageError
from reisverslag_tui.storage.locking import Lock
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT
from tests.privileges import no_superuser
from tests.stores import store_in
from tests.strategies import a_draft

_DRAFT = a_draft({"doel": "Geheim"})


def _binned(store: DraftStore, name: str = _DRAFT.id) -> None:
    """Store a draft with an earlier version, and throw it away."""
    draft = replace(_DRAFT, id=name)
    store.save(draft)
    store.change(name, lambda stored: stored.answer("doel", "Anders", MOMENT))
    store.throw_away(name)


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    made = store_in(tmp_path / "data")
    _binned(made)
    return made


def _files(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.rglob("*") if not path.is_dir())


def test_a_draft_is_erased_with_its_versions_and_nothing_else(store: DraftStore) -> None:
    _binned(store, "oslo")
    left = store.versions_directory / _DRAFT.id / ".0002.toml.0000000a.tmp"
    left.write_text("Geheim", encoding="utf-8")
    assert store.versions_to_erase(_DRAFT.id) == [1]
    store.erase(_DRAFT.id)
    assert _files(store.directory.parent) == ["0001.toml", "oslo.toml"]
    assert [draft.id for draft in store.binned()[0]] == ["oslo"]
    assert [path.name for path in store.versions_directory.iterdir()] == ["oslo"]
    with pytest.raises(StorageError, match="ligt niet meer in de prullenbak"):
        store.erase(_DRAFT.id)


def test_the_versions_of_a_draft_that_is_no_longer_in_the_bin_stay(store: DraftStore) -> None:
    store.save(_DRAFT)
    assert store.versions_to_erase(_DRAFT.id) == []
    store.erase(_DRAFT.id)
    assert store.load(_DRAFT.id) == _DRAFT
    assert store.versions(_DRAFT.id).numbers() == [1]
    assert store.binned() == ([], [])


def test_what_can_not_be_read_is_erased_and_a_link_is_not_followed(store: DraftStore) -> None:
    other = store.directory.parent / "brief.toml"
    other.write_text("van een ander", encoding="utf-8")
    (store.bin_directory / "stuk.toml").write_bytes(b"stuk")
    (store.bin_directory / "link.toml").symlink_to(other)
    store.erase("stuk")
    store.erase("link")
    assert other.read_text(encoding="utf-8") == "van een ander"
    assert _files(store.bin_directory) == [f"{_DRAFT.id}.toml"]


def test_nothing_outside_the_directory_is_erased(store: DraftStore) -> None:
    elsewhere = store.directory.parent / "elders"
    (store.versions_directory / _DRAFT.id).rename(elsewhere)
    (store.versions_directory / _DRAFT.id).symlink_to(elsewhere)
    with pytest.raises(StorageError, match="verwijst naar een andere map"):
        store.erase(_DRAFT.id)
    with pytest.raises(StorageError, match="geen naam van een verslag"):
        store.erase("../prullenbak/x")
    assert _files(elsewhere) == ["0001.toml"]
    assert [draft.id for draft in store.binned()[0]] == [_DRAFT.id]


def test_what_is_being_put_back_in_another_window_is_not_erased(store: DraftStore) -> None:
    lock = Lock(store.bin_directory / f"{_DRAFT.id}.toml")
    lock.acquire()
    with pytest.raises(InUse):
        store.erase(_DRAFT.id)
    lock.release()
    store.take_back(_DRAFT.id)
    assert store.versions(_DRAFT.id).numbers() == [1]


@pytest.mark.parametrize("closed", ["versies", "prullenbak"])
def test_what_the_disk_refuses_to_erase_is_still_in_the_bin(closed: str) -> None:
    with no_superuser() as directory:
        store = store_in(directory)
        _binned(store)
        shut = directory / closed / (_DRAFT.id if closed == "versies" else "")
        shut.chmod(0o500)
        with pytest.raises(StorageError, match="geen schrijfrechten"):
            store.erase(_DRAFT.id)
        shut.chmod(0o700)
        assert [draft.id for draft in store.binned()[0]] == [_DRAFT.id]
        store.erase(_DRAFT.id)
        assert _files(directory) == []


def test_the_drafts_that_were_written_last_are_read_first(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for name in ("een", "twee", "drie"):
        store.save(replace(_DRAFT, id=name))
    assert [draft.id for draft in store.newest(2, few=2)] == ["drie", "twee"]
    assert store.newest(2, few=3) == []
