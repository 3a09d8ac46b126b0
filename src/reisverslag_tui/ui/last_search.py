"""The last search, remembered while the program runs."""

from dataclasses import dataclass


@dataclass
class LastSearch:
    """The words last typed in the lines of the find bar."""

    word: str = ""
    replacement: str = ""
