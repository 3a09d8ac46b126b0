import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import VERSION, Place
from reisverslag_tui.errors import (
    ChangedOutside,
    DraftConflict,
    ReadOnly,
    StorageError,
    UnreadableDraft,
)
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, to_toml
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.versions import Versions
from tests.clock import MOMENT
from tests.descriptors import none_left_open
from tests.unit.storage.conftest import DRAFT, answered, edit_outside, kept_drafts, kept_goals
from tests.untouched import untouched

pytestmark = pytest.mark.time


def test_the_first_change_keeps_what_was_opened_and_the_next_does_not(
    session: Session, versions: Versions
) -> None:
    session.save(DRAFT.moved(Place("doel", 0, 3)))
    assert kept_drafts(versions) == []
    session.save(answered("Lere"))
    assert kept_drafts(versions) == [DRAFT]
    session.save(answered("Ler"))
    assert kept_drafts(versions) == [DRAFT]


def test_an_earlier_version_is_put_back_and_that_can_be_undone(
    session: Session, path: Path, versions: Versions
) -> None:
    now = MOMENT + timedelta(hours=1)
    session.save(answered("Kijken").rename("Anders"))
    session.put_back(versions.load(1), now)
    assert session.draft.same_text(DRAFT)
    assert session.draft.modified == now
    assert path.read_bytes() == to_toml(session.draft)
    newest = versions.all()[0]
    assert newest.content == answered("Kijken").rename("Anders")
    session.put_back(versions.load(newest.number), now)
    assert session.draft.same_text(answered("Kijken").rename("Anders"))
    assert kept_goals(versions) == ["Leren", "Kijken", "Leren"]


def test_a_version_is_not_put_back_if_what_goes_for_it_can_not_be_kept(
    session: Session, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "versies").write_bytes(b"")
    with pytest.raises(StorageError):
        session.put_back(answered("Kijken"), MOMENT)
    assert session.draft == DRAFT
    assert path.read_bytes() == to_toml(DRAFT)


def test_nothing_is_put_back_over_what_another_wrote(session: Session, path: Path) -> None:
    theirs = edit_outside(path)
    with pytest.raises(ChangedOutside):
        session.put_back(answered("Kijken"), MOMENT)
    assert path.read_bytes() == theirs
    assert session.draft == DRAFT


def test_a_draft_of_a_newer_version_is_not_changed_nor_kept(
    path: Path, versions: Versions, tmp_path: Path
) -> None:
    path.write_bytes(to_toml(DRAFT).replace(b"versie = 1", b"versie = %d" % (VERSION + 1)))
    with untouched(path), Session.open(path, versions) as session:
        with pytest.raises(ReadOnly, match="nieuwere versie"):
            session.save(session.draft.answer("doel", "Kijken", MOMENT))
        with pytest.raises(ReadOnly, match="nieuwere versie"):
            session.put_back(DRAFT, MOMENT)
    assert not (tmp_path / "versies").exists()


@pytest.mark.parametrize("damage", [b"", b"stuk", b"\xff"])
def test_damage_done_by_another_gives_way_and_is_kept(
    session: Session, path: Path, tmp_path: Path, damage: bytes
) -> None:
    path.write_bytes(damage)
    with pytest.raises(ChangedOutside):
        session.save(answered("Kijken"))
    session.overwrite_external_change()
    session.save(answered("Kijken"))
    kept = [file.read_bytes() for file in (tmp_path / "versies" / DRAFT.id).iterdir()]
    assert damage in kept
    assert path.read_bytes() == to_toml(answered("Kijken"))


def test_a_damaged_file_is_replaced_and_kept(
    path: Path, versions: Versions, tmp_path: Path
) -> None:
    path.write_bytes(b"stuk")
    with Session.replace_damaged(path, versions, DRAFT) as session:
        assert path.read_bytes() == b"stuk"
        session.save(DRAFT)
    assert path.read_bytes() == to_toml(DRAFT)
    assert (tmp_path / "versies" / DRAFT.id / "0001.toml").read_bytes() == b"stuk"
    assert [*path.parent.iterdir()] == [path]


def test_a_damaged_file_that_changes_meanwhile_is_not_replaced(
    path: Path, versions: Versions
) -> None:
    path.write_bytes(b"stuk")
    with Session.replace_damaged(path, versions, DRAFT) as session:
        theirs = edit_outside(path)
        with pytest.raises(ChangedOutside):
            session.save(DRAFT)
    assert path.read_bytes() == theirs


def _link_away(path: Path) -> None:
    path.symlink_to(path.parent.parent / "elders")


def _too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAXIMUM_SIZE + 2)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, _link_away, _too_large])
def test_what_can_not_be_kept_whole_is_not_replaced(
    path: Path, versions: Versions, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path.unlink()
    make(path)
    with (
        untouched(path),
        none_left_open(),
        pytest.raises((UnreadableDraft, StorageError)),
    ):
        Session.replace_damaged(path, versions, DRAFT)
    assert [*path.parent.iterdir()] == [path]
    assert not (tmp_path / "versies").exists()


def test_a_version_that_can_not_be_kept_holds_up_no_save_and_is_kept_later(
    session: Session, path: Path, versions: Versions, tmp_path: Path
) -> None:
    (tmp_path / "versies").write_bytes(b"")
    session.save(answered("Kijken"))
    session.save(answered("Kijken en meer", minutes=10))
    assert path.read_bytes() == to_toml(answered("Kijken en meer", minutes=10))
    (tmp_path / "versies").unlink()
    session.save(answered("Kijken en nog meer", minutes=11))
    assert kept_goals(versions) == ["Kijken", "Leren"]


def test_a_save_that_fails_is_tried_again_and_keeps_what_it_goes_over(
    session: Session, path: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise StorageError("schijf vol")

    with monkeypatch.context() as patch:
        patch.setattr("reisverslag_tui.storage.draft_file.write_whole", refuse)
        with pytest.raises(StorageError):
            session.save(answered("Kijken"))
    assert session.draft == DRAFT
    session.save(answered("Kijken"))
    assert path.read_bytes() == to_toml(answered("Kijken"))
    assert kept_drafts(versions) == [DRAFT]


def test_taking_over_again_and_again_loses_no_text(path: Path, versions: Versions) -> None:
    windows = [Session.open(path, versions), Session.open(path, versions, take_over=True)]
    typed = [f"Wat er in ronde {number} werd getypt." for number in range(80)]
    for number, text in enumerate(typed):
        loser = windows[number % 2]
        with pytest.raises(DraftConflict):
            loser.save(answered(text))
        loser.close()
        windows[number % 2] = Session.open(path, versions, take_over=True)
    for window in windows:
        window.close()
    assert {*kept_goals(versions)} >= {*typed}
