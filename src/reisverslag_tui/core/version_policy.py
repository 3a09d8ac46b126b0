"""When a draft is kept as an earlier version while a report is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.text import common_ends, is_blank

INTERVAL = timedelta(minutes=5)
"""The writing time between two versions."""

_MUCH = 20  # characters: removing fewer is correcting a word


@dataclass(frozen=True)
class _Change:
    """How an answer changed from one save to the next."""

    question: str
    removed: int
    added: int
    emptied: bool


@dataclass
class _Run:
    """Consecutive saves that only removed text; `before` is the draft that still has all of it."""

    before: Draft
    removed: Counter[str] = field(default_factory=Counter)
    kept: bool = False

    def is_loss(self, change: _Change) -> bool:
        """Count a change; return whether so much is removed that `before` is worth keeping."""
        self.removed[change.question] += change.removed
        return change.emptied or self.removed[change.question] >= _MUCH


class VersionPolicy:
    """Decides at each save whether an earlier draft becomes a version.

    Time is taken from the drafts. A draft in which only the cursor has moved is ignored.
    """

    def __init__(self, opened: Draft) -> None:
        self._last = opened
        self._kept: Draft | None = None
        self._kept_at: datetime | None = None  # or when the first change was made
        self._run: _Run | None = None

    def before(self, draft: Draft) -> Draft | None:
        """Return the draft to keep before `draft` replaces it, or None.

        Kept are: the draft as opened, at the first change; the one before text is removed; and
        the last one each time INTERVAL has passed.
        """
        changes = list(_changes(self._last, draft))
        if not changes and draft.title == self._last.title:
            return None
        due = self._before_loss(changes)
        if due is None and self._is_time(draft.modified):
            due = self._last
        self._last = draft
        return None if due is None else self._keep(due, draft.modified)

    def _before_loss(self, changes: list[_Change]) -> Draft | None:
        """Return the draft from before a run of removals, once, when it has removed much."""
        if not any(change.removed for change in changes):
            self._run = None
            return None
        run = self._run or _Run(self._last)
        losses = [run.is_loss(change) for change in changes]
        # What is added during a run is not in the draft from before it, so the run ends there.
        self._run = None if any(change.added for change in changes) else run
        return run.before if any(losses) and not run.kept else None

    def _is_time(self, now: datetime) -> bool:
        if self._kept_at is None:
            return True
        self._kept_at = min(self._kept_at, now)  # the clock may have been set back
        return now - self._kept_at >= INTERVAL

    def _keep(self, draft: Draft, now: datetime) -> Draft | None:
        """Return the draft, unless it is empty or has the text that was kept last."""
        self._kept_at = now
        if self._run is not None and draft is self._run.before:
            self._run.kept = True
        if not _holds_text(draft) or (self._kept is not None and draft.same_text(self._kept)):
            return None
        self._kept = draft
        return draft


def stands_in(earlier: Draft, later: Draft) -> bool:
    """Return whether all text of one draft is in another: each line, in the same answer.

    The relation is transitive.
    """
    texts = [(earlier.title, later.title)]
    texts += [(text, later.answers.get(name, "")) for name, text in earlier.answers.items()]
    return all(line.strip() in there for text, there in texts for line in text.split("\n"))


def _holds_text(draft: Draft) -> bool:
    return bool(draft.title) or not all(is_blank(answer) for answer in draft.answers.values())


def _changes(earlier: Draft, later: Draft) -> Iterator[_Change]:
    """Yield the changes of the answers that differ; a missing answer counts as empty."""
    for question in {**earlier.answers, **later.answers}:
        old, new = earlier.answers.get(question, ""), later.answers.get(question, "")
        if old != new:
            same = sum(common_ends(old, new))
            emptied = is_blank(new) and not is_blank(old)
            yield _Change(question, len(old) - same, len(new) - same, emptied)
