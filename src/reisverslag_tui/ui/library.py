"""What can be done with a report that is not open; every method leaves the disk to a thread."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from threading import Lock
from typing import Any

from reisverslag_tui.core.dates import ago
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import example_report, load_form
from reisverslag_tui.core.new_drafts import new_draft, new_id
from reisverslag_tui.core.search import SearchableReport
from reisverslag_tui.core.sorting import Order
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import AlreadyExists, UnreadableDraft
from reisverslag_tui.report.importing import import_report
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.storage.versions import Version

_EXAMPLE = "voorbeeld"
_FEW = 100


@dataclass(frozen=True)
class Entry:
    """A report, or a file that can't be read, and its text made ready to be searched.

    `distinction` tells it apart from others with the same title; empty if there are none.
    """

    item: Draft | Broken
    sought: SearchableReport
    distinction: str = ""

    def state(self, now: datetime) -> str:
        """Return in Dutch how far it is, and when it was changed; or why it can't be read."""
        item = self.item
        if isinstance(item, Broken):
            return f"onleesbaar · {item.error}"
        state = f"{item.progress(load_form(item.form))} · {ago(item.modified, now)}"
        return f"{self.distinction} · {state}" if self.distinction else state

    def key(self, order: Order) -> tuple[Any, ...]:
        """Return what entries are compared by in this order; what can't be read comes last."""
        item = self.item
        return (True,) if isinstance(item, Broken) else (False, *order.key(item))


class Shelf:
    """The reports in a store.

    Methods that change something return a Dutch sentence that says what was done; they raise
    ReisverslagError, and then have changed nothing.
    """

    def __init__(self, store: DraftStore, now: Callable[[], datetime]) -> None:
        self._store = store
        self.now = now
        self._thrown_away: list[Draft] = []
        self._reading = Lock()
        self._asked = 0

    async def newest(self, count: int) -> list[Entry]:
        """Return so many of the reports, those that were written last, for a first look.

        It is an empty list if there are so few that all are read as soon.
        """
        drafts = await asyncio.to_thread(self._store.newest, count, _FEW)
        return await asyncio.to_thread(_entries, drafts)

    async def reports(self) -> list[Entry]:
        """Return all reports, and the files that can't be read."""
        self._asked += 1
        return await asyncio.to_thread(self._read, self._asked)

    def _read(self, asked: int) -> list[Entry]:
        """Read, unless that was asked anew meanwhile: then nobody waits for this any more."""
        with self._reading:
            if asked != self._asked:
                return []
            drafts, broken = self._store.drafts()
            return _entries([*drafts, *broken])

    async def entry(self, draft: Draft) -> Entry:
        """Return a report as it is listed, without a look at the disk."""
        return (await asyncio.to_thread(_entries, [draft]))[0]

    async def binned(self) -> list[Entry]:
        """Return what is in the bin, the last changed first."""
        drafts, broken = await asyncio.to_thread(self._store.binned)
        return await asyncio.to_thread(_entries, [*drafts, *broken])

    async def load(self, draft_id: str) -> Draft:
        """Return a report as it is on disk now."""
        return await asyncio.to_thread(self._store.load, draft_id)

    async def versions(self, draft_id: str) -> list[Version]:
        """Return the earlier versions of a report, the newest first."""
        return await asyncio.to_thread(self._store.versions(draft_id).all)

    async def put_back(self, draft_id: str, number: int) -> str:
        """Put an earlier version in the place of a report, damaged or not."""
        await asyncio.to_thread(self._store.put_back, draft_id, number, self.now())
        return f"Versie {number} is teruggezet."

    async def example(self) -> Draft:
        """Return the example report, a report of the user's own to try things on."""
        return await asyncio.to_thread(self._example)

    def _example(self) -> Draft:
        """Return the example there is, or store one by a name that is free, in the bin too."""
        names = (_EXAMPLE if number == 1 else f"{_EXAMPLE}-{number}" for number in count(1))
        for name in names:
            with suppress(UnreadableDraft):
                return self._store.load(name)
            if not self._store.id_taken(name):
                break
        answers = import_report(example_report(), load_form(), "het voorbeeld").answers
        example = replace(new_draft("Voorbeeld: Barcelona", self.now()), id=name, answers=answers)
        self._store.save(example)
        return example

    async def rename(self, draft: Draft, title: str) -> str:
        """Give a report another title."""
        renamed = await asyncio.to_thread(
            self._store.change, draft.id, lambda stored: stored.rename(title)
        )
        return f"Het verslag heet nu '{renamed.name}'."

    async def begin_with(self, draft: Draft, title: str) -> Draft:
        """Store a new report that begins with the answers of another, and return it."""
        now = self.now()
        original = await self.load(draft.id)
        begun = replace(original.duplicate(new_id(now), title, now), place=None)
        await asyncio.to_thread(self._store.save, begun)
        return begun

    async def throw_away(self, draft: Draft) -> str:
        """Move a report to the bin."""
        await asyncio.to_thread(self._store.throw_away, draft.id)
        self._thrown_away.append(draft)
        return f"'{draft.name}' ligt in de prullenbak."

    @property
    def last_thrown_away(self) -> Draft | None:
        """What was last thrown away since the program began, if it was not taken back."""
        return self._thrown_away[-1] if self._thrown_away else None

    async def take_back(self, item: Draft | Broken) -> str:
        """Move a report from the bin back to the others."""
        try:
            await asyncio.to_thread(self._store.take_back, item.id)
        except AlreadyExists as error:
            raise AlreadyExists(
                f"er staat al een verslag met de naam {item.id}.toml tussen je verslagen. "
                "Dit blijft in de prullenbak"
            ) from error
        self._forget(item)
        return f"'{item.name}' staat weer tussen je verslagen."

    async def versions_of_binned(self, item: Draft | Broken) -> int:
        """Return how many earlier versions would be erased with what is in the bin."""
        return len(await asyncio.to_thread(self._store.versions_to_erase, item.id))

    async def erase(self, item: Draft | Broken) -> str:
        """Erase what is in the bin for ever, with its earlier versions."""
        await asyncio.to_thread(self._store.erase, item.id)
        self._forget(item)
        return f"'{item.name}' is gewist."

    def _forget(self, item: Draft | Broken) -> None:
        self._thrown_away = [draft for draft in self._thrown_away if draft.id != item.id]


