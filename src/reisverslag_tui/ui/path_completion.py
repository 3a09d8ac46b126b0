"""Completion of a path that is being typed, as in a shell."""

import os
from collections.abc import Sequence
from contextlib import suppress

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.storage.locations import user_path


def candidates(typed: str) -> list[str]:
    """Return the names that complete a path, sorted; that of a directory ends in a slash.

    Hidden files are left out unless the dot is typed. A directory that can't be read has no names.
    """
    directory, start = _parts(typed)
    found: list[str] = []
    with suppress(OSError, ValueError), os.scandir(user_path(directory or ".")) as entries:
        found.extend(
            f"{entry.name}/" if _is_directory(entry) else entry.name
            for entry in entries
            if entry.name.startswith(start) and (start or not entry.name.startswith("."))
        )
    return sorted(name for name in found if name == clean_line(name))


def completed(typed: str, names: Sequence[str]) -> str:
    """Return the path with the longest start that all candidates share."""
    directory, start = _parts(typed)
    return directory + (os.path.commonprefix(names) or start)  # noqa: RUF071 - letters are meant


def _parts(typed: str) -> tuple[str, str]:
    """Split a path into its directory, with the slash, and the start of a name."""
    if typed == "~":
        return "~/", ""
    directory, slash, start = typed.rpartition("/")
    return directory + slash, start


def _is_directory(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
