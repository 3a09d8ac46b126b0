"""A save interrupted at each of its calls of the system: the old or the new content, no other."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from reisverslag_tui.storage.atomic import make_directory
from reisverslag_tui.storage.serialization import to_toml
from tests.faults.faulty import FAULTS, INTERRUPTIONS, LIKE_EIO
from tests.faults.forks import SAVED
from tests.faults.interrupted import Interrupted
from tests.faults.left import Left, is_whole
from tests.faults.saves import ID, NEW, NEXT, SAVES, Save
from tests.faults.sweep import sweep
from tests.faults.traced import INJECTIONS, TRACE, calls, traced_sweep, why_not
from tests.stores import store_in

THE_PLAINEST = ("that removes text", "of a new draft")


@pytest.mark.parametrize("save", SAVES)
def test_an_interrupted_save_leaves_the_old_or_the_new(save: str, quick_path: Path) -> None:
    faults = [fault for fault in INTERRUPTIONS if fault not in LIKE_EIO or save in THE_PLAINEST]
    judge = Judge(SAVES[save], quick_path / "before")
    struck = judge.all(sweep(quick_path, save, *faults))
    assert all(struck[fault] for fault in faults)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("save", THE_PLAINEST)
def test_a_save_interrupted_in_the_system_leaves_the_old_or_the_new(
    save: str, quick_path: Path
) -> None:
    judge = Judge(SAVES[save], quick_path / "before")
    struck = judge.all(traced_sweep(quick_path, save))
    assert all(struck[fault] for fault in INJECTIONS)
    see_that_names_come_between_syncs(calls(quick_path / TRACE))


def see_that_names_come_between_syncs(trace: list[str]) -> None:
    """Assert that what a file holds is on disk before its name is, and its name after that."""
    named = 0
    for number, line in enumerate(trace):
        if match := re.search(r' (?:rename|link)\w*\(.*"(.+\.tmp)".*"(.+)/[^/]+\.toml"', line):
            temporary, directory = map(re.escape, match.groups())
            named += 1
            written = [re.search(rf" (write|fsync)\(\d+<{temporary}>", call) for call in trace]
            before = [call[1] for call in written[:number] if call]
            assert before[-2:] == ["write", "fsync"]
            assert not any(written[number:])
            assert any(re.search(rf" fsync\(\d+<{directory}>", call) for call in trace[number:])
    assert named


def test_the_names_of_new_directories_are_on_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[os.stat_result] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        synced.append(os.fstat(descriptor))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    make_directory(tmp_path / "data" / "concepten")
    for directory in (tmp_path, tmp_path / "data"):
        assert any(os.path.samestat(status, directory.stat()) for status in synced)


class Judge:
    """Asserts of an interrupted save that no text is lost and nothing is left behind."""

    def __init__(self, save: Save, directory: Path) -> None:
        save.prepare(store_in(directory))
        self._before = Left.in_directory(directory)
        self._old = self._before.draft
        self._new = to_toml(save.new)
        self._save = save

    def all(self, saves: list[Interrupted]) -> Counter[str]:
        """Judge these, and return how many times each fault struck."""
        struck = Counter[str]()
        for interrupted in saves:
            try:
                self._judge(interrupted)
            except AssertionError as error:
                raise AssertionError(f"{interrupted}") from error
            struck[interrupted.fault] += bool(interrupted.call)
        return struck

    def _judge(self, interrupted: Interrupted) -> None:
        now = Left.in_directory(interrupted.data)
        if interrupted.killed:
            self._old_or_new(now)
        else:
            self._old_or_new(interrupted.left)
            self._what_was_said(interrupted)
            self._what_may_not_stay(interrupted, now)
        if now.leftovers:
            self._what_comes_next(interrupted, now)

    def _old_or_new(self, left: Left) -> None:
        recovered = self._whole_temporary(self._before)
        assert left.draft in (self._old, self._new, *recovered)
        assert all(is_whole(version) for version in left.versions.values())
        assert len(left.versions) >= len(self._before.versions)
        for name in self._before.versions.keys() & left.versions.keys():
            assert left.versions[name] == self._before.versions[name]
        assert recovered <= self._whole(left)
        if self._old and self._save.keeps:
            assert self._old in left.texts

    def _what_was_said(self, interrupted: Interrupted) -> None:
        said = interrupted.said.partition(":")[0]  # the name of what was raised
        assert said in (SAVED, "StorageError", "UnreadableDraft")
        assert said == SAVED or interrupted.call
        waits = self._before.temporary  # what can't be recovered now
        assert said != SAVED or interrupted.left.draft == self._new or waits
        assert interrupted.next == SAVED

    def _what_may_not_stay(self, interrupted: Interrupted, now: Left) -> None:
        """See that no file stays, but where its removal failed, or it waits to be recovered."""
        lasting = FAULTS[interrupted.fault].lasting if interrupted.call else False
        if not lasting and not interrupted.call.startswith("unlink"):
            assert not now.locks
            assert {*now.temporary.values()} <= {*self._before.temporary.values()}

    def _what_comes_next(self, interrupted: Interrupted, now: Left) -> None:
        """See that the next start cleans up, and the next session opens and saves."""
        store = store_in(interrupted.data)
        store.prepare()
        if interrupted.killed:
            assert not Left.in_directory(interrupted.data).leftovers
        assert store.path(ID).is_symlink() == self._save.link
        with store.open(ID) if store.path(ID).exists() else store.begin(NEW) as session:
            after = Left.in_directory(interrupted.data)
            assert not after.temporary
            assert self._whole(now) <= self._whole(after)
            session.save(NEXT)

    def _whole(self, left: Left) -> set[bytes]:
        return {*left.texts, *self._whole_temporary(left)}

    def _whole_temporary(self, left: Left) -> set[bytes]:
        return set(filter(is_whole, left.temporary.values()))
