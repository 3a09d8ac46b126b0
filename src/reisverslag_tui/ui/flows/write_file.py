"""Asking for a file, and writing it."""

import asyncio
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from reisverslag_tui.errors import AlreadyExists, StorageError
from reisverslag_tui.storage.atomic import SHARED, write_whole
from reisverslag_tui.storage.locations import user_path
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.path import PathDialog


async def ask_and_write(
    app: App[Any], dialog: tuple[str, str], name: str, data: bytes, mode: int = SHARED
) -> Path | None:
    """Ask for a file, write it, and return where it is; `name` is what is proposed.

    A name without a suffix gets that of the one proposed. Asks before it would replace a file, and
    again if it can't be written; None if the user gives up. `dialog` is a title and a question. To
    be called from a worker: it waits for the user.
    """
    title, question = dialog
    suffix = Path(name).suffix
    while True:
        answer = await app.push_screen_wait(PathDialog(title, question, name))
        if answer is None:
            return None
        path = user_path(answer)
        if not path.suffix and not await run_in_daemon_thread(partial(is_directory, path)):
            path = path.with_name(path.name + suffix)
        problem = await _write(app, path, data, mode)
        if problem is None:
            return path
        question, name = problem, answer


async def _write(app: App[Any], path: Path, data: bytes, mode: int) -> str | None:
    """Write the file, and return what stands in the way if it can't be done."""
    try:
        await asyncio.to_thread(write_whole, path, data, mode=mode, overwrite=False)
    except AlreadyExists:
        return await _replace(app, path, data, mode)
    except StorageError as error:
        if not await run_in_daemon_thread(partial(os.path.exists, path.parent)):
            return f"Dat lukt niet: de map {path.parent} bestaat niet. Kies een andere map."
        return f"Dat lukt niet: {error}. Kies een ander bestand."
    return None


async def _replace(app: App[Any], path: Path, data: bytes, mode: int) -> str | None:
    buttons = {"keep": "Ander bestand kiezen", "replace": "Vervangen"}
    text = f"{path} bestaat al. Wil je het vervangen door dit verslag?"
    if await app.push_screen_wait(ChoiceDialog("Bestand vervangen?", text, buttons)) != "replace":
        return "Kies een ander bestand."
    try:
        await asyncio.to_thread(write_whole, path, data, mode=mode)
    except StorageError as error:
        return f"Dat lukt niet: {error}. Kies een ander bestand."
    return None


def is_directory(path: Path) -> bool:
    """Tell whether there is a directory here; where one may not look there is none."""
    with suppress(OSError):
        return path.is_dir()
    return False
