"""Where things live; nothing here makes a directory."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import LocationError
from reisverslag_tui.storage.names import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from platformdirs import PlatformDirs

DATA_VARIABLE = "REISVERSLAG_DATA"
"""The environment variable that moves the whole data directory."""


def user_path(name: str) -> Path:
    """Return the path a user means by `name`, in full; `~` is their home, if there is one."""
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:  # ~someone who does not exist, or Word's own ~$report.txt
        return Path(name).absolute()


def as_typed(path: Path) -> str:
    """Return a path as a user would type it: `user_path` the other way round."""
    with suppress(RuntimeError, ValueError):
        return str("~" / path.relative_to(Path.home()))
    return str(path)


def data_directory() -> Path:
    """Return the directory that holds everything; LocationError if the user has no home."""
    return _own_directory(lambda places: places.user_data_path)


def config_file() -> Path:
    """Return the file of the settings; LocationError if the user has no home."""
    return _own_directory(lambda places: places.user_config_path) / "config.toml"


def _own_directory(choose: "Callable[[PlatformDirs], Path]") -> Path:
    if chosen := os.environ.get(DATA_VARIABLE):
        return _chosen_directory(chosen)
    from platformdirs import PlatformDirs  # 5 ms, of the 50 that `lijst` takes

    try:
        return choose(PlatformDirs("reisverslag", appauthor=False))
    except RuntimeError as error:
        raise LocationError(
            f"Je hebt geen thuismap om in op te slaan. Noem er een met {DATA_VARIABLE}=MAP."
        ) from error


def _chosen_directory(chosen: str) -> Path:
    """Return the directory that the environment names, which is the same wherever one is."""
    with suppress(RuntimeError):  # someone who does not exist
        path = Path(chosen).expanduser()
        home_is_known = Path(os.environ.get("HOME", "/")).is_absolute()
        if path.is_absolute() and (home_is_known or not chosen.startswith("~")):
            return path
    raise LocationError(
        f"In {DATA_VARIABLE} staat geen volledig pad: '{clean_line(chosen)}'. "
        "Zet er een pad in dat met / begint."
    )


def drafts_directory() -> Path:
    """Return the directory of the drafts."""
    return data_directory() / "concepten"


def bin_directory() -> Path:
    """Return the directory of the drafts that were thrown away."""
    return data_directory() / "prullenbak"


def versions_directory(drafts: Path | None = None) -> Path:
    """Return the directory of the earlier versions: the user's own, or of `drafts` elsewhere."""
    own = data_directory() / "versies"
    places = (drafts_directory(), bin_directory())
    if drafts is None or any(same_directory(drafts, place) for place in places):
        return own
    return own / f"@{digest(os.path.realpath(drafts))}"


def same_directory(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one place, of which there need be nothing yet."""
    return os.path.realpath(one) == os.path.realpath(other)


def index_file() -> Path:
    """Return the file that keeps what a list tells of the drafts, which may be thrown away."""
    return data_directory() / "lijst.json"


def habits_file() -> Path:
    """Return the file that remembers how the user last had the program."""
    return data_directory() / "gewoonten.toml"


def crash_directory() -> Path:
    """Return the directory of the reports on errors of the program's own."""
    return data_directory() / "foutmeldingen"
