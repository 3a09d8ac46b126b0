import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reisverslag_tui.core.dates import when
from reisverslag_tui.errors import InUse, TakenOver
from reisverslag_tui.storage.locking import Lock
from tests.clock import MOMENT
from tests.descriptors import none_left_open
from tests.privileges import no_superuser

pytestmark = pytest.mark.time

_MEMORY = Path("/dev/shm")  # noqa: S108 - a directory of the test's own is made in it
_HOLD = """\
import sys
from pathlib import Path
from reisverslag_tui.storage.locking import Lock
Lock(Path(sys.argv[1])).acquire()
print("has it", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "map").mkdir()
    return tmp_path / "map" / "gent.toml"


@pytest.fixture
def slot(path: Path) -> Path:
    return path.with_name(".gent.slot")


@contextmanager
def _held(path: Path, at: datetime = MOMENT) -> Iterator[Lock]:
    lock = Lock(path, lambda: at)
    lock.acquire()
    try:
        yield lock
    finally:
        lock.release()


def _is_free(path: Path) -> bool:
    """Tell whether another could take it, and see that no attempt leaves a file open."""
    with none_left_open():
        try:
            with _held(path):
                return True
        except InUse:
            return False


def _no_locks(_descriptor: int, _operation: int) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def test_one_has_it_until_it_is_released(path: Path) -> None:
    with _held(path) as lock:
        lock.confirm()
        assert not _is_free(path)
        assert not _is_free(path)
    assert _is_free(path)


def test_another_draft_in_the_directory_has_a_lock_of_its_own(path: Path) -> None:
    with _held(path):
        assert _is_free(path.with_name("oslo.toml"))


def test_its_file_is_for_its_owner_alone_and_goes_when_it_is_released(
    path: Path, slot: Path
) -> None:
    with none_left_open(), _held(path) as lock:
        assert [*path.parent.iterdir()] == [slot]
        assert slot.stat().st_mode & 0o777 == 0o600
        lock.release()
        lock.release()
    assert not [*path.parent.iterdir()]


@pytest.mark.parametrize("hours", [-12.0, -3.5, 0.0, 5.75, 14.0])
@pytest.mark.parametrize("later", [timedelta(), timedelta(days=40), timedelta(minutes=-1)])
def test_who_is_refused_hears_since_when_it_is_in_use_by_the_clock_that_is_given(
    path: Path, slot: Path, hours: float, later: timedelta
) -> None:
    now = (MOMENT + later).astimezone(timezone(timedelta(hours=hours)))
    slot.touch()  # left by a program that was killed
    os.utime(slot, (0, 0))
    with _held(path, MOMENT), pytest.raises(InUse) as caught:
        Lock(path, lambda: now).acquire()
    assert caught.value.since == MOMENT
    assert f"open in een ander venster, sinds {when(MOMENT, now)};" in str(caught.value)


@pytest.mark.parametrize("moment", [datetime(1969, 12, 31, tzinfo=UTC), MOMENT])
def test_who_takes_over_does_so_at_the_time_of_the_clock(path: Path, moment: datetime) -> None:
    with _held(path, datetime(2020, 1, 1, tzinfo=UTC)):
        lock = Lock(path, lambda: moment)
        lock.take_over()
        with pytest.raises(InUse) as caught:
            Lock(path).acquire()
        lock.release()
    assert caught.value.since == moment


@pytest.mark.skipif(not os.access(_MEMORY, os.W_OK), reason="other disks hold no such time")
def test_a_time_that_is_no_date_is_taken_for_now() -> None:
    with TemporaryDirectory(dir=_MEMORY) as directory:
        path = Path(directory) / "gent.toml"
        with _held(path):
            os.utime(path.with_name(".gent.slot"), (2**39, 2**39))
            with pytest.raises(InUse) as caught:
                Lock(path, lambda: MOMENT).acquire()
    assert caught.value.since == MOMENT


def test_who_takes_over_has_it_and_who_had_it_hears_so(path: Path) -> None:
    with none_left_open(), _held(path) as first:
        second = Lock(path)
        second.take_over()
        for _ in range(3):
            with pytest.raises(TakenOver, match="overgenomen in een ander venster"):
                first.confirm()
        second.confirm()
        assert not _is_free(path)
        first.release()
        second.confirm()
        assert not _is_free(path)
        second.release()
    assert not [*path.parent.iterdir()]


def test_to_take_over_what_nobody_has_is_to_take_it(path: Path) -> None:
    lock = Lock(path)
    lock.take_over()
    assert not _is_free(path)
    lock.release()
    assert _is_free(path)


def test_what_was_taken_over_and_given_up_again_is_free_to_take_back(path: Path) -> None:
    with _held(path) as first:
        second = Lock(path)
        second.take_over()
        second.release()
        first.confirm()
        assert not _is_free(path)
    assert _is_free(path)


def test_to_confirm_what_one_never_had_is_to_take_it(path: Path) -> None:
    lock = Lock(path)
    with _held(path), pytest.raises(InUse):
        lock.confirm()
    lock.confirm()
    assert not _is_free(path)
    lock.release()


def test_a_file_that_somebody_removed_is_made_anew(path: Path, slot: Path) -> None:
    with none_left_open(), _held(path) as lock:
        slot.unlink()
        lock.confirm()
        assert not _is_free(path)
    assert not slot.exists()


def test_a_file_that_somebody_removed_may_be_taken_by_another(path: Path, slot: Path) -> None:
    with _held(path) as first:
        slot.unlink()
        with _held(path) as second:
            with pytest.raises(TakenOver):
                first.confirm()
            second.confirm()


def test_a_file_that_is_released_just_before_it_is_locked_is_not_taken_for_the_lock(
    path: Path, slot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock
    released: list[Path] = []

    def released_meanwhile(descriptor: int, operation: int) -> None:
        if not released:
            released.append(slot)
            slot.unlink()
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", released_meanwhile)
    with none_left_open(), _held(path):
        assert not _is_free(path)


def test_where_a_file_is_never_the_same_nothing_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differ(_one: os.stat_result, _other: os.stat_result) -> bool:
        return False

    monkeypatch.setattr(os.path, "samestat", differ)
    with none_left_open(), _held(path) as lock:
        lock.confirm()
        assert _is_free(path)


def test_a_process_that_is_killed_has_it_no_longer(path: Path, slot: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"has it\n"
        assert not _is_free(path)
        process.kill()
    assert slot.exists()
    assert _is_free(path)
    assert not slot.exists()


def test_a_program_started_meanwhile_does_not_keep_it(path: Path) -> None:
    with _held(path):
        child = subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, close_fds=False)
    assert _is_free(path)
    child.communicate()


def test_a_link_in_its_place_is_not_followed(path: Path, slot: Path, tmp_path: Path) -> None:
    slot.symlink_to(tmp_path / "elders")
    with none_left_open(), _held(path) as lock:
        lock.confirm()
    assert slot.is_symlink()
    assert not (tmp_path / "elders").exists()
    lock.take_over()
    assert not slot.is_symlink()
    assert not _is_free(path)
    lock.release()


def test_a_directory_in_its_place_is_left_alone_and_nothing_is_refused(
    path: Path, slot: Path
) -> None:
    slot.mkdir()
    with none_left_open(), _held(path) as lock:
        lock.confirm()
        lock.take_over()
        assert _is_free(path)
    assert slot.is_dir()


@pytest.mark.parametrize("name", ["weg/gent.toml", "bestand/gent.toml"])
def test_where_no_file_can_be_made_nothing_is_refused(path: Path, name: str) -> None:
    (path.parent / "bestand").touch()
    with none_left_open(), _held(path.parent / name) as lock:
        lock.confirm()
        lock.take_over()
    assert [item.name for item in path.parent.iterdir()] == ["bestand"]


def test_a_name_as_long_as_a_disk_allows_is_locked_too(path: Path) -> None:
    long = path.with_name(f"{'a' * 250}.toml")
    with _held(long), pytest.raises(InUse):
        Lock(long).acquire()


def test_a_directory_that_can_not_be_written_in_refuses_nothing(path: Path) -> None:
    with no_superuser() as directory:
        directory.chmod(0o500)
        with _held(directory / path.name) as lock:
            lock.confirm()
            assert not [*directory.iterdir()]


def test_where_there_are_no_locks_nothing_is_refused_and_no_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", _no_locks)
    with none_left_open(), _held(path) as first, _held(path) as second:
        first.confirm()
        second.take_over()
        first.confirm()
        assert not [*path.parent.iterdir()]


def test_locks_that_come_back_are_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", _no_locks)
        lock = Lock(path)
        lock.acquire()
    with _held(path), pytest.raises(InUse):
        lock.confirm()
    lock.confirm()
    assert not _is_free(path)
    lock.release()


def test_what_can_not_be_taken_over_is_still_in_use() -> None:
    with no_superuser() as directory, _held(directory / "gent.toml") as lock:
        directory.chmod(0o500)
        with pytest.raises(InUse):
            Lock(directory / "gent.toml").take_over()
        lock.confirm()
        directory.chmod(0o700)
