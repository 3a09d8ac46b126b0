import os
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import VERSION, Draft
from reisverslag_tui.errors import AlreadyExists, ReadOnly, StorageError, UnreadableDraft
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT
from tests.stores import store_in
from tests.strategies import DRAFTS, a_draft

_BAD_IDS = ["", ".", "..", ".a", "../a", "a/b", "/etc/passwd", "a/", "a\0b"]


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return store_in(tmp_path / "data")


def _ids(drafts: list[Draft]) -> list[str]:
    return [draft.id for draft in drafts]


def test_a_saved_draft_is_loaded_as_it_was(store: DraftStore) -> None:
    draft = a_draft({"doel": "Leren\n\nen delen"})
    store.save(draft)
    assert store.load(draft.id) == draft
    assert store.drafts() == ([draft], [])
    assert store.path(draft.id).read_bytes() == to_toml(draft)


@given(draft=DRAFTS)
def test_any_draft_is_listed_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, draft: Draft
) -> None:
    base = tmp_path_factory.getbasetemp() / "any"
    store = store_in(base)
    store.save(draft)
    assert store.drafts() == ([draft], [])


def test_looking_makes_no_directory(store: DraftStore, tmp_path: Path) -> None:
    assert store.drafts() == store.binned() == ([], [])
    with pytest.raises(UnreadableDraft):
        store.load("weg")
    assert not list(tmp_path.iterdir())


def test_what_is_saved_is_for_its_owner_alone(store: DraftStore) -> None:
    store.save(a_draft())
    modes = [path.stat().st_mode & 0o777 for path in (store.directory.parent, store.directory)]
    assert modes == [0o700, 0o700]
    assert store.path("2026-11-24-abcde").stat().st_mode & 0o777 == 0o600


def test_drafts_are_listed_the_last_changed_first_in_whatever_zone(store: DraftStore) -> None:
    for name, hours in (("b", -1), ("a", 0), ("d", 1)):
        store.save(a_draft(name=name, modified=MOMENT + timedelta(hours=hours)))
    store.save(a_draft(name="e", modified=MOMENT.astimezone(UTC) + timedelta(minutes=1)))
    assert _ids(store.drafts()[0]) == ["d", "e", "a", "b"]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_drafts_changed_in_the_same_second_the_last_written_comes_first(
    store: DraftStore, order: tuple[str, str]
) -> None:
    for moment, name in enumerate(order, start=1):
        store.save(a_draft(name=name))
        os.utime(store.path(name), ns=(0, moment))
    assert _ids(store.drafts()[0]) == [*reversed(order)]


def test_other_files_in_the_directory_are_not_drafts(store: DraftStore) -> None:
    store.save(a_draft())
    for name in (".verborgen.toml", ".a.toml.1234.tmp", "lees.txt", "a.toml~"):
        (store.directory / name).write_bytes(b"x")
    drafts, broken = store.drafts()
    assert (_ids(drafts), broken) == (["2026-11-24-abcde"], [])


def test_damaged_files_are_listed_with_their_line_and_left_alone(store: DraftStore) -> None:
    store.save(a_draft())
    path = store.directory / "stuk.toml"
    path.write_bytes(b"versie = 1\ntitel = ")
    drafts, (broken,) = store.drafts()
    assert _ids(drafts) == ["2026-11-24-abcde"]
    assert (broken.id, broken.path, broken.error.line) == ("stuk", path, 2)
    assert path.read_bytes() == b"versie = 1\ntitel = "


def test_what_can_not_be_opened_or_is_too_large_is_listed_as_damaged(store: DraftStore) -> None:
    (store.directory / "map.toml").mkdir(parents=True)
    os.mkfifo(store.directory / "pijp.toml")
    (store.directory / "nergens.toml").symlink_to("weg")
    with (store.directory / "groot.toml").open("wb") as file:
        file.truncate(MAXIMUM_SIZE + 1)
    drafts, broken = store.drafts()
    reasons = {file.id: file.error.reason for file in broken}
    assert not drafts
    assert reasons.keys() == {"groot", "map", "nergens", "pijp"}
    assert "te groot" in reasons["groot"]
    assert "map" in reasons["map"]
    assert "geen gewoon bestand" in reasons["pijp"]
    assert "bestaat niet" in reasons["nergens"]


