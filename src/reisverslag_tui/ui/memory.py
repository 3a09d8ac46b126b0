"""The habits of the user, for as long as the program runs."""

from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.ui_state import Habits, load_habits, save_habits


class Memory:
    """Holds the habits: whoever changes one puts other `habits` in the place of these."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stored = load_habits(path)
        self.habits: Habits = self._stored

    def save(self) -> None:
        """Write what changed here, and leave the rest as another window may have written it.

        A disk that refuses is left at that: a habit is soon learnt anew.
        """
        changed = dict(asdict(self.habits).items() - asdict(self._stored).items())
        if changed:
            with suppress(StorageError):
                save_habits(self._path, replace(load_habits(self._path), **changed))
                self._stored = self.habits
