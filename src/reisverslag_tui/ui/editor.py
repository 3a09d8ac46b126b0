"""The user's own editor: `$VISUAL` or `$EDITOR`."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.text import clean


class EditorFailed(ReisverslagError):
    """The editor could not be started, or did not end well; nothing was changed."""


def edit_in(app: App[Any], text: str) -> tuple[str, Path]:
    """Let the user edit `text` in their own editor, with the terminal lent to it.

    Returns the text, cleaned, and the file it comes from, which the caller deletes once the text
    is safe. Raises EditorFailed, and then nothing has changed; the file is left if it may hold
    something.
    """
    command = _command(os.environ)
    copy = _write_copy(text)
    try:
        with app.suspend():
            edited = _run(command, copy)
    except SuspendNotSupported as error:
        copy.unlink()
        raise EditorFailed("Deze terminal kan geen editor openen.") from error
    if isinstance(edited, EditorFailed):
        raise edited
    return edited, copy


def _command(environment: Mapping[str, str]) -> list[str]:
    try:
        words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    except ValueError as error:
        raise EditorFailed("In VISUAL of EDITOR staat geen geldige opdracht.") from error
    if not words:
        raise EditorFailed(
            "Er is geen ander schrijfprogramma ingesteld (EDITOR). Je kunt hier verder schrijven."
        )
    if shutil.which(words[0]) is None:
        raise EditorFailed(f"De editor '{words[0]}' staat niet op deze computer.")
    return words


def _write_copy(text: str) -> Path:
    """Write `text` to a temporary file of the user alone."""
    try:
        descriptor, name = tempfile.mkstemp(prefix="antwoord-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise EditorFailed("Er kon geen tijdelijk bestand worden gemaakt.") from error
    return Path(name)


def _run(command: list[str], copy: Path) -> str | EditorFailed:
    """Return what `copy` holds once the user has edited it.

    EditorFailed is returned, for raised while Textual is suspended it leaves the screen dead.
    """
    try:
        outcome = subprocess.run([*command, copy], check=False)  # noqa: S603 - the user's own choice
    except OSError:
        copy.unlink()
        return EditorFailed(f"De editor '{command[0]}' start niet.")
    try:
        text = copy.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return EditorFailed(f"De editor gaf geen tekst terug. Kijk in {copy}.")
    if outcome.returncode:
        return EditorFailed(f"De editor {_how_it_ended(outcome.returncode)}. Kijk in {copy}.")
    return clean(text).removesuffix("\n")


def _how_it_ended(code: int) -> str:
    """Return what to say of a program with this exit code, which is negative after a signal."""
    return f"stopte met fout {code}" if code > 0 else f"werd afgebroken (signaal {-code})"
