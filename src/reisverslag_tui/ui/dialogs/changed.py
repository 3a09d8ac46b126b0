"""What to do when the file of an open report was changed by something else."""

from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

BOTH = "both"
"""The answer of someone who wants two reports."""

MINE = "mine"
"""The answer of someone for whom the text in this window counts."""

THEIRS = "theirs"
"""The answer of someone for whom the text in the file counts."""


class ChangedDialog(ChoiceDialog):
    """Says what became of the file; is dismissed with BOTH, MINE or THEIRS, or None.

    `problem` says why the file can't be read, if it can't; else `changed` names the parts in which
    the two texts differ. Earlier versions are found with the key `versions`.
    """

    BINDINGS = [keys.KEEP_BOTH]

    def __init__(self, changed: str, problem: str, versions: str) -> None:
        what = f"Anders is: {changed}. " if changed else ""
        buttons = {BOTH: "Beide, als twee verslagen", MINE: "De tekst van dit venster"}
        if problem:
            what = f"Het bestand kan nu niet gelezen worden: {problem}. "
        else:
            buttons[THEIRS] = "De tekst uit het bestand"
        super().__init__(
            "Elders gewijzigd",
            f"Dit verslag is buiten dit venster gewijzigd. {what}Welke tekst wil je houden? De "
            f"andere vind je met {versions}. Esc: beide.",
            buttons,
        )
