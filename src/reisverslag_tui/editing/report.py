"""The report that is open: its newest draft, saved at each change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.editing.autosave import Autosaver, Outcome
from reisverslag_tui.storage.session import Session


class Editing:
    """Changes a draft, and has each change saved in a thread.

    A draft that was never stored is stored at its first change. Without a session the draft can
    only be read: nothing changes it. `notify` is called in the thread, after every attempt.
    `pause` returns how many seconds there are to be between two saves.
    """

    def __init__(
        self,
        draft: Draft,
        session: Session | None,
        notify: Callable[["Editing", Outcome], None],
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
            tell = partial(notify, self)
            self._saver = Autosaver(session.save, session.look, tell, now, session.close, pause)

    @property
    def read_only(self) -> bool:
        """Whether the report can only be read here."""
        return self.session is None

    @property
    def pending(self) -> bool:
        """Whether something that was changed is not on disk yet."""
        return self._saver is not None and self._saver.pending

    @property
    def on_disk(self) -> bool:
        """Whether the draft is stored as it is now."""
        return self.stored and (self.session is None or self.session.draft == self.draft)

    def answer(self, question_id: str, text: str) -> bool:
        """Change an answer, and tell whether `text` was another."""
        return self.change(self.draft.answer(question_id, text, self._now()))

    def change(self, draft: Draft) -> bool:
        """Go on with another draft, and have it saved; tell whether that changes anything."""
        if draft is self.draft or self.read_only:
            return False
        self.draft = draft
        self.submit()
        return True

    def move(self, place: Place) -> None:
        """Remember where the user is; it is stored with the next change, or on leaving."""
        self.draft = self.draft.moved(place)

    def hand_over(self) -> None:
        """Have stored what is not yet, the place as well, if anything of the draft is."""
        if self.stored and self.draft != self._handed_over:
            self.submit()

    def follow(self, draft: Draft | None) -> bool:
        """Take over what the report that is only read here has become; None if it can't be read.

        Returns whether that is another text. `stale_since` is when it could be read last.
        """
        if draft is None:
            self.stale_since = self.stale_since or self._now()
            return False
        self.stale_since = None
        before, self.draft = self.draft, replace(draft, place=self.draft.place)
        return before != self.draft

    def flush(self, timeout: float) -> Outcome | None:
        """Save now what was handed over, and return how that went; None if there was nothing.

        Waits at most `timeout` seconds. May be called in any thread.
        """
        return self._saver.flush(timeout) if self._saver else None

    def abandon(self) -> None:
        """Give up what could not be saved."""
        if self._saver:
            self._saver.abandon()

    def close(self, timeout: float) -> None:
        """Save what waits, and let others change the draft once no save is under way."""
        if self._saver:
            self._saver.close(timeout)

    def submit(self) -> None:
        """Have the draft saved as it is now."""
        if self._saver:
            self.stored = True
            self._handed_over = self.draft
            self._saver.submit(self.draft)