def _entries(items: Sequence[Draft | Broken]) -> list[Entry]:
    """Return reports made ready to be searched, the answers in the order of the form."""
    ids: dict[str, list[str]] = {}
    for item in items:
        ids.setdefault(item.name.casefold(), []).append(item.id)
    found = {each: text for same in ids.values() for each, text in distinctions(same).items()}
    return [Entry(item, _sought(item), found[item.id]) for item in items]


def distinctions(ids: Sequence[str]) -> dict[str, str]:
    """Return by what each of the reports with one title is known; "" for one that is alone.

    That is its id, or what a sync client has put behind the id of the report it is a copy of.
    """
    if len(ids) == 1:
        return {ids[0]: ""}
    known = {*ids}
    short = {draft_id: _behind_original(draft_id, known) for draft_id in ids}
    used = Counter(short.values())
    return {
        draft_id: clean_line(text if used[text] == 1 else draft_id)
        for draft_id, text in short.items()
    }


def _behind_original(draft_id: str, ids: set[str]) -> str:
    """Return what comes after the longest of these ids that an id begins with, or all of it."""
    for end in range(len(draft_id) - 1, 0, -1):
        if draft_id[:end] in ids:
            return f"…{draft_id[end:]}"
    return draft_id


def _sought(item: Draft | Broken) -> SearchableReport:
    if isinstance(item, Broken):
        return SearchableReport(item.name, {})
    asked = [question.id for question in load_form(item.form).questions]
    first = {key: item.answers[key] for key in asked if key in item.answers}
    return SearchableReport(item.title, {**first, **item.answers})
