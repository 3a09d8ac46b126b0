"""Saying that a report is done."""

from pathlib import Path

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.core.new_drafts import title_of
from reisverslag_tui.storage.lookup import command, word_for
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.title import TitleDialog

_NEXT = """\
Bekijk het nog eens in het Voorbeeld. Daar druk je het ook af, of sla je het op als tekst om te \
mailen. Zonder scherm kan dat met:

{command}

Het verslag blijft in je lijst staan: je kunt het altijd openen en wijzigen."""


class FinishedDialog(ChoiceDialog):
    """Says that a report is done; nothing can be taken back any more with Esc."""

    BINDINGS = [keys.STAY]


async def may_finish(app: App[None], draft: Draft, form: Form) -> bool:
    """Ask whether a report with questions left open is done all the same.

    To be called from a worker: it waits for the user.
    """
    missing = draft.unanswered(form)
    if not missing:
        return True
    labels = ", ".join(question.label for question in missing)
    text = f"Nog niet beantwoord: {labels}. In het verslag staat daar '(nog niet ingevuld)'."
    buttons = {"back": "Terug naar de antwoorden", "finish": "Toch afronden"}
    choice = await app.push_screen_wait(ChoiceDialog("Nog niet alles is beantwoord", text, buttons))
    return choice == "finish"


async def ask_title(app: App[None], draft: Draft) -> str:
    """Return the title of a report, which is asked for if nobody has given it one yet.

    To be called from a worker: it waits for the user.
    """
    if draft.title != title_of(draft.created):
        return draft.title
    return await app.push_screen_wait(TitleDialog(draft.title)) or draft.title


async def tell_finished(app: App[None], path: Path) -> str | None:
    """Say that the report at `path` is done; return "preview" or "leave" if chosen."""
    buttons = {"preview": "Voorbeeld", "leave": "Naar mijn verslagen", "stay": "Hier blijven"}
    text = _NEXT.format(command=command("print", word_for(path)))
    return await app.push_screen_wait(FinishedDialog("Je verslag is afgerond", text, buttons))
