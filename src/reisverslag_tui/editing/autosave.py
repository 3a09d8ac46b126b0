"""Save a draft at each change: one thread writes, the newest draft wins, failures are retried."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import DraftConflict, ReisverslagError, TakenOver

_REST_FACTOR = 1  # after a save, leave the disk alone for this many times what it took
_LONGEST_REST = 0.05  # seconds; what is on the screen is on disk a tenth of a second later
_LONGEST_RETRY = 10.0  # seconds
_LOOK = 1.0  # seconds between two checks of ownership while nothing is typed


@dataclass(frozen=True)
class Saved:
    """The draft is on disk as it was at `at`."""

    at: datetime


@dataclass(frozen=True)
class Failed:
    """The last attempt failed and will be retried; `reason` is a few Dutch words."""

    reason: str

    @property
    def told(self) -> str:
        """The Dutch message."""
        return f"Niet opgeslagen: {self.reason}"


@dataclass(frozen=True)
class SaveConflict(Failed):
    """Another window or program wrote the draft, or another window has taken it over."""

    taken_over: bool


Outcome = Saved | Failed


class Autosaver:
    """Writes a draft in a thread of its own, so that a slow disk never holds up the keyboard.

    The thread calls `save`, which raises ReisverslagError on failure, and then `notify` with the
    outcome. While there is nothing to save it calls `check_ownership` each second, which raises
    DraftConflict when another window or program has the draft. During a conflict a newer draft is
    saved without waiting for the retry, because `save` then keeps it as a version. `done` is
    called last, when the thread ends. `pause` returns the seconds between two saves; `flush` and
    `close` skip it.
    """

    def __init__(
        self,
        save: Callable[[Draft], None],
        check_ownership: Callable[[], None],
        notify: Callable[[Outcome], None],
        now: Callable[[], datetime],
        done: Callable[[], None] = lambda: None,
        pause: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._save = save
        self._check_ownership = check_ownership
        self._done = done
        self._pause = pause
        self._notify = notify
        self._now = now
        self._state = threading.Condition()
        self._waiting: Draft | None = None
        self._wanted = 0  # counts what was asked for
        self._tried = 0  # the last of those that was attempted
        self._outcome: Outcome | None = None
        self._hurry = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    @property
    def pending(self) -> bool:
        """Whether a submitted draft is not on disk yet."""
        return self._waiting is not None

    def submit(self, draft: Draft) -> None:
        """Queue a draft to be saved, in place of any that still waits; returns at once."""
        with self._state:
            self._waiting = draft
            self._wanted += 1
            self._state.notify_all()

    def flush(self, timeout: float) -> Outcome | None:
        """Save what waits without delay, and return the outcome; None if nothing waits.

        Returns Failed if that takes longer than `timeout` seconds.
        """
        with self._state:
            if self._waiting is None:  # a failure with nothing waiting was given up
                return self._outcome if isinstance(self._outcome, Saved) else None
            if not self._thread.is_alive():  # closed after a failure
                return self._outcome
            self._hurry = True
            self._wanted += 1
            wanted = self._wanted
            self._state.notify_all()
            if not self._state.wait_for(lambda: self._tried >= wanted, timeout):
                return Failed("de schijf antwoordt niet")
            return self._outcome

    def abandon(self) -> None:
        """Discard the waiting draft, as the user chose."""
        with self._state:
            self._waiting = None

    def close(self, timeout: float) -> None:
        """Save what waits and end the thread; wait at most `timeout` seconds for it."""
        with self._state:
            self._closed = True
            self._state.notify_all()
        self._thread.join(timeout)

    def _run(self) -> None:
        failures = 0
        while self._awaited():
            draft, number = self._newest()
            started = monotonic()
            outcome = self._attempt(draft)
            self._record(draft, number, outcome)
            failures = failures + 1 if isinstance(outcome, Failed) else 0
            rest = min((monotonic() - started) * _REST_FACTOR, _LONGEST_REST)
            retry = min(2.0 ** (failures - 1), _LONGEST_RETRY) if failures else 0.0
            in_conflict = isinstance(outcome, SaveConflict)
            self._rest(
                max(rest, self._pause() if draft else 0), retry, draft, in_conflict=in_conflict
            )
        self._done()

    def _awaited(self) -> bool:
        """Wait for something to do; False once closed, with nothing left to try."""
        with self._state:
            self._state.wait_for(lambda: self._waiting is not None or self._closed, _LOOK)
            if self._waiting is None:
                return not self._closed
            return not (self._closed and self._tried == self._wanted)

    def _newest(self) -> tuple[Draft | None, int]:
        with self._state:
            return self._waiting, self._wanted

    def _attempt(self, draft: Draft | None) -> Outcome | None:
        """Save the draft, or check ownership if there is none; None if that finds nothing wrong."""
        at = self._now()
        try:
            if draft is None:
                self._check_ownership()
                return None
            self._save(draft)
        except DraftConflict as error:
            return SaveConflict(str(error), taken_over=isinstance(error, TakenOver))
        except ReisverslagError as error:  # a failed check is reported by the next save
            return Failed(str(error)) if draft else None
        except Exception as error:  # noqa: BLE001 - the outermost frame of this thread
            return Failed(f"fout in het programma ({type(error).__name__})")
        return Saved(at)

    def _record(self, draft: Draft | None, number: int, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        with self._state:
            if draft is not None:
                self._outcome, self._tried = outcome, number
            if isinstance(outcome, Saved) and self._waiting is draft:
                self._waiting = None
                self._tried = self._wanted  # whoever asked meanwhile asked for this draft
            self._state.notify_all()
        self._notify(outcome)

    def _rest(self, rest: float, retry: float, tried: Draft | None, *, in_conflict: bool) -> None:
        """Wait `rest` seconds, and after a failure `retry` seconds in all, unless called.

        In a conflict a newer draft ends the wait for the retry.
        """

        def called() -> bool:
            return self._hurry or self._closed

        with self._state:
            if not self._state.wait_for(called, rest):
                self._state.wait_for(
                    lambda: called() or (in_conflict and self._waiting is not tried), retry - rest
                )
            self._hurry = False
