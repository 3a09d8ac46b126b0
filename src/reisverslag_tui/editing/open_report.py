"""The report that is open: its newest draft, autosaved at each change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.editing.autosave import Autosaver, Outcome
from reisverslag_tui.storage.session import Session


class OpenReport:
    """A draft that is being changed; each change is saved in a thread.

    A new draft is stored at its first change. Without a session the report is read-only.
    `notify` is called in that thread after every attempt to save. `pause` returns the seconds
    between two saves.
    """

    def __init__(
        self,
        draft: Draft,
        session: Session | None,
        notify: Callable[["OpenReport", Outcome], None],
        now: Callable[[], datetime],
        *,
        stored: bool,
        pause: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self.draft = draft
        self.session = session
        self.stored = stored
        self.stale_since: datetime | None = None
        self._now = now
        self._handed_over = draft
        self._saver: Autosaver | None = None
        if session:
            report_outcome = partial(notify, self)
            self._saver = Autosaver(
                session.save, session.check_ownership, report_outcome, now, session.close, pause
            )

    @property
    def read_only(self) -> bool:
        """Whether the report can only be read in this window."""
        return self.session is None

    @property
    def pending(self) -> bool:
        """Whether a change is not on disk yet."""
        return self._saver is not None and self._saver.pending

    @property
    def on_disk(self) -> bool:
        """Whether the file holds the draft as it is now."""
        return self.stored and (self.session is None or self.session.draft == self.draft)

    def answer(self, question_id: str, text: str) -> bool:
        """Change an answer; return whether `text` differs from it."""
        return self.change(self.draft.answer(question_id, text, self._now()))

    def change(self, draft: Draft) -> bool:
        """Replace the draft and save it; return whether anything changed."""
        if draft is self.draft or self.read_only:
            return False
        self.draft = draft
        self.submit()
        return True

    def move(self, place: Place) -> None:
        """Remember the cursor; it is stored with the next change, or by `hand_over`."""
        self.draft = self.draft.moved(place)

    def hand_over(self) -> None:
        """Save what has changed, the cursor included, if the draft is stored at all."""
        if self.stored and self.draft != self._handed_over:
            self.submit()

    def follow(self, draft: Draft | None) -> bool:
        """Show a newer draft in a read-only report, but keep the cursor; return if it differs.

        None means that the file can't be read: `stale_since` is the time of the first failure.
        """
        if draft is None:
            self.stale_since = self.stale_since or self._now()
            return False
        self.stale_since = None
        before, self.draft = self.draft, replace(draft, place=self.draft.place)
        return before != self.draft

    def flush(self, timeout: float) -> Outcome | None:
        """Save what waits, and return the outcome; None if nothing waits.

        Waits at most `timeout` seconds. Safe in any thread.
        """
        return self._saver.flush(timeout) if self._saver else None

    def abandon(self) -> None:
        """Discard what could not be saved."""
        if self._saver:
            self._saver.abandon()

    def close(self, timeout: float) -> None:
        """Save what waits, and release the draft when the last save has ended."""
        if self._saver:
            self._saver.close(timeout)

    def submit(self) -> None:
        """Queue the draft to be saved as it is now."""
        if self._saver:
            self.stored = True
            self._handed_over = self.draft
            self._saver.submit(self.draft)
