"""The habits of the user, for as long as the program runs."""

from contextlib import suppress
from pathlib import Path

from reisverslag_tui.errors import StorageError
from reisverslag_tui.habits import Habits, load_habits, save_habits


class Memory:
    """Holds the habits: whoever changes one puts other `habits` in the place of these."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stored = load_habits(path)
        self.habits: Habits = self._stored

    def save(self) -> None:
        """Write what changed; a disk that refuses is left at that: a habit is soon learnt anew."""
        if self.habits != self._stored:
            with suppress(StorageError):
                save_habits(self._path, self.habits)
                self._stored = self.habits
