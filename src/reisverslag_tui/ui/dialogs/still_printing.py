"""What to do while a report is still on its way to a printer."""

from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

STAY = "stay"
"""The answer of someone who does not want to stop after all."""


class StillPrintingDialog(ChoiceDialog):
    """Says what is waited for; is dismissed with STAY or None, or with anything else to stop."""

    def __init__(self) -> None:
        super().__init__(
            "Nog bezig met afdrukken",
            "Je verslag gaat nog naar de printer. Daarna stopt het programma vanzelf. Stop je nu, "
            "dan gaat het verslag alsnog in zijn geheel, maar hoor je niet of dat is gelukt.",
            {STAY: "Toch niet stoppen", "leave": "Nu stoppen"},
        )
