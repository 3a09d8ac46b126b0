"""What is sought, for as long as the program runs."""

from dataclasses import dataclass


@dataclass
class LastSearch:
    """The word that was last sought, and the one that was to come in its place."""

    word: str = ""
    by: str = ""
