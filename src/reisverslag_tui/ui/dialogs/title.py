"""What a report is to be called."""

from reisverslag_tui.ui.dialogs.line import LineDialog


class TitleDialog(LineDialog):
    """Asks for a title."""

    def __init__(self, title: str) -> None:
        super().__init__(
            "Titel van het verslag",
            "Een korte naam waaraan je dit verslag herkent. Hij komt niet in het verslag.",
            title,
            "Opslaan",
        )
