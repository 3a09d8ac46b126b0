import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import InUse, StorageError, UnreadableDraft
from reisverslag_tui.storage.atomic import leftovers
from reisverslag_tui.storage.names import short_name
from reisverslag_tui.storage.recovery import recover
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.versions import Versions
from tests.descriptors import none_left_open
from tests.privileges import no_superuser
from tests.unit.storage.conftest import DRAFT, answered

pytestmark = pytest.mark.time

_AT = 1_700_000_000


@pytest.fixture
def path(path: Path) -> Path:
    """The file of the draft, which says when it was written."""
    os.utime(path, (_AT, _AT))
    return path


def _leave(path: Path, content: Draft | bytes, age: int = 0, mark: str = "0000000a") -> Path:
    """Leave a temporary file, written `age` seconds after the draft."""
    left = path.with_name(f".{path.name}.{mark}.tmp")
    left.write_bytes(content if isinstance(content, bytes) else to_toml(content))
    os.utime(left, (_AT + age, _AT + age))
    return left


def _goals(versions: Versions) -> list[str]:
    return [
        version.content.answers["doel"] if isinstance(version.content, Draft) else "onleesbaar"
        for version in versions.all()
    ]


def _is_settled(path: Path, versions: Versions, draft: Draft) -> None:
    """Assert that the draft is this one, and that nothing else is left in its directory."""
    with none_left_open():
        recover(path, versions)
    assert path.read_bytes() == to_toml(draft)
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.parametrize("age", [0, 1])
def test_what_was_written_after_the_draft_takes_its_place(
    path: Path, versions: Versions, age: int
) -> None:
    _leave(path, answered("Kijken"), age)
    _is_settled(path, versions, answered("Kijken"))
    assert _goals(versions) == ["Leren"]
    _is_settled(path, versions, answered("Kijken"))
    assert _goals(versions) == ["Leren"]


def test_what_was_written_before_the_draft_becomes_a_version(
    path: Path, versions: Versions
) -> None:
    _leave(path, answered("Kijken"), -1)
    _is_settled(path, versions, DRAFT)
    assert _goals(versions) == ["Kijken"]


@pytest.mark.parametrize("age", [-1, 0, 1])
def test_what_is_equal_to_the_draft_changes_nothing_in_it(
    path: Path, versions: Versions, age: int
) -> None:
    _leave(path, DRAFT, age)
    _is_settled(path, versions, DRAFT)
    assert {*_goals(versions)} <= {"Leren"}


def test_of_several_the_newest_takes_its_place_and_every_text_is_kept(
    path: Path, versions: Versions
) -> None:
    for mark, age in (("0000000c", -5), ("0000000b", 9), ("0000000a", 5)):
        _leave(path, answered(f"op {age}"), age, mark)
    _is_settled(path, versions, answered("op 9"))
    assert _goals(versions) == ["op 5", "Leren", "op -5"]


@pytest.mark.parametrize("there", [b"", b"versie", to_toml(answered("Kijken"))[:-3], b"\xff"])
def test_what_was_cut_off_goes(path: Path, versions: Versions, there: bytes) -> None:
    _leave(path, there, 5)
    _is_settled(path, versions, DRAFT)
    assert _goals(versions) == []


def test_what_was_left_of_a_draft_that_was_never_saved_is_the_draft(
    path: Path, versions: Versions
) -> None:
    path.unlink()
    _leave(path, answered("Kijken"), -5)
    _is_settled(path, versions, answered("Kijken"))
    assert _goals(versions) == []


def test_a_draft_that_somebody_edits_by_hand_is_left_alone(path: Path, versions: Versions) -> None:
    path.write_bytes(b"versie = 1\nmidden in een woo")
    _leave(path, answered("Kijken"), 10**9)
    recover(path, versions)
    assert path.read_bytes() == b"versie = 1\nmidden in een woo"
    assert [*path.parent.iterdir()] == [path]
    assert _goals(versions) == ["Kijken"]


def test_what_belongs_to_another_draft_is_left_alone(path: Path, versions: Versions) -> None:
    names = ("oslo.toml", f"x{path.name}", f"{path.name}.toml", path.stem, "a" * 60)
    others = [_leave(path.with_name(name), answered("Kijken"), 5) for name in names]
    recover(path, versions)
    assert path.read_bytes() == to_toml(DRAFT)
    assert {*path.parent.iterdir()} == {path, *others}
    assert _goals(versions) == []


