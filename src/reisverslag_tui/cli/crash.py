"""The message after an error of the program itself, and the report of it for developers."""

import platform
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reisverslag_tui import __version__
from reisverslag_tui.cli.console import write_message
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.editing.rescue import write_somewhere
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.atomic import make_directory, write_whole
from reisverslag_tui.storage.timeouts import call_within

_TIMEOUT = 2.0  # seconds for the directory of crash reports


def report_crash(error: BaseException) -> None:
    """Write a crash report; tell the user what happened, and where that and their reports are."""
    write_message(f"Het programma liep vast op een fout van onszelf ({type(error).__name__}).")
    try:
        write_message(f"Je verslagen staan in {locations.drafts_directory()}")
        write_message(f"Wat er misging, zonder tekst van jou, staat in {_write(error)}")
    except (ReisverslagError, OSError):
        write_message("Wat er misging kon niet worden opgeslagen.")


def _write(error: BaseException) -> Path:
    """Write the report to the directory of crash reports, or else where a draft is rescued to."""
    name = f"{local_now():%Y-%m-%d-%H%M%S}.txt"
    data = "".join(_lines(error)).encode()
    try:
        return call_within(_TIMEOUT, partial(_write_in, locations.crash_directory(), name, data))
    except (ReisverslagError, OSError):
        if path := write_somewhere(f"reisverslag-fout-{name}", data):
            return path
        raise


def _write_in(directory: Path, name: str, data: bytes) -> Path:
    make_directory(directory)
    write_whole(directory / name, data)
    return directory / name


def _lines(error: BaseException) -> Iterator[str]:
    """Yield types and places, but no messages and values: those may hold answers."""
    yield f"reisverslag {__version__}, Python {platform.python_version()}, {platform.system()}\n"
    link: BaseException | None = error
    seen: list[BaseException] = []
    while link is not None and link not in seen:
        seen.append(link)
        yield f"\n{type(link).__module__}.{type(link).__qualname__}\n"
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}\n"
        link = link.__cause__ or link.__context__
