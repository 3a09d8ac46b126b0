import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reisverslag_tui.errors import ChangedOutside, StorageError, UnreadableDraft
from reisverslag_tui.storage.draft_file import DraftFile, read_bytes, read_draft
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, to_toml
from tests.clock import MOMENT
from tests.descriptors import none_left_open
from tests.privileges import no_superuser
from tests.strategies import a_draft

_DRAFT = a_draft({"doel": "Leren"})
_OURS = to_toml(_DRAFT.answer("doel", "Kijken", MOMENT))
_THEIRS = to_toml(_DRAFT.answer("doel", "Delen", MOMENT))

Look = Callable[[DraftFile], None]
LOOKS: dict[str, Look] = {
    "look": DraftFile.check_ownership,
    "confirm": DraftFile.confirm,
    "write": lambda file: file.write(_OURS),
}
looks = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "map").mkdir()
    made = tmp_path / "map" / f"{_DRAFT.id}.toml"
    made.write_bytes(to_toml(_DRAFT))
    return made


@pytest.fixture
def file(path: Path) -> DraftFile:
    opened = DraftFile(path)
    assert opened.read() == _DRAFT
    return opened


def _refused(file: DraftFile, look: Look, match: str = "buiten dit venster gewijzigd") -> None:
    """See that a file is not taken for what it was, nor written over."""
    before = read_bytes(file.path)[0]
    for _ in range(2):
        with pytest.raises(ChangedOutside, match=match):
            look(file)
    assert read_bytes(file.path)[0] == before


def test_what_was_written_is_what_is_read(file: DraftFile) -> None:
    file.write(_OURS)
    assert file.read().answers == {"doel": "Kijken"}
    assert read_draft(file.path)[0].answers == {"doel": "Kijken"}
    assert read_draft(file.path)[1] == file.path.stat().st_mtime_ns
    assert read_bytes(file.path)[0] == _OURS
    file.check_ownership()
    file.write(_THEIRS)
    assert file.path.read_bytes() == _THEIRS


@looks
def test_another_text_is_noticed(file: DraftFile, look: Look) -> None:
    file.path.write_bytes(_THEIRS)
    _refused(file, look)


