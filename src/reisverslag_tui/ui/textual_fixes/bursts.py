"""Recognises pasted text in a terminal that does not mark what is pasted.

Textual 8.2 takes each character of it for a key, so that a line end leads to the next question.
`tests/unit/ui/test_bursts.py` and `tests/ui/test_unmarked_pastes.py` fail without this.
"""

import re
import time
from collections.abc import Callable

_TYPED = 20
"""The characters that may come at once and still be keys.

On a slow line what is typed comes in bundles. One of 0.2 s holds two or three characters; twenty
are what a fast typist types while a line is silent for two seconds.
"""

_PAUSE = 0.02  # seconds; characters that come faster than that are of one bundle
_CUT = 1_000  # characters in one read, from which a network or the system may have cut it off
_PAUSE_AFTER_CUT = 0.5  # seconds; the rest may be one round trip of a slow line away

# Form feeds, and Word's signs for a line end and for hyphens, are pasted more than pressed.
_TEXT = re.compile(r"[^\x00-\x08\x0e-\x1d\x7f-\x9f]+")
_MORE_BEHIND = re.compile(r"[\t\r\n]\s*\S")


class Bursts:
    """Sees by how much text comes at once, and how soon after what came before, what was pasted.

    A bundle is pasted if it is text only, longer than `_TYPED`, and has text behind a Tab or a line
    end, which as a key would have led elsewhere; and so is all text that follows without a pause.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a clock, in seconds."""
        self._clock = clock
        self._length = 0
        self._ends_at = 0.0  # when text that comes is of another bundle
        self._pasting = False
        self._after_return = False

    def pasted(self, text: str) -> str | None:
        """Return `text`, all that one read gave, if it was pasted; None if it is keys.

        The second half of a line end whose first half came in the read before is left out.
        """
        now, is_text = self._clock(), _TEXT.fullmatch(text) is not None
        if now > self._ends_at or not is_text:
            self._length, self._pasting, self._after_return = 0, False, False
        if not is_text:
            return None
        first = self._length == 0
        self._length += len(text)
        self._ends_at = now + (_PAUSE_AFTER_CUT if len(text) >= _CUT else _PAUSE)
        self._pasting = self._pasting or self._was_pasted(text, first=first)
        pasted = text.removeprefix("\n") if self._after_return else text
        self._after_return = text.endswith("\r")
        return pasted if self._pasting else None

    def _was_pasted(self, text: str, *, first: bool) -> bool:
        if self._length <= _TYPED:
            return False
        return not first or len(text) >= _CUT or _MORE_BEHIND.search(text) is not None
