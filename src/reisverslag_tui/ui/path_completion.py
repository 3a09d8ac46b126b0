"""A path that is half typed, completed as a shell does."""

import os
from collections.abc import Sequence
from contextlib import suppress

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.storage.locations import user_path


def candidates(typed: str) -> list[str]:
    """Return what a path that begins like this may end in, sorted; a directory ends in a slash.

    Hidden files are left out unless the dot is typed. What can't be read holds nothing.
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
    """Return a path as far as all of its candidates agree."""
    directory, start = _parts(typed)
    return directory + (os.path.commonprefix(names) or start)  # noqa: RUF071 - letters are meant


def _parts(typed: str) -> tuple[str, str]:
    """Divide a path into its directory, with the slash, and the start of a name."""
    if typed == "~":
        return "~/", ""
    directory, slash, start = typed.rpartition("/")
    return directory + slash, start


def _is_directory(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
