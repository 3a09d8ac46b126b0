"""Putting an earlier version of the open report back, or one answer of it."""

import asyncio
from datetime import datetime

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.screens.versions import VersionsScreen

_DONE = "Teruggezet. Spijt? Kies de bovenste versie en druk op Enter."


async def put_back(app: App[None], view: ReportView, number: int, question_id: str) -> None:
    """Put a version, or one answer of it, in the place of what there is now.

    The report as it was becomes a version itself.
    """
    editing = view.open
    if not editing or not editing.session:
        return
    versions = editing.session.versions
    try:
        earlier = await asyncio.to_thread(versions.load, number)
        await asyncio.to_thread(versions.keep, editing.draft)
        if editing is not view.open:
            return
        editing.change(_put_back(editing.draft, earlier, question_id, view.now()))
        view.show_answers(editing.draft)
        kept = await asyncio.to_thread(versions.all)
    except ReisverslagError as error:
        complain(app, error)
        return
    if isinstance(app.screen, VersionsScreen):
        app.screen.show(editing.draft, kept, view.now())
        app.notify(_DONE)


def _put_back(draft: Draft, earlier: Draft, question_id: str, now: datetime) -> Draft:
    """Return a draft with one answer of an earlier version of it, or with all of that."""
    if question_id:
        return draft.answer(question_id, earlier.answers.get(question_id, ""), now)
    return draft.put_back(earlier, now)
