"""The report that is open: its newest draft, handed to the saver at each change."""

from collections.abc import Callable
from datetime import datetime

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.ui.autosave import Autosaver


class Editing:
    """Changes the draft, and hands each change to the saver.

    A draft that was never stored is stored at its first change; one that may only be read, never.
    """

    def __init__(
        self, draft: Draft, saver: Autosaver, now: Callable[[], datetime], *, stored: bool
    ) -> None:
        self.draft = draft
        self.stored = stored
        self._saver = saver
        self._now = now
        self._handed_over = draft

    def answer(self, question_id: str, text: str) -> bool:
        """Change an answer, and tell whether `text` was another."""
        return self._change(self.draft.answer(question_id, text, self._now()))

    def rename(self, title: str) -> None:
        """Change the title."""
        self._change(self.draft.rename(title))

    def finish(self) -> None:
        """Mark the report as done."""
        self._change(self.draft.finish(self._now()))

    def move(self, place: Place) -> None:
        """Remember where the user is; it is stored with the next change, or on leaving."""
        self.draft = self.draft.moved(place)

    def hand_over(self) -> None:
        """Have stored what is not yet, the place as well, if anything of the draft is."""
        if self.stored and self.draft != self._handed_over:
            self._submit()

    def _change(self, draft: Draft) -> bool:
        if draft is self.draft or draft.read_only:
            return False
        self.draft = draft
        self._submit()
        return True

    def _submit(self) -> None:
        if not self.draft.read_only:
            self.stored = True
            self._handed_over = self.draft
            self._saver.submit(self.draft)
