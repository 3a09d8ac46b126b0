"""Opening a report that is open in another window."""

import asyncio
from datetime import datetime

from textual.app import App

from reisverslag_tui.core.dates import when
from reisverslag_tui.errors import InUse, ReisverslagError
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.notices import complain

READ = "read"
"""The answer of someone who only wants to read."""

TAKE_OVER = "take-over"
"""The answer of someone who wants to go on writing here."""


class InUseDialog(ChoiceDialog):
    """Says since when the report is open elsewhere; is dismissed with READ, TAKE_OVER or None."""

    def __init__(self, since: datetime, now: datetime) -> None:
        super().__init__(
            "Al open in een ander venster",
            f"Dit verslag is open in een ander venster, sinds {when(since, now)}. Je kunt het hier "
            "lezen, of hier verder schrijven: dan kan het andere venster alleen nog lezen.",
            {READ: "Alleen lezen", TAKE_OVER: "Hier verder schrijven"},
        )


async def open_in_use(
    app: App[None],
    navigation: Navigation,
    store: DraftStore,
    in_use: InUse,
    draft_id: str,
    now: datetime,
) -> None:
    """Ask whether to read the report or to take it over, and open it so."""
    choice = await app.push_screen_wait(InUseDialog(in_use.since, now))
    try:
        if choice == TAKE_OVER:
            session = await asyncio.to_thread(store.open, draft_id, take_over=True)
            await navigation.show_report(session.draft, session, stored=True)
        elif choice == READ:
            draft = await asyncio.to_thread(store.load, draft_id)
            await navigation.show_report(draft, None, stored=True)
        else:
            await navigation.show_reports()
    except ReisverslagError as error:
        await navigation.show_reports()
        complain(app, error)
