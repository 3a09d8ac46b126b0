"""From the preview to a file or the clipboard."""

from typing import Any

from textual.app import App

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import Form
from reisverslag_tui.rendering.plain import render_plain
from reisverslag_tui.ui.writing import ask_and_write, file_name

_TO_FILE = (
    "Opslaan als tekst",
    "Het verslag wordt platte tekst, regels afgebroken op 80 tekens. In welk bestand?",
)


async def print_to_file(app: App[Any], draft: Draft, form: Form) -> None:
    """Ask for a file, and write the report there; asks before it would replace one.

    To be called from a worker: it waits for the user.
    """
    name = f"~/{file_name(draft.title)}.txt"
    path = await ask_and_write(app, _TO_FILE, name, render_plain(draft, form).encode())
    if path:
        app.notify(f"Het verslag staat in {path}")


def copy_to_clipboard(app: App[Any], draft: Draft, form: Form) -> None:
    """Send the report to the clipboard; a terminal never says whether it took it."""
    app.copy_to_clipboard(render_plain(draft, form))
    app.notify(
        "De tekst is naar het klembord gestuurd. Niet elke terminal neemt dat aan: "
        "plak om het te controleren, of bewaar het verslag met O in een bestand.",
        timeout=10,
    )
