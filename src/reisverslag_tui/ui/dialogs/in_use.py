"""What to do with a report that is open in another window."""

from datetime import datetime

from reisverslag_tui.core.dates import when
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog

READ = "read"
"""The answer of someone who only wants to read."""

TAKE_OVER = "take-over"
"""The answer of someone who wants to go on writing here."""


class InUseDialog(ChoiceDialog):
    """Says since when the report is open elsewhere; is dismissed with READ, TAKE_OVER or None."""

    def __init__(self, since: datetime, now: datetime) -> None:
        super().__init__(
            "Al open in een ander venster",
            f"Dit verslag is open in een ander venster, sinds {when(since, now)}. Je kunt het hier "
            "lezen, of hier verder schrijven: dan kan het andere venster alleen nog lezen.",
            {READ: "Alleen lezen", TAKE_OVER: "Hier verder schrijven"},
        )


class TakenOverDialog(ChoiceDialog):
    """Says that another window has taken the report over; dismissed with READ or TAKE_OVER.

    `kept` says where to find what was typed here.
    """

    def __init__(self, kept: str) -> None:
        super().__init__(
            "Overgenomen in een ander venster",
            "Je schrijft nu verder in een ander venster. Hier kun je dit verslag alleen lezen. "
            f"{kept}",
            {READ: "Hier alleen lezen", TAKE_OVER: "Hier verder schrijven"},
        )
