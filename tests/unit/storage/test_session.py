import os
from pathlib import Path

import pytest

from reisverslag_tui.errors import (
    ChangedOutside,
    DraftConflict,
    InUse,
    StorageError,
    TakenOver,
    UnreadableDraft,
)
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.versions import Versions
from tests.descriptors import none_left_open
from tests.strategies import a_draft
from tests.unit.storage.conftest import DRAFT, answered, edit_outside, kept_drafts, kept_goals
from tests.untouched import untouched

pytestmark = pytest.mark.time


def test_what_is_opened_is_the_draft_and_what_is_saved_is_on_disk(
    session: Session, path: Path
) -> None:
    assert session.draft == DRAFT
    session.save(answered("Kijken"))
    assert session.draft == answered("Kijken")
    assert path.read_bytes() == to_toml(answered("Kijken"))


def test_opening_and_closing_changes_nothing(
    path: Path, versions: Versions, tmp_path: Path
) -> None:
    with untouched(path), none_left_open():
        session = Session.open(path, versions)
        session.check_ownership()
        session.close()
        session.close()
    assert [*path.parent.iterdir()] == [path]
    assert not (tmp_path / "versies").exists()


def test_a_new_draft_is_stored_at_its_first_save_and_has_no_versions(
    path: Path, versions: Versions
) -> None:
    path.unlink()
    path.parent.rmdir()
    with Session.begin(path, versions, a_draft(title="")) as session:
        assert not path.parent.exists()
        session.save(DRAFT)
        with pytest.raises(InUse):
            Session.open(path, versions)
    assert path.read_bytes() == to_toml(DRAFT)
    assert [*path.parent.iterdir()] == [path]
    assert kept_drafts(versions) == []


def test_a_draft_that_is_open_is_opened_nowhere_else(
    session: Session, path: Path, versions: Versions
) -> None:
    with none_left_open(), pytest.raises(InUse, match="open in een ander venster"):
        Session.open(path, versions)
    with none_left_open(), pytest.raises(InUse):
        Session.replace_damaged(path, versions, DRAFT)
    session.save(answered("Kijken"))
    session.close()
    with Session.open(path, versions) as other:
        assert other.draft == answered("Kijken")


def test_what_another_wrote_stays_and_what_would_have_been_saved_is_kept(
    session: Session, path: Path, versions: Versions
) -> None:
    session.save(answered("Kijken"))
    theirs = edit_outside(path)
    for _ in range(2):
        with pytest.raises(ChangedOutside, match="buiten dit venster gewijzigd"):
            session.save(answered("Kijken en typen"))
    assert path.read_bytes() == theirs
    assert session.draft == answered("Kijken")
    assert kept_drafts(versions)[0] == answered("Kijken en typen")
    assert len(kept_drafts(versions)) == 2
    with pytest.raises(ChangedOutside):
        session.check_ownership()


def _typed_on(session: Session, *texts: str) -> None:
    for text in texts:
        with pytest.raises(DraftConflict):
            session.save(answered(text))
        with pytest.raises(DraftConflict):
            session.check_ownership()


def test_all_that_is_typed_meanwhile_is_kept_in_one_version(
    session: Session, path: Path, versions: Versions
) -> None:
    session.save(answered("Kijken"))
    edit_outside(path)
    for text in ("Kijken e", "Kijken en", "Kijken en ty", "Kijken en typen"):
        _typed_on(session, text)
        assert kept_drafts(versions) == [answered(text), DRAFT]
    session.overwrite_external_change()
    session.save(answered("Kijken en typen."))
    edit_outside(path, "Nog iets")
    _typed_on(session, "Kijken en typen. Nu")
    assert kept_goals(versions) == ["Kijken en typen. Nu", "Buiten", "Kijken en typen", "Leren"]


def test_text_that_is_removed_meanwhile_is_kept_as_at_any_time(
    session: Session, path: Path, versions: Versions
) -> None:
    edit_outside(path)
    _typed_on(session, "Een zin die hier niet lang zal staan.", "", "Een andere")
    goals = [draft.answers.get("doel", "") for draft in kept_drafts(versions)]
    assert goals[0] == "Een andere"
    assert "Een zin die hier niet lang zal staan." in goals


def test_what_two_windows_type_is_kept_apart(
    session: Session, path: Path, versions: Versions
) -> None:
    session.save(answered("Kijken"))
    with Session.open(path, versions, take_over=True) as other:
        _typed_on(session, "Kijken a")
        edit_outside(path)
        _typed_on(other, "Kijken b")
        _typed_on(session, "Kijken aa")
        _typed_on(other, "Kijken bb")
    assert {*kept_goals(versions)} >= {"Kijken aa", "Kijken bb"}


def test_what_was_kept_is_kept_anew_if_somebody_removed_it(
    session: Session, path: Path, versions: Versions
) -> None:
    edit_outside(path)
    _typed_on(session, "Kijken")
    versions.erase()
    _typed_on(session, "Kijken en typen")
    assert kept_drafts(versions) == [answered("Kijken en typen")]


