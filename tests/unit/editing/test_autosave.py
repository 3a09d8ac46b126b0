"""The saver and the report that is open, as plain objects with real threads."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from time import monotonic

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.autosave import Autosaver, Failed, Outcome, SaveConflict, Saved
from reisverslag_tui.errors import ChangedOutside, StorageError, TakenOver
from tests.clock import MOMENT, Clock

PATIENCE = 20.0


class Disk:
    """Takes drafts; can be made to hang, and to fail."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.tried: list[str] = []
        self.fault: Exception | None = None
        self.looks = 0
        self.strange: Exception | None = None
        self.writers = 0
        self.most_writers = 0
        self.busy = threading.Event()
        self.free = threading.Event()
        self.free.set()

    def save(self, draft: Draft) -> None:
        self.writers += 1
        self.most_writers = max(self.most_writers, self.writers)
        self.tried.append(draft.title)
        self.busy.set()
        assert self.free.wait(PATIENCE)
        self.writers -= 1
        if self.fault:
            raise self.fault
        self.saved.append(draft.title)

    def check_ownership(self) -> None:
        self.looks += 1
        if self.strange:
            raise self.strange


class Ear:
    """Hears the outcomes, and waits for one."""

    def __init__(self) -> None:
        self.heard: list[Outcome] = []
        self._news = threading.Condition()

    def __call__(self, outcome: Outcome) -> None:
        with self._news:
            self.heard.append(outcome)
            self._news.notify_all()

    def wait(self, holds: Callable[[list[Outcome]], bool]) -> None:
        with self._news:
            assert self._news.wait_for(lambda: holds(self.heard), PATIENCE), self.heard


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def saver(disk: Disk, ear: Ear, clock: Clock) -> Iterator[Autosaver]:
    made = Autosaver(disk.save, disk.check_ownership, ear, clock)
    yield made
    disk.free.set()
    made.close(PATIENCE)


def named(draft: Draft, title: str) -> Draft:
    return replace(draft, title=title)


def test_nothing_was_ever_saved(saver: Autosaver) -> None:
    assert saver.flush(PATIENCE) is None
    assert not saver.pending


def test_what_is_handed_over_is_saved_and_told(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft
) -> None:
    saver.submit(named(draft, "een"))
    ear.wait(lambda heard: heard == [Saved(MOMENT)])
    assert disk.saved == ["een"]
    assert not saver.pending
    assert saver.flush(PATIENCE) == Saved(MOMENT)
    assert disk.saved == ["een"]


def test_the_newest_wins_and_only_one_writes(saver: Autosaver, disk: Disk, draft: Draft) -> None:
    disk.free.clear()
    saver.submit(named(draft, "een"))
    assert disk.busy.wait(PATIENCE)
    for title in ("twee", "drie", "vier"):
        saver.submit(named(draft, title))
    assert saver.pending
    disk.free.set()
    assert saver.flush(PATIENCE) == Saved(MOMENT)
    assert disk.saved == ["een", "vier"]
    assert disk.most_writers == 1


def test_handing_over_never_waits_for_the_disk(saver: Autosaver, disk: Disk, draft: Draft) -> None:
    disk.free.clear()
    for number in range(100):
        saver.submit(named(draft, str(number)))
    disk.free.set()
    saver.flush(PATIENCE)
    assert disk.saved[-1] == "99"


