"""A listing through the index is the listing of the files, whatever happened to either."""

import json
import math
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.draft_file import read_draft
from reisverslag_tui.storage.index import Index
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT
from tests.privileges import no_superuser
from tests.strategies import DRAFTS, a_draft

_NAMES = ("a", "b", "c")
_LATER = 10_000_000_000  # nanoseconds: by then every file is old


def store_in(data: Path) -> DraftStore:
    drafts = data / "concepten"
    index = Index(data / "lijst.json", drafts)
    return DraftStore(drafts, data / "prullenbak", data / "versies", index)


def later() -> int:
    return time_ns() + _LATER


def listed(store: DraftStore, moment: Callable[[], int] = later) -> list[object]:
    """Return what a list shows, times to the letter and broken files by what is said of them."""
    summaries, broken = store.summaries(moment=moment)
    return [
        *((each, [each.created.isoformat(), each.modified.isoformat()]) for each in summaries),
        *((each.id, each.path, str(each.error)) for each in broken),
    ]


def read(store: DraftStore) -> list[object]:
    """Return the same, from the drafts themselves."""
    drafts, broken = store.drafts()
    summaries = [draft.summary(load_form(draft.form)) for draft in drafts]
    return [
        *((each, [each.created.isoformat(), each.modified.isoformat()]) for each in summaries),
        *((each.id, each.path, str(each.error)) for each in broken),
    ]


def index_of(store: DraftStore) -> Path:
    return store.directory.parent / "lijst.json"


class Disk:
    """A store, and what others do to its files between two ticks of the clock of the disk.

    Listings are done as if seconds had gone by since: two changes in one tick that leave a file
    alike could be told apart by nobody.
    """

    def __init__(self, data: Path) -> None:
        self.store = store_in(data)
        self._probe = data / "tik"
        self._backup: dict[str, tuple[bytes, int]] = {}
        self.store.directory.mkdir(parents=True)

    def tick(self) -> None:
        self._probe.touch()
        before = self._probe.stat().st_ctime_ns
        while self._probe.stat().st_ctime_ns == before:
            self._probe.touch()

    def path(self, name: str) -> Path:
        return self.store.directory / f"{name}.toml"

    def save(self, name: str, title: str) -> None:
        if not os.path.lexists(self.path(name)) or self._readable(name):
            self.store.save(a_draft({"doel": title}, name=name, title=clean_line(title)))

    def _readable(self, name: str) -> bool:
        return name in [draft.id for draft in self.store.drafts()[0]]

    def scribble(self, name: str, title: str) -> None:
        """Write in the file itself, with as many bytes, and put its time back."""
        path = self.path(name)
        if path.exists() and not path.is_symlink():
            status = path.stat()
            text = f'versie = 1\naangemaakt = 2026-01-01T09:00:00\ntitel = "{title[:1]}"\n'
            path.write_text(text.ljust(status.st_size), encoding="ascii", errors="replace")
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def break_(self, name: str, title: str) -> None:
        with suppress(OSError):  # a link to itself
            self.path(name).write_text(f"kapot {title!a}")

    def remove(self, name: str, _title: str) -> None:
        self.path(name).unlink(missing_ok=True)

    def move(self, name: str, title: str) -> None:
        other = self.path(_NAMES[len(title) % len(_NAMES)])
        if self.path(name).exists():
            self.path(name).replace(other)

    def link(self, name: str, title: str) -> None:
        other = self.path(_NAMES[len(title) % len(_NAMES)])
        if other.exists() and not self.path(name).exists():
            self.path(name).symlink_to(other.name)

    def back_up(self, name: str, _title: str) -> None:
        if self.path(name).exists():
            self._backup[name] = self.path(name).read_bytes(), self.path(name).stat().st_mtime_ns

    def restore(self, name: str, _title: str) -> None:
        if name in self._backup and not self.path(name).is_symlink():
            data, written = self._backup[name]
            self.path(name).write_bytes(data)
            os.utime(self.path(name), ns=(written, written))

    def to_bin_and_back(self, name: str, title: str) -> None:
        if self._readable(name) and not self.path(name).is_symlink():
            self.store.throw_away(name)
            assert listed(self.store) == read(self.store)
            if title:
                self.store.take_back(name)
            else:
                self.store.erase(name)
                assert not index_of(self.store).exists()

    def damage(self, name: str, title: str) -> None:
        path = index_of(self.store)
        if path.exists():
            data = path.read_bytes()
            half = data[: len(data) // 2]
            another = data.replace(b'"van": ["', b'"van": ["0')
            choices = (half, another, b"", b"[" * 100_000, title.encode(), b"{}", name.encode())
            path.write_bytes(choices[len(title) % len(choices)])


_DEEDS = (
    *(Disk.save, Disk.scribble, Disk.break_, Disk.remove, Disk.move, Disk.link),
    *(Disk.back_up, Disk.restore, Disk.to_bin_and_back, Disk.damage),
)
_TITLES = st.sampled_from(("", "Gent", "Málaga", "x\u202ey", "漢字", "Oslo en Bergen"))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(_DEEDS), st.sampled_from(_NAMES), _TITLES), max_size=12))
def test_a_list_through_the_index_is_the_list_of_the_files(
    deeds: list[tuple[Callable[[Disk, str, str], None], str, str]],
) -> None:
    with TemporaryDirectory() as place:
        disk = Disk(Path(place))
        for name in _NAMES[:2]:
            disk.save(name, name)
        for deed, name, title in deeds:
            assert listed(disk.store) == read(disk.store)
            disk.tick()
            deed(disk, name, title)
        assert listed(disk.store) == read(disk.store)
        assert listed(disk.store, time_ns) == read(disk.store)


