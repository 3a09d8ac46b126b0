"""Leaving a report whose last changes could not be saved."""

from typing import Any

from textual.app import App

from reisverslag_tui.core.differences import labels
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import file_name
from reisverslag_tui.editing.report import Editing
from reisverslag_tui.editing.rescue import as_file, way_on
from reisverslag_tui.storage.atomic import PRIVATE
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.leave import LEAVE, SAVE_AS, LeaveDialog
from reisverslag_tui.ui.flows.write_file import ask_and_write

_DIALOGS = {
    ".toml": (
        "Opslaan als",
        "Waar wil je je verslag opslaan? Kies liefst een andere schijf of een USB-stick.",
    ),
    ".txt": (
        "Opslaan als",
        "Dit verslag is te groot voor een concept. Het wordt opgeslagen als tekst (.txt). Waar?",
    ),
}


async def may_leave(app: App[Any], saved: Draft, editing: Editing, reason: str) -> bool:
    """Tell whether a report may be left: all of it saved elsewhere, or given up by the user.

    `saved` is what is on disk. To be called from a worker: it waits for the user.
    """
    while True:
        draft = editing.draft
        choice = await app.push_screen_wait(LeaveDialog(reason, what_differs(saved, draft)))
        if choice != SAVE_AS:
            return choice == LEAVE
        if await _saved_elsewhere(app, draft) and editing.draft.same_text(draft):
            return True


def what_differs(earlier: Draft, later: Draft) -> str:
    """Return the parts of a report in which two drafts differ, as one says it: "Doel, Duur"."""
    return ", ".join(labels(earlier, later, load_form(later.form)))


async def _saved_elsewhere(app: App[Any], draft: Draft) -> bool:
    suffix, data = as_file(draft)
    dialog, name = _DIALOGS[suffix], f"~/{file_name(draft.title)}{suffix}"
    path = await ask_and_write(app, dialog, name, data, mode=PRIVATE)
    if path is None:
        return False
    text = f"Je verslag staat in {path}{way_on(path)}"
    await app.push_screen_wait(ChoiceDialog("Opgeslagen", text, {"leave": "Sluiten"}))
    return True
