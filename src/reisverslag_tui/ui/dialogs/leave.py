"""What to do when the user wants to leave and the last changes are not on disk."""

from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

LEAVE = "leave"
"""The answer of someone who wants to leave all the same."""

SAVE_AS = "save-as"
"""The answer of someone who wants to save the report elsewhere."""


class LeaveDialog(ChoiceDialog):
    """Says what would be lost, and why.

    It is dismissed with LEAVE or SAVE_AS, or with anything else to stay. `changed` names the parts
    of the report in which something is not saved, or is empty.
    """

    def __init__(self, reason: str, changed: str) -> None:
        lost = f"je wijzigingen bij {changed}" if changed else "je laatste wijzigingen"
        super().__init__(
            "Niet opgeslagen",
            f"Opslaan lukt niet: {reason}. Ga je nu weg, dan ben je dit kwijt: {lost}.",
            {
                "stay": "Terug naar het verslag",
                SAVE_AS: "Opslaan als",
                LEAVE: "Weggaan zonder opslaan",
            },
        )
