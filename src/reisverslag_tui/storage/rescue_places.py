"""Where a draft is rescued to when its own directory does not take it, and its name there."""

import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reisverslag_tui.core.text import file_name

_MARK = "gered"
_NAME = re.compile(rf"(.+)-{_MARK}-[0-9a-f]{{8}}-.*\.toml", re.DOTALL)
_VARIABLES = ("TMPDIR", "TEMP", "TMP")
_TEMPORARY = ("/tmp", "/var/tmp")  # noqa: S108 - names are random there, and links not followed
_LONGEST_ID = 40  # characters of an id in a name
_LONGEST = 200  # bytes of a name


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


def rescued_files() -> list[Path]:
    """Return the user's own files that have the name of a rescued draft, wherever they are."""
    found: dict[tuple[int, int], Path] = {}
    for place in places(os.environ):
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if _NAME.fullmatch(entry.name) and (status := _own(entry)):
                    found.setdefault((status.st_dev, status.st_ino), place / entry.name)
    return sorted(found.values(), key=lambda path: path.name)


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
