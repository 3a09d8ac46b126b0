"""Erasing a report from the bin: two questions, and to both the first answer is no."""

from textual.app import App

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.library import Entry, Shelf
from reisverslag_tui.ui.notices import complain

_ERASE = "erase"


class EraseDialog(ChoiceDialog):
    """Says what would be gone; is dismissed with _ERASE, or with anything else to keep it."""

    def __init__(self, name: str, versions: int) -> None:
        earlier = {0: "", 1: " en de eerdere versie ervan"}.get(
            versions, f" en alle {versions} eerdere versies ervan"
        )
        verb = "worden" if versions else "wordt"
        super().__init__(
            "Voorgoed wissen?",
            f"'{name}'{earlier} {verb} gewist. Niets daarvan komt terug. "
            "Wat je hebt afgedrukt of in een ander bestand opgeslagen, blijft bestaan.",
            {"keep": "In de prullenbak laten", _ERASE: "Voorgoed wissen"},
        )


class SurelyEraseDialog(ChoiceDialog):
    """Asks whether it is the right one; is dismissed in the same way."""

    def __init__(self, name: str, told: str) -> None:
        super().__init__(
            "Is dit het goede verslag?",
            f"'{name}'\n{told}\n\nAls je het nu wist, kan niemand het terughalen.",
            {"keep": "Nee, niet wissen", _ERASE: "Ja, nu wissen"},
        )


async def erase(app: App[None], library: Shelf, entry: Entry, versions: int) -> bool:
    """Ask twice, and erase what is in the bin for ever, with so many versions.

    Returns whether that was done. To be called from a worker: it waits for the user.
    """
    item = entry.item
    question = EraseDialog(item.name, versions)
    second_question = SurelyEraseDialog(item.name, entry.state(library.now()))
    for dialog in (question, second_question):
        if await app.push_screen_wait(dialog) != _ERASE:
            return False
    try:
        app.notify(await library.erase(item))
    except ReisverslagError as error:
        complain(app, error)
        return False
    return True
