"""A cache of the summaries of drafts, so that a list need not read all files.

It is never trusted over the files: of each the system is asked whether it is still the one that
was read. It may be thrown away at any time, and be anything at all: then the files are read.
"""

import json
import os
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from reisverslag_tui import __version__
from reisverslag_tui.core.dates import is_plausible
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import StorageError, Unreadable
from reisverslag_tui.storage.atomic import leftovers, write_whole
from reisverslag_tui.storage.names import short_name
from reisverslag_tui.storage.reading import read_file

_LARGEST = 8_000_000  # bytes: to read them as JSON takes ten times as much memory
_ROW = 4_000  # bytes: more than a draft takes, be all of its title escaped
_LONGEST = 200  # characters of a title that is kept
_CLEARLY = 2_000_000_000  # nanoseconds: what the coarsest file system takes for one moment
_MARK = 4  # values at the beginning of a row, by which a file is known


class Index:
    """The file at `path`, about the drafts in `directory`."""

    def __init__(self, path: Path, directory: Path) -> None:
        self.directory = directory
        self._path = path

    @contextmanager
    def reading(self, moment: int) -> Iterator["Reading"]:
        """Give what is known before the drafts are read, and keep what is known after that.

        `moment` is the time, in nanoseconds since 1970, at which the reading begins.
        """
        reading = Reading(self._rows(), moment)
        yield reading
        if reading.changed and not self._path.is_symlink():  # `erase` would leave its target
            with suppress(StorageError):  # then the files are read the next time too
                data = json.dumps({"van": _origin(), "concepten": reading.rows})
                write_whole(self._path, data.encode(), durable=False)

    def erase(self) -> None:
        """Erase the file, and what killed writes of it left; StorageError if it can't be done."""
        try:
            self._clean_up()
            self._path.unlink(missing_ok=True)
        except FileNotFoundError:
            return
        except OSError as error:
            raise StorageError(f"{os_message(error)} ({self._path})") from error

    def clean_up(self) -> None:
        """Clear away what killed writes left, as far as that can be done."""
        with suppress(OSError):
            self._clean_up()

    def _clean_up(self) -> None:
        for path in leftovers(self._path.parent).get(short_name(self._path.name), []):
            path.unlink(missing_ok=True)

    def _rows(self) -> dict[str, Any]:
        with suppress(OSError, Unreadable, ValueError, RecursionError, MemoryError):
            data = read_file(self._path, _LARGEST)
            if len(data) > min(_LARGEST, _ROW * (1 + len(os.listdir(self.directory)))):  # noqa: PTH208 - of names alone
                return {}
            content = json.loads(data)
            if isinstance(content, dict) and content.get("van") == _origin():
                rows = content.get("concepten")
                return rows if isinstance(rows, dict) else {}
        return {}


class Reading:
    """What is known of the files while they are read, and what of it is found to be true.

    A file that was changed just now is not kept: it could change again, and in the same tick of the
    clock of its disk, so that nobody could tell.
    """

    def __init__(self, known: dict[str, Any], moment: int) -> None:
        self.rows: dict[str, list[object]] = {}
        self._known = known
        self._before = moment - _CLEARLY

    @property
    def changed(self) -> bool:
        """Whether what is known now is something else than what was known before."""
        return self.rows != self._known

    def known(self, name: str, status: os.stat_result) -> Summary | None:
        """Return what is known of the draft of this name, if its file is still the same."""
        row = self._known.get(name)
        if not isinstance(row, list) or row[:_MARK] != _mark(status):
            return None
        try:
            summary = _summary(name, *row[_MARK:])
        except (TypeError, ValueError, AttributeError):
            return None
        self.rows[name] = row
        return summary

    def keep(self, name: str, status: os.stat_result, summary: Summary) -> None:
        """Keep what was read in a file of which the system said `status` before that."""
        old = max(status.st_mtime_ns, status.st_ctime_ns) < self._before
        if old and stat.S_ISREG(status.st_mode) and len(summary.title) <= _LONGEST:
            moments = (summary.created, summary.modified, summary.finished)
            told_moments = [moment and moment.isoformat() for moment in moments]
            counts = (summary.answered, summary.questions)
            self.rows[name] = [*_mark(status), summary.title, *told_moments, *counts]

    def keep_only(self, names: Collection[str]) -> None:
        """Keep nothing of drafts that have no longer one of these names."""
        self.rows = {name: row for name, row in self.rows.items() if name in names}


def _origin() -> list[object]:
    """Return what the rows also depend on: the program, and the zone of times without one."""
    return [__version__, *time.tzname, time.timezone, time.altzone]


def _mark(status: os.stat_result) -> list[int]:
    return [status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino]


def _summary(
    name: str,
    title: str,
    created: str,
    modified: str,
    finished: str | None,
    answered: int,
    questions: int,
) -> Summary:
    """Return a row as a summary; TypeError, ValueError or AttributeError if it is none."""
    if type(answered) is not int or type(questions) is not int:
        raise TypeError
    return Summary(
        name,
        title if title.isprintable() else clean_line(title),
        _moment(created),
        _moment(modified),
        None if finished is None else _moment(finished),
        answered,
        questions,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not is_plausible(moment):
        raise ValueError
    return moment
