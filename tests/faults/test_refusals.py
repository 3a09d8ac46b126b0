"""The disk refuses one call of a session: what is said is true, and no text is lost."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from reisverslag_tui.errors import InUse, StorageError
from reisverslag_tui.storage.atomic import write_whole
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.faults.saves import ID, NEW, NEXT, OLD
from tests.stores import store_in


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    store = store_in(tmp_path)
    store.save(OLD)
    return store


def refuse(patch: pytest.MonkeyPatch, call: str, about: str = "", *, done: bool = False) -> None:
    """Let the next call about a file with `about` in its name fail, after it was `done` or not."""
    function = getattr(os, call)

    def refused(*arguments: Any, **options: Any) -> Any:
        if about not in str(arguments[0]):
            return function(*arguments, **options)
        patch.setattr(os, call, function)
        if done:
            function(*arguments, **options)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    patch.setattr(os, call, refused)


def test_a_write_that_was_done_all_the_same_is_not_another_s(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(ID) as session:
        refuse(monkeypatch, "replace", done=True)
        with pytest.raises(StorageError, match=r"^schijffout$"):
            session.save(NEW)
        assert store.load(ID) == NEW
        session.check_ownership()
        session.save(NEXT)
    assert store.load(ID) == NEXT


def test_a_temporary_file_that_can_not_be_removed_is_no_failure(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(ID) as session:
        refuse(monkeypatch, "unlink", ".reis.toml.")
        session.save(NEW)
        session.save(NEXT)
    assert store.load(ID) == NEXT


@pytest.mark.parametrize("call", ["close", "fstat"])
def test_a_lock_that_can_not_be_looked_at_is_no_error_of_the_program(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with store.open(ID) as session:
        refuse(monkeypatch, call)
        with pytest.raises(InUse):
            store.open(ID)
        session.save(NEW)
        refuse(monkeypatch, call)
    store.open(ID).close()


def test_versions_that_can_not_be_looked_at_hold_up_no_save(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(ID) as session:
        monkeypatch.setattr(Path, "is_symlink", failing)
        session.save(NEW)
    assert store.load(ID) == NEW


def failing(*_: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("call", ["lstat", "readlink"])
def test_a_link_that_can_not_be_read_stays_one(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    link = store.path("link")
    link.symlink_to(store.path(ID).name)
    refuse(monkeypatch, call, link.name)
    with pytest.raises(StorageError, match=r"^schijffout$"):
        write_whole(link, b"nieuw")
    assert link.is_symlink()
    assert store.load(ID) == OLD


def test_a_file_that_can_not_be_looked_at_is_not_taken_for_one_that_is_not_there(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(ID) as session:
        store.path(ID).write_bytes(to_toml(NEXT))
        monkeypatch.setattr(os, "lstat", failing)
        monkeypatch.setattr(Path, "lstat", failing)
        with pytest.raises(StorageError):
            session.save(NEW)
    assert store.load(ID) == NEXT


def test_a_version_that_could_not_be_kept_is_kept_at_the_end(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(ID) as session:
        refuse(monkeypatch, "open", ".0001.toml.")
        session.save(NEW)
        assert not session.versions.all()
    assert [version.content for version in store.versions(ID).all()] == [OLD]