@given(DRAFTS)
@settings(max_examples=40)
def test_any_draft_is_listed_from_the_index_as_from_its_file(draft: Any) -> None:
    with TemporaryDirectory() as place:
        store = store_in(Path(place))
        store.save(replace(draft, id="a"))
        assert listed(store) == listed(store) == read(store)


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    made = store_in(tmp_path / "data")
    made.save(a_draft({"doel": "Leren"}, name="a", title="Gent"))
    made.save(a_draft(name="b", title="Oslo", modified=MOMENT + timedelta(hours=1)))
    return made


def test_what_is_known_is_not_read_again(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed(store)
    assert index_of(store).stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr("reisverslag_tui.storage.draft_directory.read_draft", None)
    assert listed(store) == before
    monkeypatch.undo()
    status = index_of(store).stat()
    assert listed(store) == before
    assert index_of(store).stat() == status, "nothing new, and yet written"


def test_a_file_of_this_moment_is_not_kept(store: DraftStore) -> None:
    assert listed(store, time_ns) == read(store)
    assert not index_of(store).exists()


def test_broken_files_links_and_much_text_are_not_kept(store: DraftStore) -> None:
    store.save(a_draft(name="lang", title="x" * 5_000))
    (store.directory / "stuk.toml").write_text("x")
    (store.directory / "wijzer.toml").symlink_to("a.toml")
    assert listed(store) == listed(store) == read(store)
    assert json.loads(index_of(store).read_text())["concepten"].keys() == {"a", "b"}


def test_an_index_of_another_zone_or_version_is_not_used(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed(store)
    index_of(store).write_text(index_of(store).read_text().replace("Gent", "Lyon"))
    assert listed(store) != before
    monkeypatch.setattr("reisverslag_tui.storage.index.__version__", "0")
    assert listed(store) == before
    index_of(store).write_text(index_of(store).read_text().replace("Gent", "Lyon"))
    monkeypatch.setattr("time.tzname", ("x", "y"))
    assert listed(store) == before


@pytest.mark.parametrize(
    "content", ["", "0", "[]", "[" * 100_000, '{"concepten": {}}', '{"van": ORIGIN}', "\0\xff"]
)
def test_what_is_no_index_is_not_used_and_replaced(store: DraftStore, content: str) -> None:
    before = listed(store)
    good = index_of(store).read_text()
    origin = json.dumps(json.loads(good)["van"])
    for rows in ("[]", '{"a": {}, "b": null}', '{"a": [], "b": "x"}', '{"a": 1.5, "b": [1]}'):
        text = content.replace("ORIGIN", f'{origin}, "concepten": {rows}')
        index_of(store).write_text(text, encoding="latin-1")
        assert listed(store) == before
        assert json.loads(index_of(store).read_text()) == json.loads(good)


_GOOD = ("Gent", MOMENT.isoformat(), MOMENT.isoformat(), None, 0, 7)
_MOMENTS = ("", "24 november", "2026-11-24T14:32:07", "2026-11-24", MOMENT.isoformat())
_EXTREMES = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")
_VALUES: st.SearchStrategy[object] = st.one_of(
    st.sampled_from((*_MOMENTS, *_EXTREMES, "\x1b[31m\u202e\ud800rood", "regel\nregel")),
    st.sampled_from((None, True, -1, 10**30, 0.5, math.nan, [], [1], {}, {"a": 1})),
)


@example({0: "\x1b[31m\u202erood"}, 6)
@example({2: _EXTREMES[0]}, 6)
@given(st.dictionaries(st.integers(0, 5), _VALUES, min_size=1, max_size=2), st.integers(4, 6))
def test_nothing_in_an_index_can_do_harm(
    tmp_path_factory: pytest.TempPathFactory, wrong: dict[int, object], length: int
) -> None:
    store = store_in(tmp_path_factory.getbasetemp() / "vijand")
    store.save(a_draft(name="a", title="Gent"))
    listed(store)
    content = json.loads(index_of(store).read_text())
    row = [wrong.get(place, value) for place, value in enumerate(_GOOD)][:length]
    content["concepten"]["a"][4:] = row
    index_of(store).write_text(json.dumps(content))
    (summary,), broken = store.summaries(moment=later)
    assert not broken
    assert summary.name == clean_line(summary.name)
    assert all(type(count) is int for count in summary[-2:])
    for moment in filter(None, (summary.created, summary.modified, summary.finished)):
        assert moment.tzinfo
        assert moment.astimezone(UTC) == moment


def test_what_is_erased_is_not_left_in_the_index(store: DraftStore, tmp_path: Path) -> None:
    listed(store)
    left = index_of(store).with_name(".lijst.json.0123abcd.tmp")
    left.write_text("Gent")
    store.throw_away("a")
    elsewhere = DraftStore(tmp_path, store.bin_directory, store.versions_directory, store.index)
    elsewhere.erase("a")
    assert not [path for path in (left, index_of(store)) if path.exists()]


def test_nothing_is_kept_behind_a_link(store: DraftStore, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.json"
    elsewhere.write_text("{}")
    index_of(store).unlink(missing_ok=True)
    index_of(store).symlink_to(elsewhere)
    assert listed(store) == read(store)
    assert elsewhere.read_text() == "{}"


def test_what_a_killed_list_left_is_cleared_away(store: DraftStore) -> None:
    left = index_of(store).with_name(".lijst.json.0123abcd.tmp")
    left.write_text("Gent")
    store.prepare()
    assert not left.exists()


def test_what_is_erased_while_a_list_is_made_is_not_kept_either(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(path: Path) -> tuple[Draft, int]:
        if path.stem == "b":  # when "a" was read
            store.throw_away("a")
            store.erase("a")
        return read_draft(path)

    monkeypatch.setattr("reisverslag_tui.storage.draft_directory.read_draft", meanwhile)
    listed(store)
    assert json.loads(index_of(store).read_text())["concepten"].keys() == {"b"}


def test_an_index_that_can_not_be_written_is_done_without() -> None:
    with no_superuser() as place:
        store = store_in(place / "data")
        store.save(a_draft())
        store.directory.parent.chmod(0o500)
        assert listed(store) == read(store)
        assert not index_of(store).exists()
        store.directory.parent.chmod(0o700)


def test_an_index_that_can_not_be_erased_keeps_the_draft_in_the_bin(store: DraftStore) -> None:
    store.throw_away("a")
    index_of(store).mkdir()
    assert listed(store) == read(store)
    with pytest.raises(StorageError, match="is een map"):
        store.erase("a")
    assert [draft.id for draft in store.binned()[0]] == ["a"]


def test_only_its_own_directory_is_in_an_index(store: DraftStore) -> None:
    store.throw_away("a")
    summaries, _ = store.summaries(binned=True, moment=later)
    assert [each.id for each in summaries] == ["a"]
    assert not index_of(store).exists()
