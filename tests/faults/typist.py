"""Somebody who types without end, and keeps a record of when each character was shown."""

import random
import re
import string
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import monotonic

from reisverslag_tui.core.draft import Place
from reisverslag_tui.core.new_drafts import new_draft
from tests.stores import store_in
from tests.terminal.terminal import Terminal, only_draft

QUESTION = "doel"
"""The question that is answered."""

_WINDOW = 12  # so many letters before the cursor tell where in the text that is
_CALM = 0.5  # seconds


def random_text(chance: random.Random, length: int) -> str:
    """Return words in paragraphs of some lines, about `length` characters in all."""
    text = ""
    while len(text) < length:
        letters = chance.choices(string.ascii_lowercase, k=chance.randint(2, 9))
        text += "".join(letters) + ("\n" if chance.random() < 1 / 60 else " ")
    return text


def pauses(chance: random.Random, pace: str) -> Iterator[float]:
    """Yield how many seconds to wait before each key."""
    while True:
        if pace == "30 ms per key":
            yield 0.03
        elif pace == "all at once":
            yield 0
        else:
            yield chance.uniform(0.2, 0.6) if chance.random() < 1 / 15 else 0.01


PACES = ("30 ms per key", "all at once", "in bursts")


def open_answer(data: Path, answer: str, editor: str = "") -> Terminal:
    """Open a report that holds this answer, with the cursor at its end."""
    lines = answer.split("\n")
    draft = new_draft("", datetime.now(UTC)).answer(QUESTION, answer, datetime.now(UTC))
    draft = draft.moved(Place(QUESTION, len(lines) - 1, len(lines[-1])))
    store = store_in(data)
    store.prepare()
    store.save(draft)
    return Terminal("open", "laatste", data=data, EDITOR=editor)


def saved_answer(data: Path) -> str:
    """Return the answer as it is on disk."""
    return only_draft(data).get(QUESTION, "")


@dataclass
class Typist:
    """Types `text` behind `before`, which the answer begins with."""

    terminal: Terminal
    text: str
    before: str = ""
    typed_at: list[float] = field(default_factory=list)
    _taken: list[tuple[float, bytes]] = field(default_factory=list)
    _late: list[tuple[float, float]] = field(default_factory=list)

    def type(self, pauses: Iterator[float], seconds: float) -> None:
        """Type for so many seconds, and take all that is drawn meanwhile."""
        now = monotonic()
        end, due = now + seconds, now
        while now < end:
            while due <= now and len(self.typed_at) < len(self.text):
                self.type_now(1)
                due += next(pauses)
            wake = min(end, due) if len(self.typed_at) < len(self.text) else end
            self.take(max(0, wake - monotonic()))
            now = monotonic()
            self._late.append((now, now - wake))

    def type_now(self, count: int) -> None:
        """Type so many characters at once."""
        piece = self.text[len(self.typed_at) :][:count]
        self.terminal.type(piece.replace("\n", "\r"))
        self.typed_at.extend([monotonic()] * len(piece))

    def take(self, timeout: float) -> bool:
        """Take what is drawn, with the time; it is shown when that is asked for."""
        if drawn := self.terminal.take(timeout):
            self._taken.append((monotonic(), drawn))
        return bool(drawn)

    def lateness(self, moment: float) -> float:
        """Return by how many seconds the machine let us wait too long, shortly before `moment`."""
        return max([late for at, late in self._late if moment - _CALM < at <= moment], default=0)

    @property
    def typed(self) -> str:
        """What the answer should hold."""
        return self.before + self.text[: len(self.typed_at)]

    def shown(self) -> list[tuple[float, int]]:
        """Return at what times the screen showed how many characters of the answer, at most."""
        shown, most = [], 0
        for at, drawn in self._taken:
            self.terminal.show(drawn)
            most = max(most, self._position())
            shown.append((at, most))
        return shown

    def _position(self) -> int:
        """Return up to where the answer stands before the cursor; 0 if that can't be seen."""
        letters = re.findall("[a-z]", self._before_cursor())
        return self._ends.get("".join(letters[-_WINDOW:]), 0)

    def _before_cursor(self) -> str:
        """Return the last lines of the answer, up to the cursor."""
        cursor = self.terminal.screen.cursor
        lines = self.terminal.screen.display[: cursor.y + 1]
        lines[-1] = lines[-1][: cursor.x]
        return " ".join(line.partition("▌")[2] for line in lines[-4:])

    @cached_property
    def _ends(self) -> dict[str, int]:
        """Up to where the answer stands if these letters are the last before the cursor."""
        ends: dict[str, int] = {}
        letters = ""
        for end, letter in enumerate(self.before + self.text, start=1):
            if not letter.isspace():
                letters = (letters + letter)[-_WINDOW:]
                ends[letters] = end
        return ends


def count_at(shown: list[tuple[float, int]], moment: float) -> int:
    """Return how many characters were shown at that moment."""
    index = bisect_right(shown, moment, key=lambda at_and_count: at_and_count[0])
    return shown[index - 1][1] if index else 0
