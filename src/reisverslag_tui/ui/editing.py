"""The report that is open: its newest draft, and the saver that keeps the file up with it."""

from collections.abc import Callable
from datetime import datetime

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.ui.autosave import Autosaver, Outcome

_PATIENCE = 5.0  # seconds that leaving waits for the disk


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

    @property
    def pending(self) -> bool:
        """Whether a change is not on disk yet."""
        return self._saver.pending

    def answer(self, question_id: str, text: str) -> bool:
        """Change an answer, and tell whether `text` was another."""
        before = self.draft
        self._change(before.answer(question_id, text, self._now()))
        return self.draft is not before

    def rename(self, title: str) -> None:
        """Change the title."""
        self._change(self.draft.rename(title, self._now()))

    def finish(self) -> None:
        """Mark the report as done."""
        self._change(self.draft.finish(self._now()))

    def move(self, place: Place) -> None:
        """Remember where the user is; it is stored with the next change, or on leaving."""
        self.draft = self.draft.moved(place)

    def save(self) -> Outcome | None:
        """Store everything now, also the place; None for a draft there is nothing of to store."""
        if self.stored and self.draft != self._handed_over:
            self._hand_over()
        return self._saver.flush(_PATIENCE)

    def close(self) -> None:
        """Stop the saver, after a last try."""
        self._saver.close(_PATIENCE)

    def _change(self, draft: Draft) -> None:
        if draft is not self.draft and not draft.read_only:
            self.draft = draft
            self._hand_over()

    def _hand_over(self) -> None:
        if not self.draft.read_only:
            self.stored = True
            self._handed_over = self.draft
            self._saver.submit(self.draft)
