"""What to do when the user wants to leave and the last changes are not on disk."""

from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

LEAVE = "leave"
"""The answer of someone who wants to leave all the same."""


class LeaveDialog(ChoiceDialog):
    """Says what would be lost, and why; is dismissed with LEAVE, or with anything else to stay."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "Niet opgeslagen",
            f"Je laatste wijzigingen zijn niet opgeslagen: {reason}. Als je nu stopt ben je die "
            "kwijt. Bewaar het verslag eerst ergens anders: in het Voorbeeld (F3) met O.",
            {"stay": "Terug naar het verslag", LEAVE: "Stoppen zonder opslaan"},
        )