@pytest.mark.parametrize("look", ["confirm", "write"])
def test_another_text_of_the_same_size_and_time_is_noticed_before_it_is_overwritten(
    file: DraftFile, look: str
) -> None:
    before = file.path.stat()
    file.path.write_bytes(to_toml(_DRAFT).replace(b"Leren", b"Lezen"))
    os.utime(file.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.path.stat().st_size == before.st_size
    _refused(file, LOOKS[look])


@looks
def test_a_file_put_in_its_place_by_a_clock_that_runs_behind_is_noticed(
    file: DraftFile, look: Look
) -> None:
    other = file.path.with_name("ander")
    other.write_bytes(_THEIRS)
    os.utime(other, (0, 0))
    other.replace(file.path)
    _refused(file, look)


@looks
def test_what_nobody_has_read_is_another_text(path: Path, look: Look) -> None:
    _refused(DraftFile(path), look)


@looks
def test_a_file_that_was_only_touched_is_the_same(file: DraftFile, look: Look) -> None:
    os.utime(file.path, (0, 0))
    look(file)
    look(file)


@looks
def test_a_file_with_the_same_bytes_is_the_same(file: DraftFile, look: Look) -> None:
    other = file.path.with_name("ander")
    shutil.copy(file.path, other)
    other.replace(file.path)
    look(file)
    file.path.write_bytes(file.path.read_bytes())
    look(file)


def test_a_file_that_is_the_same_is_looked_into_once(
    file: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def note(path: Path) -> tuple[bytes, os.stat_result]:
        read.append(path)
        return read_bytes(path)

    monkeypatch.setattr("reisverslag_tui.storage.draft_file.read_bytes", note)
    file.check_ownership()
    assert read == []
    os.utime(file.path, (0, 0))
    file.check_ownership()
    file.check_ownership()
    assert read == [file.path]


@looks
@pytest.mark.parametrize("was_read", [True, False])
def test_a_file_that_is_not_there_was_changed_by_nobody(
    file: DraftFile, look: Look, was_read: bool
) -> None:
    file.path.unlink()
    look(file if was_read else DraftFile(file.path))
    if look is LOOKS["write"]:
        assert file.path.read_bytes() == _OURS


def test_what_is_adopted_may_be_written_over(path: Path) -> None:
    file = DraftFile(path)
    file.adopt(*read_bytes(path))
    file.write(_OURS)
    assert path.read_bytes() == _OURS


@looks
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_any_more_is_refused_and_not_waited_for(
    file: DraftFile, look: Look, make: Callable[[Path], None]
) -> None:
    file.path.unlink()
    make(file.path)
    before = file.path.lstat()
    with pytest.raises(StorageError, match=r"geen (gewoon )?bestand|dit is een (map|bijzonder)"):
        look(file)
    assert os.path.samestat(file.path.lstat(), before)


@pytest.mark.parametrize("look", ["confirm", "write"])
def test_a_file_that_may_no_longer_be_read_is_not_written_over(look: str) -> None:
    with no_superuser() as directory:
        path = directory / f"{_DRAFT.id}.toml"
        path.write_bytes(to_toml(_DRAFT))
        file = DraftFile(path)
        file.read()
        path.chmod(0o200)
        with pytest.raises(StorageError, match="geen leesrechten"):
            LOOKS[look](file)
        path.chmod(0o600)
        assert path.read_bytes() == to_toml(_DRAFT)


def test_a_read_only_file_is_not_written_over() -> None:
    with no_superuser() as directory:
        path = directory / f"{_DRAFT.id}.toml"
        path.write_bytes(to_toml(_DRAFT))
        file = DraftFile(path)
        file.read()
        path.chmod(0o400)
        with pytest.raises(StorageError, match="geen schrijfrechten"):
            file.write(_OURS)
        assert path.read_bytes() == to_toml(_DRAFT)


@looks
@pytest.mark.parametrize("there", [True, False])
def test_a_link_out_of_the_directory_is_refused(
    file: DraftFile, look: Look, there: bool, tmp_path: Path
) -> None:
    secret = tmp_path / "geheim.toml"
    if there:
        secret.write_bytes(to_toml(_DRAFT))
    file.path.unlink()
    file.path.symlink_to(secret)
    with pytest.raises(UnreadableDraft, match="bestand in een andere map"):
        read_draft(file.path)
    with pytest.raises(StorageError, match="bestand in een andere map"):
        look(file)
    assert (secret.read_bytes() == to_toml(_DRAFT)) if there else not secret.exists()


def test_a_link_that_stays_in_the_directory_is_followed_and_stays_one(path: Path) -> None:
    target = path.rename(path.with_name("echt.toml"))
    path.symlink_to("echt.toml")
    file = DraftFile(path)
    assert file.read() == _DRAFT
    file.check_ownership()
    file.write(_OURS)
    assert path.is_symlink()
    assert target.read_bytes() == _OURS
    target.write_bytes(_THEIRS)
    for look in LOOKS.values():
        _refused(file, look)


def test_a_link_to_nothing_is_refused(file: DraftFile) -> None:
    file.path.unlink()
    file.path.symlink_to("weg.toml")
    with pytest.raises(UnreadableDraft, match="het bestand bestaat niet"):
        file.read()
    with pytest.raises(StorageError, match="het bestand bestaat niet"):
        file.write(_OURS)


@pytest.mark.parametrize("name", ["een.toml", "twee.toml", "naar/vier.toml"])
def test_links_that_point_at_each_other_are_refused(tmp_path: Path, name: str) -> None:
    for link, to in (("een", "een"), ("twee", "drie"), ("drie", "twee")):
        (tmp_path / f"{link}.toml").symlink_to(f"{to}.toml")
    (tmp_path / "naar").symlink_to("naar")
    with pytest.raises(UnreadableDraft, match="te veel verwijzingen naar elkaar"):
        read_draft(tmp_path / name)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, Path.touch])
def test_nothing_that_is_read_stays_open(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "iets.toml")
    with none_left_open(), pytest.raises(UnreadableDraft):
        read_draft(tmp_path / "iets.toml")


def test_a_damaged_file_is_not_known(file: DraftFile) -> None:
    file.path.write_bytes(b"versie = [")
    with pytest.raises(UnreadableDraft, match="regel 1"):
        file.read()
    for look in LOOKS.values():
        _refused(file, look)


def test_no_more_than_a_draft_may_hold_is_read(path: Path) -> None:
    with path.open("wb") as grown:
        grown.truncate(2 * MAXIMUM_SIZE)
    assert len(read_bytes(path)[0]) == MAXIMUM_SIZE + 1
