"""Where a draft is rescued to when its own directory does not take it, and its name there."""

import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic

from reisverslag_tui.core.text import file_name

_MARK = "gered"
_NAME = re.compile(rf"(.+)-{_MARK}-[0-9a-f]{{8}}-.*\.(?:toml|txt)", re.DOTALL)
_VARIABLES = ("TMPDIR", "TEMP", "TMP")
_TEMPORARY = ("/tmp", "/var/tmp")  # noqa: S108 - names are random there, and links not followed
_File = tuple[int, int]  # its device and its number there
_LONGEST_ID = 40  # characters of an id in a name
_LONGEST = 200  # bytes of a name
_PATIENCE = 0.5  # seconds for all places together: a list or a start waits for them


def places(environment: Mapping[str, str]) -> list[Path]:
    """Return the places in the order in which they are tried; none of them need be there."""
    found = [_home(), *map(environment.get, _VARIABLES), *_TEMPORARY]
    found += [environment.get("XDG_RUNTIME_DIR"), _current()]
    return list(dict.fromkeys(Path(name) for name in found if name and Path(name).is_absolute()))


def rescue_name(draft_id: str, title: str, suffix: str) -> str:
    """Return a name that is free for the rescued draft with this id and title."""
    start = f"{draft_id[:_LONGEST_ID]}-{_MARK}-{os.urandom(4).hex()}-{file_name(title)}"
    return start.encode()[:_LONGEST].decode(errors="ignore") + suffix


def id_in(path: Path) -> str:
    """Return the id in the name of a rescued draft, of which the end is missing if it is long."""
    match = _NAME.fullmatch(path.name)
    return match[1] if match else ""


def rescued_files(patience: float = _PATIENCE) -> list[Path]:
    """Return the user's own files that have the name of a rescued draft, wherever they are.

    What is not found within `patience` seconds, on a disk that hangs or in a huge directory, is
    left out.
    """
    end = monotonic() + patience
    found: list[list[tuple[_File, Path]]] = []
    threads: list[Thread] = []
    for place in places(os.environ):
        found.append([])
        thread = Thread(target=_search, args=(place, found[-1], end), daemon=True)
        with suppress(RuntimeError):  # the system allows no thread more
            thread.start()
            threads.append(thread)
    for thread in threads:
        thread.join(max(0.0, end - monotonic()))
    paths: dict[_File, Path] = {}
    for file, path in (each for place in found for each in tuple(place)):
        paths.setdefault(file, path)
    return sorted(paths.values(), key=lambda path: path.name)


def _search(place: Path, found: list[tuple[_File, Path]], end: float) -> None:
    """Add to `found` what there is in one place, until the clock is at `end`."""
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if monotonic() > end:
                break
            if _NAME.fullmatch(entry.name) and (status := _own(entry)):
                found.append(((status.st_dev, status.st_ino), place / entry.name))


def _own(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Return the status of an ordinary file of the user's own: others write in /tmp too."""
    with suppress(OSError):
        status = entry.stat(follow_symlinks=False)
        if status.st_uid == os.geteuid() and stat.S_ISREG(status.st_mode):
            return status
    return None


def _home() -> str | None:
    with suppress(RuntimeError):
        return str(Path.home())
    return None


def _current() -> str | None:
    with suppress(OSError):  # it was removed
        return str(Path.cwd())
    return None
