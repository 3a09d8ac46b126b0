"""Rescue a draft to another place when its own disk fails, and restore it at a later start."""

import os
import resource
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.new_drafts import new_id
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.atomic import write_whole
from reisverslag_tui.storage.draft_file import read_bytes
from reisverslag_tui.storage.lookup import command
from reisverslag_tui.storage.rescue_places import id_in, places, rescue_name, rescued_files
from reisverslag_tui.storage.serialization import from_toml, to_toml
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.timeouts import call_within

_ORIGIN = "gered_van"  # the key of the path of the draft that was rescued
_PLAIN = ".txt"  # the suffix of one that is too large for a draft
_PATIENCE = 0.5  # seconds for each place
_NOWHERE = """\
Opslaan lukte niet, ook niet op een andere plek. Hieronder staat je hele verslag: kopieer het en \
bewaar het zelf.

{text}"""


@dataclass(frozen=True)
class Rescued:
    """A rescued draft, under its own id, and the file it was read from."""

    path: Path
    draft: Draft


@dataclass(frozen=True)
class Unread:
    """A file with the name of a rescued draft, and why it can't be read."""

    path: Path
    error: UnreadableDraft


def rescue_and_explain(draft: Draft, origin: Path) -> str:
    """Rescue a draft that could not be saved at `origin`; return the Dutch message about it."""
    path = rescue(draft, origin)
    if path is None:
        return _NOWHERE.format(text=as_text(draft))
    return f"Opslaan lukte niet. Je verslag staat in {path}{way_on(path)}"


def way_on(path: Path) -> str:
    """Return in Dutch the command that opens a rescued draft; empty for a text file."""
    if path.suffix != ".toml":
        return ""
    return f"\n\nLater ga je daar verder met:\n{command('open', str(path))}"


def rescue(draft: Draft, origin: Path) -> Path | None:
    """Write a draft that could not be saved at `origin` elsewhere; None if no place takes it."""
    suffix, data = as_file(replace(draft, unknown={**draft.unknown, _ORIGIN: _path_text(origin)}))
    return write_somewhere(rescue_name(draft.id, draft.title, suffix), data)


def as_file(draft: Draft) -> tuple[str, bytes]:
    """Return the suffix and content of a draft's file; plain text if it is too large for TOML."""
    try:
        return ".toml", to_toml(draft)
    except StorageError:
        return _PLAIN, as_text(draft).encode()


def as_text(draft: Draft) -> str:
    """Return a draft as plain text that is not wrapped."""
    return render_plain(draft, load_form(draft.form), 0)


def write_somewhere(name: str, data: bytes) -> Path | None:
    """Write a private file in the first place that accepts it; return its path, or None.

    Waits half a second for each place at most. An existing file is never overwritten.
    """
    _lift_limits()
    for place in places(os.environ):
        path = place / name
        with suppress(OSError, StorageError, MemoryError, RuntimeError):
            call_within(_PATIENCE, partial(write_whole, path, data, overwrite=False))
            return path
    return None


def find_rescued(store: DraftStore) -> tuple[list[Rescued], list[Unread]]:
    """Return the rescued drafts of a store, newest first, and the files that can't be read.

    Removes each file whose text is already in the draft or in a version of it.
    """
    found: list[Rescued] = []
    unread: list[Unread] = []
    for path in rescued_files():
        try:
            rescued = _read(path)
        except UnreadableDraft as error:
            if store.has(id_in(path)):
                unread.append(Unread(path, error))
            continue
        if not _is_of(store, rescued):
            continue
        if _is_safe(store, rescued.draft):
            discard(rescued)
        else:
            found.append(rescued)
    found.sort(key=lambda rescued: rescued.draft.modified.astimezone(UTC), reverse=True)
    return found, unread


def put_in(store: DraftStore, rescued: Rescued, now: datetime) -> str:
    """Restore a rescued text into its draft, and return the draft's id; the old text is a version.

    If the draft is in the bin, the text becomes a new draft. Raises ReisverslagError, and then
    the rescued file stays.
    """
    draft = without_origin(rescued.draft)
    if store.path(draft.id).exists():
        store.put_in(draft.id, draft, now)
    else:
        if store.id_taken(draft.id):
            draft = draft.duplicate(new_id(now), draft.title, now)
        store.save(draft)
    discard(rescued)
    return draft.id


def without_origin(draft: Draft) -> Draft:
    """Return a rescued draft without the path of its original."""
    return replace(draft, unknown={k: v for k, v in draft.unknown.items() if k != _ORIGIN})


def _read(path: Path) -> Rescued:
    data, _ = read_bytes(path)
    if path.suffix == _PLAIN:
        raise UnreadableDraft("het is platte tekst, te groot voor een concept")
    draft = from_toml(id_in(path), data)
    origin = draft.unknown.get(_ORIGIN)
    return Rescued(path, replace(draft, id=Path(origin).stem) if isinstance(origin, str) else draft)


def _is_of(store: DraftStore, rescued: Rescued) -> bool:
    """Return whether it was rescued from this store, or does not name its original."""
    try:
        own = store.path(rescued.draft.id)
    except StorageError:
        return False
    return rescued.draft.unknown.get(_ORIGIN, _path_text(own)) == _path_text(own)


def _is_safe(store: DraftStore, draft: Draft) -> bool:
    """Return whether the text is in the draft itself or in a version of it."""
    with suppress(StorageError, UnreadableDraft):
        if store.load(draft.id).same_text(draft):
            return True
    with suppress(StorageError):
        versions = [version.content for version in store.versions(draft.id).all()]
        return any(isinstance(each, Draft) and each.same_text(draft) for each in versions)
    return False


def discard(rescued: Rescued) -> None:
    """Remove a rescued file, for its text is safe elsewhere; one that was changed stays."""
    with suppress(OSError, UnreadableDraft):
        if _read(rescued.path) == rescued:
            rescued.path.unlink()


def _path_text(path: Path) -> str:
    """Return a path as valid text, whatever its bytes."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _lift_limits() -> None:
    """Raise the limits on file size and open files to their hard limits."""
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (hard, hard))
