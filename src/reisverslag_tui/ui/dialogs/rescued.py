"""What to do with text that was rescued when a report could not be saved."""

from datetime import datetime

from reisverslag_tui.core.dates import when
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

LOOK = "look"
"""The answer of someone who wants to read it first."""

PUT_IN = "put-in"
"""The answer of someone who wants it in the report."""


class RescuedDialog(ChoiceDialog):
    """Says which text was rescued; is dismissed with LOOK or PUT_IN, or with anything else.

    `changed` names the parts in which it differs from the report, and is empty if there is none.
    Earlier versions are found with the key `versions`.
    """

    def __init__(self, draft: Draft, changed: str, now: datetime, versions: str) -> None:
        differs = f" Anders dan in het verslag is: {changed}." if changed else ""
        super().__init__(
            "Geredde tekst",
            f"Je laatste wijzigingen in '{draft.name}' konden niet worden opgeslagen. De tekst van "
            f"{when(draft.modified, now)} is wel gered.{differs} Zet je die in het verslag, dan "
            f"vind je wat er nu staat met {versions}.",
            {LOOK: "Bekijken", PUT_IN: "In het verslag zetten", "later": "Later"},
        )