def test_a_directory_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    store = store_in(tmp_path / "data")
    for action in (store.drafts, store.binned):
        with pytest.raises(StorageError, match=r"kan niet gelezen worden: .* geen map$"):
            action()
    for prepare in (store.prepare, lambda: store.save(a_draft())):
        with pytest.raises(StorageError, match=r"moet zijn \(.*\)$"):
            prepare()
    assert (tmp_path / "data").read_bytes() == b""


@pytest.mark.parametrize("draft_id", _BAD_IDS)
def test_an_id_never_leads_out_of_the_directory(store: DraftStore, draft_id: str) -> None:
    store.save(a_draft(name="a"))
    with pytest.raises(StorageError, match="geen naam van een verslag"):
        store.path(draft_id)
    for action in (store.load, store.throw_away, store.take_back):
        with pytest.raises(StorageError):
            action(draft_id)
    with pytest.raises(StorageError):
        store.save(a_draft(name=draft_id))


@given(st.text())
def test_a_draft_is_always_in_its_directory(name: str) -> None:
    store = store_in(Path("/a"))
    try:
        path = store.path(name)
    except StorageError:
        return
    assert path.parent == store.directory
    assert (path.stem, path.suffix) == (name, ".toml")


def test_a_draft_of_a_newer_version_is_never_changed(store: DraftStore) -> None:
    store.save(a_draft())
    path = store.path("2026-11-24-abcde")
    newer = path.read_bytes().replace(b"versie = 1", b"versie = %d" % (VERSION + 1))
    path.write_bytes(newer)
    with pytest.raises(ReadOnly, match="nieuwere versie"):
        store.save(store.load("2026-11-24-abcde").answer("doel", "x", MOMENT))
    assert path.read_bytes() == newer


def test_preparing_makes_a_place_that_can_be_written_and_leaves_it_empty(store: DraftStore) -> None:
    store.prepare()
    store.prepare()
    assert not list(store.directory.iterdir())


def test_a_directory_that_can_not_be_written_is_found_out_beforehand(tmp_path: Path) -> None:
    unwritable = Path("/proc/self/fdinfo")
    if not unwritable.is_dir():
        pytest.skip("a system without a directory that nobody can write in")
    with pytest.raises(StorageError, match=r"de map bestaat niet .*/proc/self/fdinfo"):
        DraftStore(unwritable, tmp_path, tmp_path).prepare()


def test_a_draft_goes_to_the_bin_and_back(store: DraftStore) -> None:
    draft = a_draft({"doel": "x"})
    store.save(draft)
    store.throw_away(draft.id)
    assert (store.drafts(), store.binned()) == (([], []), ([draft], []))
    store.take_back(draft.id)
    assert (store.drafts(), store.binned()) == (([draft], []), ([], []))


def test_the_bin_and_the_drafts_never_overwrite_each_other(store: DraftStore) -> None:
    binned, kept = a_draft({"doel": "bak"}), a_draft({"doel": "plank"})
    store.save(binned)
    store.throw_away(binned.id)
    store.save(kept)
    for move in (store.throw_away, store.take_back):
        with pytest.raises(AlreadyExists, match="staat al een verslag met deze naam"):
            move(kept.id)
    assert (store.drafts(), store.binned()) == (([kept], []), ([binned], []))


def test_a_damaged_file_is_not_thrown_away(store: DraftStore) -> None:
    store.prepare()
    (store.directory / "stuk.toml").write_bytes(b"")
    with pytest.raises(UnreadableDraft):
        store.throw_away("stuk")
    assert (store.directory / "stuk.toml").read_bytes() == b""
    assert not store.bin_directory.exists()


def test_what_is_not_in_the_bin_can_not_be_taken_back(store: DraftStore) -> None:
    with pytest.raises(StorageError, match="kan niet verplaatst worden"):
        store.take_back("weg")


def test_a_draft_that_is_not_there_is_not_said_to_miss_a_directory(store: DraftStore) -> None:
    store.prepare()
    with pytest.raises(UnreadableDraft) as caught:
        store.load("weg")
    assert "map bestaat niet" not in str(caught.value)
