"""Leaving a report whose last changes could not be saved."""

import tempfile
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from textual.app import App

from reisverslag_tui.atomic import PRIVATE, write_whole
from reisverslag_tui.differences import labels
from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import StorageError
from reisverslag_tui.form import load_form
from reisverslag_tui.locations import user_path
from reisverslag_tui.lookup import command
from reisverslag_tui.rendering.plain import render_plain
from reisverslag_tui.serialization import to_toml
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.leave import LEAVE, SAVE_AS, LeaveDialog
from reisverslag_tui.ui.editing import Editing
from reisverslag_tui.ui.writing import ask_and_write, file_name

_AS_DRAFT = (
    "Opslaan als",
    "Waar wil je je verslag opslaan? Kies liefst een andere schijf of een USB-stick.",
)
_AS_TEXT = (
    "Opslaan als",
    "Dit verslag is te groot voor een concept. Het wordt opgeslagen als tekst (.txt). Waar?",
)


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


def rescued(draft: Draft) -> Path | None:
    """Write a draft that can't be saved in its place where it can be: at home, or for the time.

    Returns where it is, or None if nowhere takes it.
    """
    name, data = _whole(draft)
    for place in (user_path("~"), Path(tempfile.gettempdir())):
        with suppress(StorageError):
            path = place / f"{draft.id[:40]}-{token_hex(2)}-{name}"  # an earlier one stays
            write_whole(path, data, mode=PRIVATE, overwrite=False)
            return path
    return None


def tell_rescued(draft: Draft) -> str:
    """Rescue a draft that could not be saved when the program ended, and return what to say."""
    path = rescued(draft)
    if path is None:
        return "Opslaan lukte niet, ook niet op een andere plek. Je laatste wijzigingen zijn weg."
    return f"Opslaan lukte niet. Je verslag staat in {path}{_way_on(path)}"


def _way_on(path: Path) -> str:
    """Return how to go on with a file, if it is a draft."""
    if path.suffix != ".toml":
        return ""
    return f"\n\nLater ga je daar verder met:\n{command('open', str(path))}"


def _whole(draft: Draft) -> tuple[str, bytes]:
    """Return a draft as a file, and its name; as text if it is too large for a draft."""
    name = file_name(draft.title)
    try:
        return f"{name}.toml", to_toml(draft)
    except StorageError:
        return f"{name}.txt", render_plain(draft, load_form(draft.form), 0).encode()


async def _saved_elsewhere(app: App[Any], draft: Draft) -> bool:
    name, data = _whole(draft)
    dialog = _AS_DRAFT if name.endswith(".toml") else _AS_TEXT
    path = await ask_and_write(app, dialog, f"~/{name}", data, mode=PRIVATE)
    if path is None:
        return False
    text = f"Je verslag staat in {path}{_way_on(path)}"
    await app.push_screen_wait(ChoiceDialog("Opgeslagen", text, {"leave": "Sluiten"}))
    return True
