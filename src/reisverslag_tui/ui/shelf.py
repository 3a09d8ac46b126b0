"""What can be done with a report that is not open; every method leaves the disk to a thread."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import example_report, load_form
from reisverslag_tui.importing import import_report
from reisverslag_tui.storage import Broken, DraftStore, new_draft, new_id
from reisverslag_tui.versions import Version

_EXAMPLE = "voorbeeld"


class Shelf:
    """The reports in a store.

    Methods that change something return a Dutch sentence that says what was done; they raise
    ReisverslagError, and then have changed nothing.
    """

    def __init__(self, store: DraftStore, now: Callable[[], datetime]) -> None:
        self._store = store
        self.now = now
        self._thrown_away: list[Draft] = []

    async def reports(self) -> tuple[list[Draft], list[Broken]]:
        """Return all reports, the last changed first, and the files that can't be read."""
        return await asyncio.to_thread(self._store.drafts)

    async def load(self, draft_id: str) -> Draft:
        """Return a report as it is on disk now."""
        return await asyncio.to_thread(self._store.load, draft_id)

    async def versions(self, draft_id: str) -> list[Version]:
        """Return the earlier versions of a report, the newest first."""
        return await asyncio.to_thread(self._store.versions(draft_id).all)

    async def example(self) -> Draft:
        """Return the example report, a report of the user's own to try things on."""
        return await asyncio.to_thread(self._example)

    def _example(self) -> Draft:
        drafts, _ = self._store.drafts()
        for draft in drafts:
            if draft.id == _EXAMPLE:
                return draft
        answers = import_report(example_report(), load_form(), "het voorbeeld").answers
        example = replace(
            new_draft("Voorbeeld: Barcelona", self.now()), id=_EXAMPLE, answers=answers
        )
        self._store.save(example)
        return example

    async def rename(self, draft: Draft, title: str) -> str:
        """Give a report another title."""
        renamed = await asyncio.to_thread(
            self._store.change, draft.id, lambda stored: stored.rename(title)
        )
        return f"Het verslag heet nu '{renamed.name}'."

    async def duplicate(self, draft: Draft) -> Draft:
        """Store a copy of a report, as one that was begun just now, and return it."""
        now = self.now()
        original = await self.load(draft.id)
        copy = original.duplicate(new_id(now), f"{draft.name} (kopie)", now)
        await asyncio.to_thread(self._store.save, copy)
        return copy

    async def throw_away(self, draft: Draft) -> str:
        """Move a report to the bin."""
        await asyncio.to_thread(self._store.throw_away, draft.id)
        self._thrown_away.append(draft)
        return f"'{draft.name}' ligt in de prullenbak. Terughalen: Ctrl+Z."

    async def take_back(self) -> str:
        """Take the report back that was last thrown away since the program began, if any."""
        if not self._thrown_away:
            return "Je hebt nu niets weggegooid. Wat er eerder lag: reisverslag lijst --prullenbak"
        draft = self._thrown_away[-1]
        await asyncio.to_thread(self._store.take_back, draft.id)
        self._thrown_away.pop()
        return f"'{draft.name}' staat weer in de lijst."