def test_a_slow_disk_is_left_alone_for_a_moment_only(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reisverslag_tui.editing.autosave._REST_FACTOR", 1_000_000)
    heard_at: list[float] = []
    for number in range(4):
        saver.submit(named(draft, str(number)))
        ear.wait(lambda heard: len(heard) > len(heard_at))
        heard_at.append(monotonic())
    # The rest is a tenth of that; a machine that is busy does not make it long each time.
    assert min(after - before for before, after in pairwise(heard_at)) < 0.5
    assert disk.saved == ["0", "1", "2", "3"]


def test_the_time_told_is_from_before_the_save(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft, clock: Clock
) -> None:
    disk.free.clear()
    saver.submit(draft)
    assert disk.busy.wait(PATIENCE)
    clock.forward(seconds=30)
    disk.free.set()
    ear.wait(lambda heard: heard == [Saved(MOMENT)])


def test_a_failure_keeps_the_draft_and_is_retried(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reisverslag_tui.editing.autosave._LONGEST_RETRY", 0.001)
    disk.fault = StorageError("schijf vol")
    saver.submit(draft)
    ear.wait(lambda heard: heard[:3] == [Failed("schijf vol")] * 3)
    assert saver.pending
    assert disk.saved == []
    disk.fault = None
    ear.wait(lambda heard: heard[-1] == Saved(MOMENT))
    assert disk.saved == [draft.title]
    assert not saver.pending


def test_a_flush_tries_at_once_however_long_the_rest_would_be(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft
) -> None:
    disk.fault = StorageError("schijf vol")
    saver.submit(draft)
    for _ in range(12):  # by now it would rest for longer than a test may take
        assert saver.flush(PATIENCE) == Failed("schijf vol")
    disk.fault = None
    assert saver.flush(PATIENCE) == Saved(MOMENT)
    assert disk.saved == [draft.title]
    assert ear.heard[-2:] == [Failed("schijf vol"), Saved(MOMENT)]


def test_a_flush_does_not_wait_for_a_disk_that_hangs(
    saver: Autosaver, disk: Disk, draft: Draft
) -> None:
    disk.free.clear()
    saver.submit(draft)
    assert saver.flush(0.01) == Failed("de schijf antwoordt niet")
    assert saver.pending
    disk.free.set()
    assert saver.flush(PATIENCE) == Saved(MOMENT)


def test_a_fault_of_the_program_is_told_and_does_not_end_the_saving(
    saver: Autosaver, disk: Disk, draft: Draft
) -> None:
    disk.fault = RuntimeError("boem")
    saver.submit(draft)
    assert saver.flush(PATIENCE) == Failed("fout in het programma (RuntimeError)")
    assert saver.pending
    disk.fault = None
    assert saver.flush(PATIENCE) == Saved(MOMENT)


def test_closing_saves_what_waits(disk: Disk, ear: Ear, draft: Draft) -> None:
    saver = Autosaver(disk.save, disk.check_ownership, ear, lambda: MOMENT)
    disk.free.clear()
    saver.submit(named(draft, "een"))
    assert disk.busy.wait(PATIENCE)
    saver.submit(named(draft, "twee"))
    closing = threading.Thread(target=saver.close, args=(PATIENCE,))
    closing.start()
    disk.free.set()
    closing.join(PATIENCE)
    assert disk.saved == ["een", "twee"]
    assert ear.heard == [Saved(MOMENT)] * 2
    assert not saver.pending


def test_closing_leaves_a_disk_that_hangs_or_fails(disk: Disk, ear: Ear, draft: Draft) -> None:
    hanging = Autosaver(disk.save, disk.check_ownership, ear, lambda: MOMENT)
    disk.free.clear()
    hanging.submit(draft)
    hanging.close(0.01)
    assert hanging.pending
    disk.free.set()
    failing = Autosaver(disk.save, disk.check_ownership, ear, lambda: MOMENT)
    disk.fault = StorageError("schijf vol")
    failing.submit(draft)
    failing.close(PATIENCE)
    assert ear.heard[-1] == Failed("schijf vol")
    assert failing.flush(PATIENCE) == Failed("schijf vol")
    assert failing.pending


def test_a_failure_that_was_given_up_is_not_told_of_another_report(
    saver: Autosaver, disk: Disk, draft: Draft
) -> None:
    disk.fault = StorageError("schijf vol")
    saver.submit(named(draft, "een"))
    assert saver.flush(PATIENCE) == Failed("schijf vol")
    saver.abandon()
    assert saver.flush(PATIENCE) is None
    assert not saver.pending


@pytest.mark.parametrize(
    ("strange", "taken_over"),
    [(ChangedOutside("gewijzigd"), False), (TakenOver("overgenomen"), True)],
)
def test_it_looks_around_while_nothing_is_typed(
    saver: Autosaver,
    disk: Disk,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    strange: StorageError,
    taken_over: bool,
) -> None:
    monkeypatch.setattr("reisverslag_tui.editing.autosave._LOOK", 0.001)
    disk.strange = strange
    ear.wait(lambda heard: bool(heard))
    assert ear.heard[0] == SaveConflict(str(strange), taken_over=taken_over)
    assert saver.flush(PATIENCE) is None
    assert disk.tried == []


def test_a_save_that_is_contested_keeps_the_draft(
    saver: Autosaver, disk: Disk, draft: Draft
) -> None:
    disk.fault = ChangedOutside("gewijzigd")
    saver.submit(draft)
    assert saver.flush(PATIENCE) == SaveConflict("gewijzigd", taken_over=False)
    assert saver.pending
    disk.fault = None
    assert saver.flush(PATIENCE) == Saved(MOMENT)


@pytest.mark.parametrize("fault", [ChangedOutside("gewijzigd"), TakenOver("overgenomen")])
def test_newer_text_waits_for_no_retry_of_what_is_contested(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft, fault: StorageError
) -> None:
    def type_one(title: str, tried: int) -> None:
        saver.submit(named(draft, title))
        ear.wait(lambda heard: len(heard) >= tried)

    disk.fault = fault
    end = monotonic() + PATIENCE
    titles = [str(number) for number in range(20)]  # the pauses between retries are minutes in all
    for tried, title in enumerate(titles, start=1):
        type_one(title, tried)
        assert monotonic() < end
    assert list(dict.fromkeys(disk.tried)) == titles


def test_what_is_done_last_is_done_however_late(disk: Disk, ear: Ear, draft: Draft) -> None:
    done = threading.Event()
    hanging = Autosaver(disk.save, disk.check_ownership, ear, lambda: MOMENT, done.set)
    disk.free.clear()
    hanging.submit(draft)
    hanging.close(0.01)
    assert not done.is_set()
    disk.free.set()
    assert done.wait(PATIENCE)
    assert disk.saved == [draft.title]


def test_a_look_that_fails_is_no_failed_save(
    saver: Autosaver, disk: Disk, ear: Ear, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reisverslag_tui.editing.autosave._LOOK", 0.001)
    disk.strange = StorageError("schijffout")
    saver.submit(draft)
    assert saver.flush(PATIENCE) == Saved(MOMENT)
    looks = disk.looks
    while disk.looks < looks + 3:
        saver.flush(PATIENCE)
    assert ear.heard == [Saved(MOMENT)]
