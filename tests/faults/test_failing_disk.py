"""The disk refuses while somebody writes: it is said at once, and saved once it can be."""

import errno
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disks import UNPRIVILEGED, Disk, ShimmedDisk, small_disk
from tests.faults.left import Left
from tests.faults.saves import ID
from tests.faults.windows import CTRL_U, RIGHT, answer, written_in
from tests.stores import store_in
from tests.terminal.terminal import ENTER, F10


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


def test_whatever_the_error_it_is_said_and_saved_once_it_can_be(tmp_path: Path) -> None:
    disk = ShimmedDisk(tmp_path)
    reasons = {errno.EIO: "schijffout", errno.EDQUOT: "je schijfruimte is op"}
    with written_in(disk.data, disk.program) as someone:
        for number, reason in reasons.items():
            with disk.refusing(number):
                someone.writes(" man")
                someone.is_told(reason)
            someone.is_saved()
        assert someone.answer == "twee man, nog man, nog"


def test_a_full_or_read_only_disk_is_said_and_it_is_saved_once_it_can_be(disk: Disk) -> None:
    reasons = {errno.ENOSPC: "schijf vol", errno.EROFS: "schijf is alleen"}
    with written_in(disk.data, disk.program) as someone:
        for number, reason in reasons.items():
            with disk.refusing(number):
                someone.writes(" man")
                someone.is_told(reason)
            someone.is_saved()
        assert someone.answer == "twee man, nog man, nog"


def test_who_leaves_a_full_disk_is_asked_and_can_save_elsewhere(disk: Disk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.toml"
    with written_in(disk.data, disk.program) as someone, disk.refusing(errno.ENOSPC):
        terminal = someone.terminal
        someone.writes(" man")
        terminal.type(F10)
        terminal.wait_for("Ga je nu weg")
        terminal.wait_for("Hoeveel personen")
        terminal.type(ENTER)
        terminal.wait_for(lambda: "Ga je nu weg" not in terminal.text)
        someone.is_told("schijf vol")
        text = someone.answer
        terminal.type(F10)
        terminal.wait_for("Ga je nu weg")
        terminal.type(RIGHT + ENTER)
        terminal.wait_for("Waar wil je je verslag")
        terminal.type(f"{CTRL_U}{disk.data}/ook-vol.toml{ENTER}")
        terminal.wait_for("Dat lukt niet: schijf vol")
        terminal.type(f"{CTRL_U}{elsewhere}{ENTER}")
        terminal.wait_for("reisverslag open")
        terminal.type(ENTER)
        assert terminal.wait_for_end() == 0
    assert answer(store_in(disk.data)) == "twee"
    printed = subprocess.run(
        [sys.executable, "-m", "reisverslag_tui", "print", elsewhere],
        capture_output=True,
        check=True,
    )
    assert text in printed.stdout.decode()


@pytest.mark.parametrize("leaving", ["asked", "killed"])
def test_the_old_file_stays_when_the_new_text_is_given_up(disk: Disk, leaving: str) -> None:
    with written_in(disk.data, disk.program) as someone, disk.refusing(errno.ENOSPC):
        terminal = someone.terminal
        before = store_in(disk.data).path(ID).read_bytes()
        someone.writes(" man")
        terminal.wait_for("Niet opgeslagen: schijf vol")
        if leaving == "asked":
            terminal.type(F10)
            terminal.wait_for("Ga je nu weg")
            terminal.type(RIGHT * 2 + ENTER)
            assert terminal.wait_for_end() == 0
        else:
            terminal.kill(signal.SIGTERM)
            assert terminal.wait_for_end() == 128 + signal.SIGTERM
            (rescued,) = disk.data.parent.parent.glob(f"{ID}-*.toml")
            assert 'personen = "twee man"' in rescued.read_text(encoding="utf-8")
            assert str(rescued) in terminal.sent.partition(b"\x1b[?1049l")[2].decode()
    assert store_in(disk.data).path(ID).read_bytes() == before
    assert not Left.in_directory(disk.data).leftovers


def test_what_may_not_be_written_in_is_said_and_saved_once_it_may_be(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with written_in(tmp_path, ("-c", UNPRIVILEGED)) as someone:
        for path, mode in ((store.directory, 0o700), (store.path(ID), 0o600)):
            path.chmod(mode & 0o555)
            someone.writes(" man")
            someone.is_told("geen schrijfrechten")
            path.chmod(mode)
            someone.is_saved()
        assert someone.answer == "twee man, nog man, nog"


def test_a_data_directory_that_is_away_for_a_while(tmp_path: Path) -> None:
    data, real, file = tmp_path / "gegevens", tmp_path / "echt", tmp_path / "bestand"
    real.mkdir()
    file.touch()
    point(data, real)
    with written_in(data) as someone:
        point(data, file)
        someone.writes(" man")
        someone.is_told("een deel van het pad")
        point(data, real)
        someone.is_saved()
        data.unlink()
        someone.writes(" en een hond")
        someone.terminal.wait_for("Niet opgeslagen: de map bestaat niet")
        point(data, real)
        someone.is_saved()
        assert someone.answer == "twee man, nog en een hond"


def point(link: Path, to: Path) -> None:
    """Let a link point at something else, at once."""
    new = link.with_suffix(".nieuw")
    new.symlink_to(to)
    new.replace(link)