def _link(path: Path) -> None:
    (path.parent.parent / "geheim").write_bytes(to_toml(answered("geheim")))
    path.symlink_to(path.parent.parent / "geheim")


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, _link])
def test_what_is_no_file_is_left_alone(
    path: Path, versions: Versions, make: Callable[[Path], None]
) -> None:
    other = path.with_name(f".{path.name}.0000000b.tmp")
    make(other)
    _leave(path, answered("Kijken"), 5)
    recover(path, versions)
    assert path.read_bytes() == to_toml(answered("Kijken"))
    assert {*path.parent.iterdir()} == {path, other}


def test_what_was_left_of_a_long_name_is_found(tmp_path: Path, versions: Versions) -> None:
    path = tmp_path / f"{'a' * 200}.toml"
    path.write_bytes(to_toml(DRAFT))
    left = path.with_name(f".{short_name(path.name)}.0000000a.tmp")
    left.write_bytes(to_toml(answered("Kijken")))
    recover(path, versions)
    assert path.read_bytes() == to_toml(answered("Kijken"))
    assert not left.exists()


def _left(path: Path) -> Path:
    """Return the only temporary file there is of a draft."""
    (left,) = leftovers(path.parent)[path.name]
    return left


@pytest.mark.parametrize("age", [-5, 5])
def test_what_can_not_be_kept_waits(path: Path, tmp_path: Path, age: int) -> None:
    (tmp_path / "versies").write_bytes(b"")
    versions = Versions(tmp_path / "versies", DRAFT.id)
    left = _leave(path, answered("Kijken"), age)
    with Session.open(path, versions) as session:
        assert session.draft == DRAFT
        assert not left.exists()  # a window that is held up in a save may not go on with it
        assert _left(path).read_bytes() == to_toml(answered("Kijken"))
    (tmp_path / "versies").unlink()
    _is_settled(path, versions, answered("Kijken") if age > 0 else DRAFT)
    assert _goals(versions) == ["Leren" if age > 0 else "Kijken"]


def test_what_can_not_be_read_now_waits() -> None:
    with no_superuser() as directory:
        path, versions = directory / f"{DRAFT.id}.toml", Versions(directory / "v", DRAFT.id)
        path.write_bytes(to_toml(DRAFT))
        left = _leave(path, answered("Kijken"), 10**9)
        left.chmod(0o000)
        recover(path, versions)
        assert path.read_bytes() == to_toml(DRAFT)
        _left(path).chmod(0o600)
        recover(path, versions)
        assert path.read_bytes() == to_toml(answered("Kijken"))


def test_in_a_directory_that_is_closed_nothing_is_tried() -> None:
    with no_superuser() as directory:
        path, versions = directory / f"{DRAFT.id}.toml", Versions(directory / "v", DRAFT.id)
        path.write_bytes(to_toml(DRAFT))
        left = _leave(path, b"cut off", 5)
        for permissions in (0o500, 0o300, 0o000):
            directory.chmod(permissions)
            recover(path, versions)
        directory.chmod(0o700)
        assert {*directory.iterdir()} >= {path}
        assert path.read_bytes() == to_toml(DRAFT)
        assert left.exists()


def test_where_there_is_no_directory_there_is_nothing_to_do(
    tmp_path: Path, versions: Versions
) -> None:
    recover(tmp_path / "weg" / "gent.toml", versions)
    assert not [*tmp_path.iterdir()]


def test_opening_gives_what_a_killed_save_left(path: Path, versions: Versions) -> None:
    _leave(path, answered("Kijken"), 5)
    with Session.open(path, versions) as session:
        assert session.draft == answered("Kijken")
        session.save(answered("Kijken en typen"))
    assert [*path.parent.iterdir()] == [path]


def test_what_a_first_save_left_is_opened(path: Path, versions: Versions) -> None:
    path.unlink()
    _leave(path, answered("Kijken"), 5)
    with Session.open(path, versions) as session:
        assert session.draft == answered("Kijken")


def test_a_draft_that_is_open_has_its_temporary_file_left_to_it(
    path: Path, versions: Versions
) -> None:
    with Session.open(path, versions):
        left = _leave(path, answered("Kijken"), 5)
        with pytest.raises(InUse):
            Session.open(path, versions)
        assert left.read_bytes() == to_toml(answered("Kijken"))
        assert path.read_bytes() == to_toml(DRAFT)


def test_a_damaged_draft_gives_back_what_a_killed_save_left(path: Path, versions: Versions) -> None:
    path.write_bytes(b"stuk")
    _leave(path, answered("Kijken"), 5)
    with pytest.raises(UnreadableDraft):
        Session.open(path, versions)
    with Session.replace_damaged(path, versions, versions.load(1)) as session:
        session.save(session.draft)
    assert path.read_bytes() == to_toml(answered("Kijken"))
    with pytest.raises(StorageError, match="onleesbaar"):
        versions.load(2)
