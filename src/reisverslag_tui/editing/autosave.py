"""Save a draft each time it changes: one thread writes, the newest wins, a failure is retried."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import ContestedDraft, ReisverslagError, TakenOver

_REST_FACTOR = 1  # after a save, leave the disk alone for this many times what it took
_LONGEST_REST = 0.05  # seconds; what is on the screen is on disk a tenth of a second later
_LONGEST_RETRY = 10.0  # seconds
_LOOK = 1.0  # seconds between two looks at a draft that nothing is typed in


@dataclass(frozen=True)
class Saved:
    """The draft is on disk as it was at `at`."""

    at: datetime


@dataclass(frozen=True)
class Failed:
    """The last attempt failed; `reason` is a few Dutch words, and it will be tried again."""

    reason: str

    @property
    def told(self) -> str:
        """What to say of that."""
        return f"Niet opgeslagen: {self.reason}"


@dataclass(frozen=True)
class Contested(Failed):
    """The draft is not for this window to write: another wrote it, or has taken it over."""

    taken_over: bool


Outcome = Saved | Failed


class Autosaver:
    """Writes a draft in a thread of its own, so that a slow disk never holds up the keyboard.

    `save` is called in that thread and raises ReisverslagError if it fails; `notify` is called
    there too, after every attempt. While there is nothing to save, `look` is called now and then:
    it raises ContestedDraft when the draft has become somebody else's. A newer draft waits for no
    retry while that is so, for `save` then keeps it elsewhere. `done` is the last that the thread
    calls. `pause` returns how many seconds there are to be between two saves;
    who flushes or closes does not wait for that.
    """

    def __init__(
        self,
        save: Callable[[Draft], None],
        look: Callable[[], None],
        notify: Callable[[Outcome], None],
        now: Callable[[], datetime],
        done: Callable[[], None] = lambda: None,
        pause: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._save = save
        self._look = look
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
        """Whether something handed over is not on disk yet."""
        return self._waiting is not None

    def submit(self, draft: Draft) -> None:
        """Hand over a draft to be saved, in the place of any that still waits; returns at once."""
        with self._state:
            self._waiting = draft
            self._wanted += 1
            self._state.notify_all()

    def flush(self, timeout: float) -> Outcome | None:
        """Save what waits now, and return how that went; None if there was nothing to save.

        Failed if it takes longer than `timeout` seconds.
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
        """Give up what still waits: the user has chosen to lose it."""
        with self._state:
            self._waiting = None

    def close(self, timeout: float) -> None:
        """Save what waits, and stop; wait for that `timeout` seconds at most."""
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
            contested = isinstance(outcome, Contested)
            self._rest(max(rest, self._pause() if draft else 0), retry, draft, contested=contested)
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
        """Save the draft, or look around if there is none; None if there was nothing to see."""
        at = self._now()
        try:
            if draft is None:
                self._look()
                return None
            self._save(draft)
        except ContestedDraft as error:
            return Contested(str(error), taken_over=isinstance(error, TakenOver))
        except ReisverslagError as error:  # what can't be looked at is told at the next save
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

    def _rest(self, rest: float, retry: float, tried: Draft | None, *, contested: bool) -> None:
        """Leave the disk alone for `rest` seconds, and for `retry` in all after a failure.

        A newer draft does not wait for the retry of one that is contested.
        """

        def called() -> bool:
            return self._hurry or self._closed

        with self._state:
            if not self._state.wait_for(called, rest):
                self._state.wait_for(
                    lambda: called() or (contested and self._waiting is not tried), retry - rest
                )
            self._hurry = False
