"""Leaving: a report that could not be saved, the program while it prints."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App

from reisverslag_tui.core.differences import labels
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import file_name
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.editing.rescue import as_file, way_on
from reisverslag_tui.storage.atomic import PRIVATE
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.dialog import Dialog
from reisverslag_tui.ui.flows.export import Printing
from reisverslag_tui.ui.flows.write_file import ask_and_write

_MOMENT = 0.05  # seconds between two looks at what is being printed
_LEAVE, _SAVE_AS, _STAY = "leave", "save-as", "stay"
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


class LeaveDialog(ChoiceDialog):
    """Says what would be lost, and why.

    It is dismissed with _LEAVE or _SAVE_AS, or with anything else to stay. `changed` names the
    parts of the report in which something is not saved, or is empty.
    """

    def __init__(self, reason: str, changed: str) -> None:
        lost = f"je wijzigingen bij {changed}" if changed else "je laatste wijzigingen"
        super().__init__(
            "Niet opgeslagen",
            f"Opslaan lukt niet: {reason}. Ga je nu weg, dan ben je dit kwijt: {lost}.",
            {
                "stay": "Terug naar het verslag",
                _SAVE_AS: "Opslaan als",
                _LEAVE: "Weggaan zonder opslaan",
            },
        )


class StillPrintingDialog(ChoiceDialog):
    """Says what is waited for; is dismissed with _STAY or None, or with anything else to stop."""

    def __init__(self) -> None:
        super().__init__(
            "Nog bezig met afdrukken",
            "Je verslag gaat nog naar de printer. Daarna stopt het programma vanzelf. Stop je nu, "
            "dan gaat het verslag alsnog in zijn geheel, maar hoor je niet of dat is gelukt.",
            {_STAY: "Toch niet stoppen", "leave": "Nu stoppen"},
        )


async def leave_unsaved(
    app: App[Any], editing: OpenReport, outcome: Failed, go: Callable[[], Awaitable[None]]
) -> None:
    """Go, if the user gives up what could not be saved, or has saved it elsewhere.

    To be called from a worker: it waits for the user.
    """
    if editing.session and await _may_leave(app, editing.session.draft, editing, outcome.reason):
        editing.abandon()
        await go()


def dialog_is_open(app: App[Any]) -> bool:
    """Return whether a dialog waits for an answer, be it below its help."""
    return any(isinstance(screen, Dialog) for screen in app.screen_stack)


async def _may_leave(app: App[Any], saved: Draft, editing: OpenReport, reason: str) -> bool:
    """Return whether all of a report is saved elsewhere, or is given up by the user."""
    while True:
        draft = editing.draft
        choice = await app.push_screen_wait(LeaveDialog(reason, what_differs(saved, draft)))
        if choice != _SAVE_AS:
            return choice == _LEAVE
        if await _saved_elsewhere(app, draft) and editing.draft.same_text(draft):
            return True


async def end_when_printed(app: App[Any], printing: Printing) -> None:
    """Wait until a printer has its job, and end; the user may do so at once, or go back.

    To be called from a worker.
    """
    dialog = StillPrintingDialog()
    answered = app.push_screen(dialog, wait_for_dismiss=True)
    while printing.busy and not answered.done():
        await asyncio.sleep(_MOMENT)
    dialog.answer("")
    if await answered not in (_STAY, None):
        app.exit()


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
