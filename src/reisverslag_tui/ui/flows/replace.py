"""Putting one word in the place of another in all answers of a report."""

from datetime import datetime

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.finding import find, replaced
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import counted
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

TOO_LARGE = "Dat kan niet: dan wordt het verslag te groot."
REPLACED = "Vervangen. Spijt? Ctrl+Z zet één antwoord terug, {key} het hele verslag."
_LARGEST = 10_000_000  # characters that are put in at once; a draft that holds more is not saved


def fits(count: int, by: str) -> bool:
    """Tell whether `by` can be put in so many times."""
    return count * len(by) <= _LARGEST


async def may_replace(app: App[None], draft: Draft, word: str, by: str) -> bool:
    """Tell how often a word would be replaced, and where, and ask whether that is to be done.

    To be called from a worker: it waits for the user.
    """
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


def replaced_in(draft: Draft, word: str, by: str, now: datetime) -> Draft:
    """Return a draft with `by` in the place of each `word` in an answer to its form."""
    for question in load_form(draft.form).questions:
        text = draft.answers.get(question.id, "")
        draft = draft.answer(question.id, replaced(text, find(text, word, whole=True), by), now)
    return draft
