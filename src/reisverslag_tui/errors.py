"""Errors that the user can do something about.

ReisverslagError            the base; its text is Dutch, for the user
├── FormError               a form's file is not a form
├── LocationError           there is no directory for the drafts
├── ImportingError          a file holds no report on this form
├── LookupFailed            a name matches no draft, or several
├── PrintingFailed          no printer took the report; CUPS may have said why
├── StorageError            the disk refused, or a file is not there
│   ├── AlreadyExists       a file would have been overwritten
│   ├── DraftConflict       another window or program has the draft
│   │   ├── ChangedOutside  somebody else wrote the draft meanwhile
│   │   └── TakenOver       another window has taken the draft over
│   ├── InUse               the draft is open in another window
│   └── ReadOnly            the draft was made by a newer version
├── Unreadable              a TOML file is damaged; carries the reason and the line
│   └── UnreadableDraft     it is a draft's
├── UsageError              a command was given what it can't do anything with
├── cli.console.NoTerminal  a full screen was asked for where there is none
└── ui.editor.EditorFailed  the user's own editor gave no text back
"""

from collections.abc import Sequence
from datetime import datetime


class ReisverslagError(Exception):
    """The base of all errors here; `str()` is Dutch: one or two sentences, or part of one."""


class FormError(ReisverslagError):
    """A form's file can't be read as a form."""


class LocationError(ReisverslagError):
    """No directory can be found in which to keep the drafts."""


class ImportingError(ReisverslagError):
    """A file can't be read as a plain-text report on this form."""


class LookupFailed(ReisverslagError):
    """A name matches no draft, or several.

    `candidates` holds a line of text for each draft that matches.
    """

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class PrintingFailed(ReisverslagError):
    """A report could not be given to a printer; its text is a sentence or two."""


class StorageError(ReisverslagError):
    """The file system refused something, or a file is not there."""


class AlreadyExists(StorageError):
    """A file is there already and may not be overwritten."""


class DraftConflict(StorageError):
    """Another window or program has changed the draft or taken it over."""


class ChangedOutside(DraftConflict):
    """A draft's file differs from what this window last read or wrote."""


class InUse(StorageError):
    """A draft is open in another window; `since` is aware, `when` says it in Dutch."""

    def __init__(self, since: datetime, when: str) -> None:
        super().__init__(
            f"het is nog open in een ander venster, sinds {when}; sluit het daar eerst"
        )
        self.since = since


class ReadOnly(StorageError):
    """A draft written by a newer version of the program would have been changed."""


class TakenOver(DraftConflict):
    """Another window has taken the draft over."""


class Unreadable(ReisverslagError):
    """A TOML file is damaged, or holds something else than it should.

    `reason` is a part of a Dutch sentence; `line` counts from 1, or is None where it is unknown.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(f"regel {line}: {reason}" if line else reason)
        self.reason = reason
        self.line = line


class UnreadableDraft(Unreadable):
    """A draft's file is damaged."""


class UsageError(ReisverslagError):
    """A command line is wrong."""
