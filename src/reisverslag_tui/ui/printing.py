"""From the preview to a file or the clipboard."""

import asyncio
import re
from pathlib import Path
from typing import Any

from textual.app import App

from reisverslag_tui.atomic import SHARED, write_whole
from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import AlreadyExists, StorageError
from reisverslag_tui.form import Form
from reisverslag_tui.locations import user_path
from reisverslag_tui.rendering.plain import render_plain
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.line import LineDialog

_EXPLANATION = "Het verslag wordt platte tekst, regels afgebroken op 80 tekens. In welk bestand?"


async def print_to_file(app: App[Any], draft: Draft, form: Form) -> None:
    """Ask for a file, and write the report there; asks before it would replace one.

    To be called from a worker: it waits for the user.
    """
    question, name = _EXPLANATION, f"~/{_file_name(draft.title)}.txt"
    data = render_plain(draft, form).encode()
    while True:
        answer = await app.push_screen_wait(
            LineDialog("Opslaan als tekst", question, name, "Opslaan")
        )
        if answer is None:
            return
        path = user_path(answer)
        problem = await _write(app, path, data)
        if problem is None:
            app.notify(f"Het verslag staat in {path}")
            return
        question, name = problem, answer


async def _write(app: App[Any], path: Path, data: bytes) -> str | None:
    """Write the file, and return what stands in the way if it can't be done."""
    try:
        await asyncio.to_thread(write_whole, path, data, mode=SHARED, overwrite=False)
    except AlreadyExists:
        return await _replace(app, path, data)
    except StorageError as error:
        return f"Dat lukt niet: {error}. Kies een ander bestand."
    return None


async def _replace(app: App[Any], path: Path, data: bytes) -> str | None:
    buttons = {"keep": "Ander bestand kiezen", "replace": "Vervangen"}
    text = f"{path} bestaat al. Wil je het vervangen door dit verslag?"
    if await app.push_screen_wait(ChoiceDialog("Bestand vervangen?", text, buttons)) != "replace":
        return "Kies een ander bestand."
    try:
        await asyncio.to_thread(write_whole, path, data, mode=SHARED)
    except StorageError as error:
        return f"Dat lukt niet: {error}. Kies een ander bestand."
    return None


def _file_name(title: str) -> str:
    """Return a title as a name that every file system takes."""
    return re.sub(r"[^\w.-]+", "-", title).strip("-.")[:60] or "verslag"


def copy_to_clipboard(app: App[Any], draft: Draft, form: Form) -> None:
    """Send the report to the clipboard; a terminal never says whether it took it."""
    app.copy_to_clipboard(render_plain(draft, form))
    app.notify(
        "De tekst is naar het klembord gestuurd. Niet elke terminal neemt dat aan: "
        "plak om het te controleren, of bewaar het verslag met O in een bestand.",
        timeout=10,
    )
