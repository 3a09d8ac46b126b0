"""What a program that was killed leaves behind goes, and no text goes with it."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import InUse
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.versions import Version
from tests.faults.left import Left
from tests.faults.saves import ID, NEW, OLD
from tests.stores import store_in


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    store = store_in(tmp_path)
    store.save(OLD)
    return store


def leave(directory: Path, target: str, data: bytes, *, later: int = 1) -> Path:
    """Leave the temporary file of a killed save, so many seconds later than the draft."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f".{target}.0123abcd.tmp"
    path.write_bytes(data)
    moment = path.stat().st_mtime_ns + later * 10**9
    os.utime(path, ns=(moment, moment))
    return path


def texts(versions: Iterable[Version]) -> list[Draft]:
    return [version.content for version in versions if isinstance(version.content, Draft)]


def leftovers(store: DraftStore) -> list[str]:
    return list(Left.in_directory(store.directory.parent).leftovers)


def test_the_lock_of_a_killed_program_goes_whether_or_not_its_draft_is_there(
    store: DraftStore,
) -> None:
    for name in (ID, "nooit-bewaard"):
        (store.directory / f".{name}.slot").touch()
    store.prepare()
    assert not leftovers(store)


def test_the_lock_of_a_program_that_runs_stays(store: DraftStore) -> None:
    with store.open(ID):
        store.prepare()
        with pytest.raises(InUse):
            store.open(ID)


def test_a_version_that_was_being_kept_is_kept(store: DraftStore) -> None:
    directory = store.versions_directory / ID
    leave(directory, "0001.toml", to_toml(NEW))
    leave(directory, "0002.toml", to_toml(NEW)[:40])
    store.open(ID).close()
    assert texts(store.versions(ID).all()) == [NEW]
    assert not leftovers(store)


def test_a_version_that_was_kept_is_not_kept_twice(store: DraftStore) -> None:
    versions = store.versions(ID)
    versions.keep(NEW)
    directory = store.versions_directory / ID
    (directory / ".0001.toml.0123abcd.tmp").hardlink_to(directory / "0001.toml")
    store.open(ID).close()
    assert texts(versions.all()) == [NEW]
    assert not leftovers(store)


def test_the_versions_of_a_window_that_is_taken_over_are_left_to_it(store: DraftStore) -> None:
    with store.open(ID):
        left = leave(store.versions_directory / ID, "0001.toml", to_toml(NEW)[:40])
        with store.open(ID, take_over=True):
            assert left.exists()


def test_a_save_that_can_not_be_read_now_is_recovered_later(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = leave(store.directory, f"{ID}.toml", to_toml(NEW))
    opened = os.open

    def refuse(path: Any, *options: int) -> int:
        if Path(path) == left:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return opened(path, *options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with store.open(ID) as session:
            assert session.draft == OLD
    with store.open(ID) as session:
        assert session.draft == NEW


def test_the_draft_is_kept_before_a_later_save_takes_its_place_but_not_twice(
    store: DraftStore,
) -> None:
    store.versions(ID).keep(OLD)
    leave(store.directory, f"{ID}.toml", to_toml(NEW))
    store.prepare()
    assert store.load(ID) == NEW
    assert texts(store.versions(ID).all()) == [OLD]


@pytest.mark.parametrize(("later", "first"), [(-60, OLD), (60, NEW)])
def test_a_save_of_what_a_link_points_at_is_recovered_and_the_link_stays(
    store: DraftStore, later: int, first: Draft
) -> None:
    link = store.path("link")
    link.symlink_to(f"{ID}.toml")
    leave(store.directory, f"{ID}.toml", to_toml(NEW), later=later)
    with store.open("link") as session:
        assert session.draft.same_text(first)
        (kept,) = texts(session.versions.all())
        assert kept.same_text(NEW if first is OLD else OLD)
    assert link.is_symlink()
    assert not leftovers(store)


def test_what_takes_the_place_of_the_draft_is_on_disk_first(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = leave(store.directory, f"{ID}.toml", to_toml(NEW)).stat()
    synced: list[bool] = []
    fsync, replace = os.fsync, os.replace

    def note(descriptor: int) -> None:
        synced.append(os.path.samestat(os.fstat(descriptor), left))
        fsync(descriptor)

    def see(source: Path, target: Path) -> None:
        assert any(synced)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note)
    monkeypatch.setattr(os, "replace", see)
    store.prepare()
    assert store.load(ID) == NEW
