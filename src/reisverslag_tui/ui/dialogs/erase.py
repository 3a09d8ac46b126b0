"""Whether something is to be erased for ever: two questions, and to both the first answer is no."""

from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

ERASE = "erase"
"""The answer of someone who wants it gone."""


class EraseDialog(ChoiceDialog):
    """Says what would be gone; is dismissed with ERASE, or with anything else to keep it."""

    def __init__(self, name: str, versions: int) -> None:
        earlier = {0: "", 1: " en de eerdere versie ervan"}.get(
            versions, f" en alle {versions} eerdere versies ervan"
        )
        verb = "worden" if versions else "wordt"
        super().__init__(
            "Voorgoed wissen?",
            f"'{name}'{earlier} {verb} gewist. Niets daarvan komt terug. "
            "Wat je hebt afgedrukt of in een ander bestand opgeslagen, blijft bestaan.",
            {"keep": "In de prullenbak laten", ERASE: "Voorgoed wissen"},
        )


class SurelyEraseDialog(ChoiceDialog):
    """Asks whether it is the right one; is dismissed in the same way."""

    def __init__(self, name: str, told: str) -> None:
        super().__init__(
            "Is dit het goede verslag?",
            f"'{name}'\n{told}\n\nAls je het nu wist, kan niemand het terughalen.",
            {"keep": "Nee, niet wissen", ERASE: "Ja, nu wissen"},
        )
