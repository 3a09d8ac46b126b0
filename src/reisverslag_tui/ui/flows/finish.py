"""Saying that a report is done."""

from pathlib import Path

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.core.new_drafts import title_of
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.storage.lookup import command, word_for
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.report_view import ReportView

_NEXT = """\
Bekijk het nog eens in het Voorbeeld. Daar druk je het ook af, of sla je het op als tekst om te \
mailen. Zonder scherm kan dat met:

{command}

Het verslag blijft in je lijst staan: je kunt het altijd openen en wijzigen."""


class FinishedDialog(ChoiceDialog):
    """Says that a report is done; nothing can be taken back any more with Esc."""

    BINDINGS = bindings.of(bindings.STAY)


async def finish(app: App[None], view: ReportView, navigation: Navigation, path: Path) -> None:
    """Mark the open report, which is at `path`, as finished, and say what comes next.

    To be called from a worker: it waits for the user.
    """
    editing = view.open
    if not editing or not await _may_finish(app, editing.draft, view.form):
        return
    title = await _title(app, editing.draft)
    if not editing.change(editing.draft.rename(title).finish(view.now())):
        return
    view.show_draft(editing.draft)
    if isinstance(outcome := await view.saved(), Failed):
        app.notify(outcome.told, severity="error")
        return
    text = _NEXT.format(command=command("print", word_for(path)))
    buttons = {"preview": "Voorbeeld", "leave": "Naar mijn verslagen", "stay": "Hier blijven"}
    choice = await app.push_screen_wait(FinishedDialog("Je verslag is afgerond", text, buttons))
    if choice == "preview":
        await navigation.show_preview()
    elif choice == "leave":
        await navigation.leave_report()


async def _may_finish(app: App[None], draft: Draft, form: Form) -> bool:
    """Ask whether a report with questions left open is done all the same."""
    missing = draft.unanswered(form)
    if not missing:
        return True
    labels = ", ".join(question.label for question in missing)
    text = f"Nog niet beantwoord: {labels}. In het verslag staat daar '(nog niet ingevuld)'."
    buttons = {"back": "Terug naar de antwoorden", "finish": "Toch afronden"}
    choice = await app.push_screen_wait(ChoiceDialog("Nog niet alles is beantwoord", text, buttons))
    return choice == "finish"


async def _title(app: App[None], draft: Draft) -> str:
    """Return the title of a report, which is asked for if nobody has given it one yet."""
    if draft.title != title_of(draft.created):
        return draft.title
    return await app.push_screen_wait(TitleDialog(draft.title)) or draft.title
