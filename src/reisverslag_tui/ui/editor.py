"""The user's own editor: `$VISUAL` or `$EDITOR`."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.text import clean


class EditorFailed(ReisverslagError):
    """The editor could not be started, or did not end well; nothing was changed."""


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Return the command of the user's editor; EditorFailed if there is none that exists."""
    try:
        words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    except ValueError as error:
        raise EditorFailed("In VISUAL of EDITOR staat geen geldige opdracht.") from error
    if not words:
        raise EditorFailed("Noem eerst je editor, bijvoorbeeld met: export EDITOR=nano")
    if shutil.which(words[0]) is None:
        raise EditorFailed(f"De editor '{words[0]}' staat niet op deze computer.")
    return words


def write_copy(text: str) -> Path:
    """Write `text` to a temporary file of the user alone, for the editor; EditorFailed if not."""
    try:
        descriptor, name = tempfile.mkstemp(prefix="antwoord-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise EditorFailed("Er kon geen tijdelijk bestand worden gemaakt.") from error
    return Path(name)


def run_editor(command: list[str], copy: Path) -> str:
    """Let the user edit `copy`, and return what it holds then, cleaned.

    EditorFailed, naming `copy`, which is left where it is, if that can't be had.
    """
    try:
        outcome = subprocess.run([*command, copy], check=False)  # noqa: S603 - the user's own choice
        text = copy.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EditorFailed(f"De editor gaf geen tekst terug. Kijk in {copy}.") from error
    if outcome.returncode:
        raise EditorFailed(f"De editor stopte met fout {outcome.returncode}. Kijk in {copy}.")
    return clean(text).removesuffix("\n")
