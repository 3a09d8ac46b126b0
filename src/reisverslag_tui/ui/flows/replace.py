"""Putting one word in the place of another in all answers of a report."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.finding import find, replaced
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import counted
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.screens.find_in_answers import TOO_LARGE, FindInAnswers, fits

_REPLACED = "Vervangen. Spijt? Ctrl+Z zet één antwoord terug, {key} het hele verslag."


async def replace_everywhere(
    app: App[None], view: ReportView, key_label: Callable[[str], str], word: str, by: str
) -> None:
    """Replace a word in all answers, once the user agrees; a version keeps what was there.

    To be called from a worker: it waits for the user.
    """
    if not (editing := view.open):
        return
    view.take_all()
    if not await _may_replace(app, editing.draft, word, by) or not editing.session:
        return
    try:
        await asyncio.to_thread(editing.session.versions.keep, editing.draft)
    except ReisverslagError as error:
        complain(app, error)
        return
    if editing is not view.open:
        return
    view.take_all()
    if editing.change(_replaced_in(editing.draft, word, by, view.now())):
        view.show_answers(editing.draft)
        if isinstance(app.screen, FindInAnswers) and app.screen.finding:
            app.screen.action_close_find()
        app.notify(_REPLACED.format(key=key_label("versies")))


async def _may_replace(app: App[None], draft: Draft, word: str, by: str) -> bool:
    """Tell how often a word would be replaced, and where, and ask whether that is to be done."""
    counts = {
        question.label: len(find(draft.answers.get(question.id, ""), word, whole=True))
        for question in load_form(draft.form).questions
    }
    total, answers = sum(counts.values()), sum(map(bool, counts.values()))
    if not total:
        app.notify("Niets gevonden.")
        return False
    if not fits(total, by):
        app.notify(TOO_LARGE, severity="warning")
        return False
    where = "\n".join(f"{label}: {count}" for label, count in counts.items() if count)
    title = f"{total} keer vervangen in {counted(answers, 'antwoord', 'antwoorden')}?"
    what = f"'{word}' wordt '{by}'." if by else f"'{word}' verdwijnt."
    buttons = {"back": "Laat maar", "replace": "Vervangen"}
    choice = await app.push_screen_wait(ChoiceDialog(title, f"{what}\n{where}", buttons))
    return choice == "replace"


def _replaced_in(draft: Draft, word: str, by: str, now: datetime) -> Draft:
    """Return a draft with `by` in the place of each `word` in an answer to its form."""
    for question in load_form(draft.form).questions:
        text = draft.answers.get(question.id, "")
        draft = draft.answer(question.id, replaced(text, find(text, word, whole=True), by), now)
    return draft
