"""The saves that are interrupted: what is there before, and what is done."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.serialization import from_toml, to_toml
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.versions import LIMIT

ID = "reis"
_MOMENT = datetime(2020, 11, 24, 14, 32, 7, tzinfo=UTC)
_FEW = 4  # so that thinning is swept without fifty files each time
_LONG = "Leren hoe Barcelona zijn plaats als hightechstad vestigde.\n\nEn één ding meer: €."

EMPTY = Draft(id=ID, title="", created=_MOMENT, modified=_MOMENT)
OLD = replace(EMPTY, title="Reis", answers={"doel": _LONG})
NEW = replace(OLD, answers={"doel": "Leren.", "duur": "4 dagen"}, modified=_MOMENT + timedelta(1))
NEXT = replace(NEW, answers={"doel": "Leren.", "duur": "vier dagen"})
THEIRS = "Wat een ander venster schreef."
_EARLIER = replace(OLD, answers={"doel": "Een eerdere tekst."})
_RECOVERED = replace(OLD, title="Bijna bewaard")


@dataclass(frozen=True)
class Save:
    """A save of `new`, where `old` may be stored; `before` makes what else is there."""

    old: Draft | None
    new: Draft
    before: Callable[[DraftStore], None] = lambda _store: None
    save: Callable[[Session], None] = lambda session: session.save(NEW)
    keeps: bool = True
    link: bool = False
    limit: int = LIMIT

    def prepare(self, store: DraftStore) -> None:
        """Make what is there before."""
        from_toml(ID, to_toml(NEW))  # imports and reads what it needs once
        store.prepare()
        if self.old:
            store.path(ID).write_bytes(to_toml(self.old))
        self.before(store)

    def open(self, store: DraftStore) -> Session:
        """Do the first half of what is interrupted."""
        return store.open(ID) if self.old else store.begin(NEW)


def _behind_a_link(store: DraftStore) -> None:
    target = store.directory / "elders.toml"
    store.path(ID).rename(target)
    store.path(ID).symlink_to(target.name)


def _with_a_version(store: DraftStore) -> None:
    store.versions(ID).keep(_EARLIER)


def _with_all_versions(store: DraftStore) -> None:
    directory = store.versions_directory / ID
    directory.mkdir(parents=True)
    for number in range(1, _FEW + 1):
        path = directory / f"{number:04}.toml"
        written_on = "Een eerdere tekst." + number * "!"  # that holds all of the one before it
        path.write_bytes(to_toml(replace(_EARLIER, answers={"doel": written_on})))
        os.utime(path, (1e9 + 60 * number, 1e9 + 60 * number))


def _after_killed_saves(store: DraftStore) -> None:
    """Leave what killed saves leave: one older and one newer than the draft, and one cut off."""
    _with_a_version(store)
    written = store.path(ID).stat().st_mtime_ns
    for number, (draft, later) in enumerate(((_EARLIER, -1), (_RECOVERED, 1))):
        path = store.directory / f".{ID}.toml.0000000{number}.tmp"
        path.write_bytes(to_toml(draft))
        os.utime(path, ns=(written, written + later * 10**9))
    (store.directory / f".{ID}.toml.abcdefab.tmp").write_bytes(to_toml(OLD)[:50])
    (store.directory / f".{ID}.slot").touch()


SAVES = {
    "with nothing to keep": Save(EMPTY, NEW, keeps=False),
    "that removes text": Save(OLD, NEW, _with_a_version),
    "of a new draft": Save(None, NEW),
    "over a symbolic link": Save(OLD, NEW, _behind_a_link, link=True),
    "with every version taken": Save(OLD, NEW, _with_all_versions, limit=_FEW),
    "of an earlier version": Save(
        OLD,
        replace(OLD, answers=_EARLIER.answers, modified=NEW.modified),
        _with_a_version,
        lambda session: session.put_back(session.versions.load(1), NEW.modified),
    ),
    "after killed saves": Save(OLD, _RECOVERED, _after_killed_saves, lambda _session: None),
}
"""Each by what it is called."""
