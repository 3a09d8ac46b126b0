"""What can be done with a report that is not open; every method leaves the disk to a thread."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import Form, example_report
from reisverslag_tui.importing import import_report
from reisverslag_tui.storage import Broken, DraftStore, new_draft, new_id


class Shelf:
    """The reports in a store.

    Methods that change something return a Dutch sentence that says what was done; they raise
    ReisverslagError, and then have changed nothing.
    """

    def __init__(self, store: DraftStore, form: Form, now: Callable[[], datetime]) -> None:
        self._store = store
        self._form = form
        self.now = now
        self._thrown_away: list[Draft] = []

    async def reports(self) -> tuple[list[Draft], list[Broken]]:
        """Return all reports, the last changed first, and the files that can't be read."""
        return await asyncio.to_thread(self._store.drafts)

    def blank(self) -> Draft:
        """Return a new report, nowhere stored yet."""
        return new_draft("", self.now())

    async def example(self) -> Draft:
        """Store the example report as a report of the user's own, to try things on."""
        now = self.now()
        imported = import_report(example_report(), self._form, "het voorbeeld")
        draft = replace(new_draft("Voorbeeld: Barcelona", now), answers=imported.answers)
        await asyncio.to_thread(self._store.save, draft)
        return draft

    async def rename(self, draft: Draft, title: str) -> str:
        """Give a report another title."""
        newest = await asyncio.to_thread(self._store.load, draft.id)
        renamed = newest.rename(title, self.now())
        await asyncio.to_thread(self._store.save, renamed)
        return f"Het verslag heet nu '{renamed.title}'."

    async def duplicate(self, draft: Draft) -> str:
        """Store a copy of a report, as one that was begun just now."""
        now = self.now()
        title = f"{draft.name} (kopie)"
        copy = replace(draft, id=new_id(now), title=title, created=now, modified=now, finished=None)
        await asyncio.to_thread(self._store.save, copy)
        return f"Er is een kopie: '{title}'."

    async def throw_away(self, draft: Draft) -> str:
        """Move a report to the bin."""
        await asyncio.to_thread(self._store.throw_away, draft.id)
        self._thrown_away.append(draft)
        return f"'{draft.name}' ligt in de prullenbak. Terughalen: Ctrl+Z."

    async def take_back(self) -> str:
        """Take the report back that was last thrown away since the program began, if any."""
        if not self._thrown_away:
            return "Er is niets om terug te halen."
        draft = self._thrown_away[-1]
        await asyncio.to_thread(self._store.take_back, draft.id)
        self._thrown_away.pop()
        return f"'{draft.name}' staat weer in de lijst."