def test_what_another_wrote_gives_way_if_so_wished_and_is_kept(
    session: Session, path: Path, versions: Versions
) -> None:
    edit_outside(path)
    with pytest.raises(ChangedOutside):
        session.save(answered("Kijken"))
    session.overwrite_external_change()
    session.check_ownership()
    session.save(answered("Kijken"))
    assert path.read_bytes() == to_toml(answered("Kijken"))
    goals = kept_goals(versions)
    assert {*goals} == {"Buiten", "Kijken", "Leren"}


def test_what_is_written_after_one_has_overruled_is_not_lost_either(
    session: Session, path: Path
) -> None:
    edit_outside(path)
    session.overwrite_external_change()
    theirs = edit_outside(path, "Nog iets")
    with pytest.raises(ChangedOutside):
        session.save(answered("Kijken"))
    assert path.read_bytes() == theirs


def test_to_overrule_what_is_not_there_is_no_failure(session: Session, path: Path) -> None:
    path.unlink()
    session.overwrite_external_change()
    session.save(answered("Kijken"))
    assert path.read_bytes() == to_toml(answered("Kijken"))


def test_what_can_not_be_kept_is_not_overruled(
    session: Session, path: Path, tmp_path: Path
) -> None:
    theirs = edit_outside(path)
    (tmp_path / "versies").write_bytes(b"")
    with pytest.raises(StorageError):
        session.overwrite_external_change()
    with pytest.raises(ChangedOutside):
        session.save(answered("Kijken"))
    assert path.read_bytes() == theirs


def test_who_is_taken_over_changes_nothing_and_loses_nothing(
    session: Session, path: Path, versions: Versions
) -> None:
    session.save(answered("Kijken"))
    with Session.open(path, versions, take_over=True) as other:
        assert other.draft == answered("Kijken")
        for text in ("Kijken en", "Kijken en typen"):
            with pytest.raises(TakenOver, match="overgenomen in een ander venster"):
                session.save(answered(text))
            assert kept_drafts(versions)[0] == answered(text)
        with pytest.raises(TakenOver):
            session.check_ownership()
        session.close()
        assert path.read_bytes() == to_toml(answered("Kijken"))
        other.save(answered("Kijken, anders"))
        other.check_ownership()
    assert path.read_bytes() == to_toml(answered("Kijken, anders"))
    assert [*path.parent.iterdir()] == [path]


def test_a_save_under_way_while_the_draft_is_taken_over_is_not_lost(
    session: Session, path: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, others = os.replace, []

    def meanwhile(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "replace", replace)
        others.append(Session.open(path, versions, take_over=True))
        replace(source, target)

    monkeypatch.setattr(os, "replace", meanwhile)
    with pytest.raises(StorageError):
        session.save(answered("Kijken"))
    (other,) = others
    with other:
        assert other.draft == answered("Kijken")
        with pytest.raises(TakenOver):
            session.save(answered("Kijken en typen"))
        other.save(answered("Kijken, anders"))
    assert kept_goals(versions)[:2] == [
        "Kijken",
        "Kijken en typen",
    ]


def test_taking_over_what_is_damaged_or_not_there_takes_nothing(
    path: Path, versions: Versions
) -> None:
    path.write_bytes(b"stuk")
    for _ in range(2):
        with none_left_open(), pytest.raises(UnreadableDraft):
            Session.open(path, versions, take_over=True)
        assert [*path.parent.iterdir()] in ([path], [])
        path.unlink(missing_ok=True)


def test_a_fault_while_opening_gives_the_draft_free(
    path: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("reisverslag_tui.storage.session.recover", interrupt)
        with none_left_open(), pytest.raises(KeyboardInterrupt):
            Session.open(path, versions)
    assert [*path.parent.iterdir()] == [path]


def test_a_directory_that_was_removed_is_told_and_saved_in_once_it_is_back(
    session: Session, path: Path, versions: Versions
) -> None:
    for file in path.parent.iterdir():
        file.unlink()
    path.parent.rmdir()
    session.check_ownership()
    with pytest.raises(StorageError, match="de map bestaat niet"):
        session.save(answered("Kijken"))
    path.parent.mkdir()
    session.save(answered("Kijken"))
    assert path.read_bytes() == to_toml(answered("Kijken"))
    with pytest.raises(InUse):
        Session.open(path, versions)


def test_a_directory_that_goes_while_the_draft_is_contested_is_told_as_such(
    session: Session, path: Path
) -> None:
    edit_outside(path)
    with pytest.raises(DraftConflict):
        session.save(answered("hier"))
    path.unlink()
    path.parent.rename(path.parent.with_name("weg"))
    with pytest.raises(StorageError, match="de map bestaat niet"):
        session.save(answered("hier en later"))


def test_a_drive_that_is_gone_is_not_written_below(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    stat = Path.stat

    def on_another_disk(asked: Path, **options: bool) -> os.stat_result:
        mode, number, device, *others = stat(asked, **options)
        return os.stat_result((mode, number, device + 1, *others))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", on_another_disk)
        with pytest.raises(StorageError, match="de schijf met dit verslag is er niet"):
            session.save(answered("Kijken"))
    assert not path.exists()
