"""The user's own editor: `$VISUAL` or `$EDITOR`."""

import asyncio
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App, SuspendNotSupported

from reisverslag_tui.core.text import clean
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.errors import ReisverslagError, Unreadable
from reisverslag_tui.storage.reading import read_file
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.report_view import ReportView
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.workers import run_in_worker

_LOOK = 0.5  # seconds between two looks at what an editor may have saved
_AT_ONCE = 5.0  # seconds in which nobody has read an answer and closed an editor
_DETACHED = (
    "Je editor was meteen klaar, misschien in een eigen venster. Wat je daar opslaat komt in dit "
    "antwoord, zolang dit verslag open is. Het bestand: {path}"
)
_TAKEN_IN = "Wat je in je editor opsloeg staat in het antwoord."
_BOTH_CHANGED = (
    "Dit antwoord is hier gewijzigd én in je editor. Hier blijft het zoals het is; de tekst van je "
    "editor staat in {path}"
)
_COPY_LEFT = "De tekst die je in je editor had staat in {path}"


class EditorFailed(ReisverslagError):
    """The editor could not be started, or did not end well; nothing was changed."""


class Copy:
    """A file in which the user's editor gets an answer; `text` is what was last known to be in it.

    It is removed once its text is safe, and stays if it may hold something else.
    """

    def __init__(self, question_id: str, text: str) -> None:
        """Write the file, for the user alone; EditorFailed if that can't be done."""
        self.question_id = question_id
        self.text = text
        self.detached = False
        self._process: subprocess.Popen[bytes] | None = None
        try:
            descriptor, name = tempfile.mkstemp(prefix="antwoord-", suffix=".txt")
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise EditorFailed("Er kon geen tijdelijk bestand worden gemaakt.") from error
        self.path = Path(name)
        self._status = self._seen = self._look()

    @property
    def is_there(self) -> bool:
        """Whether the file was not removed."""
        return os.path.lexists(self.path)

    def remove(self) -> None:
        """Remove the file, as far as that can be done."""
        with suppress(OSError):
            self.path.unlink()

    def edit(self, command: Sequence[str]) -> EditorFailed | None:
        """Let a program edit the file, and wait for it; return what went wrong.

        It is returned, for raised while Textual is suspended it leaves the screen dead. A program
        that ends at once without a change may go on in a window of its own: that is `detached`.
        """
        begun = monotonic()
        try:
            with subprocess.Popen([*command, self.path]) as self._process:  # noqa: S603 - the user's own choice
                code = self._process.wait()
        except OSError:
            self.remove()
            return EditorFailed(f"De editor '{command[0]}' start niet.")
        if code:
            return EditorFailed(f"De editor {_how_it_ended(code)}. Kijk in {self.path}.")
        self.detached = monotonic() - begun < _AT_ONCE and self._look() == self._status
        return None

    def end(self, number: int) -> None:
        """Send the signal that ends this program to the one that edits the file, too."""
        if self._process:
            self._process.send_signal(number)

    def read(self) -> str:
        """Return the text in the file, cleaned; EditorFailed if there is none."""
        try:
            self._status = self._look()
            text = read_file(self.path, MAXIMUM_SIZE).decode("utf-8-sig")
        except (OSError, Unreadable, UnicodeDecodeError) as error:
            raise EditorFailed(f"De editor gaf geen tekst terug. Kijk in {self.path}.") from error
        return clean(text).removesuffix("\n")

    def news(self) -> str | None:
        """Return the text in the file if that is another, and is no longer being written."""
        before, self._seen = self._seen, self._look()
        if self._seen in (None, self._status) or self._seen != before:
            return None
        with suppress(EditorFailed):  # it may be half written
            return self.read()
        return None

    def _look(self) -> tuple[int, int, int] | None:
        with suppress(OSError):
            status = self.path.lstat()
            return status.st_ino, status.st_size, status.st_mtime_ns
        return None


class ExternalEditor:
    """Lets the user's own editor rewrite an answer; a copy of that stays until it is saved."""

    def __init__(self, app: App[Any], view: ReportView) -> None:
        self._app = app
        self._view = view
        self._copies: list[Copy] = []

    async def edit(self, area: AnswerArea) -> None:
        """Edit an answer, with the terminal lent to the editor."""
        try:
            command = own_editor(os.environ)
            copy = Copy(area.question.id, area.text)
            self._copies.append(copy)
            text = _edit_in(self._app, command, copy)
        except ReisverslagError as error:
            self._app.notify(str(error), severity="error")
            return
        if copy.detached:
            self._app.notify(_DETACHED.format(path=copy.path), timeout=15)
            run_in_worker(self._app, "editor", self._watch, copy)
            return
        area.rewrite(text)
        self._view.take(area)
        if not isinstance(await self._view.saved(), Failed):
            copy.remove()

    async def _watch(self, copy: Copy) -> None:
        """Take in what is saved in a copy later, for as long as its report is open."""
        editing = self._view.open
        while editing and editing is self._view.open:
            await asyncio.sleep(_LOOK)
            if (
                editing is not self._view.open
                or (text := await run_in_daemon_thread(copy.news)) is None
            ):
                continue
            self._view.take_all()
            if editing.draft.answers.get(copy.question_id, "") != copy.text:
                notice = _BOTH_CHANGED.format(path=copy.path)
                self._app.notify(notice, severity="warning", timeout=15)
            elif editing.answer(copy.question_id, text):
                copy.text = editing.draft.answers[copy.question_id]
                self._view.show_answers(editing.draft)
                self._app.notify(_TAKEN_IN)

    def end(self, number: int) -> None:
        """Send a signal to the editor that has the terminal."""
        if self._copies:
            self._copies[-1].end(number)

    def last_words(self) -> list[str]:
        """Return where copies are that stayed."""
        return [_COPY_LEFT.format(path=copy.path) for copy in self._copies if copy.is_there]


def _edit_in(app: App[Any], command: Sequence[str], copy: Copy) -> str:
    """Let the user edit a copy in their own editor, with the terminal lent to it.

    Returns the text. Raises EditorFailed, and then nothing has changed; the file is left if it may
    hold something.
    """
    try:
        with app.suspend():
            problem = copy.edit(command)
    except SuspendNotSupported as error:
        copy.remove()
        raise EditorFailed("Deze terminal kan geen editor openen.") from error
    if problem:
        raise problem
    return copy.read()


def own_editor(environment: Mapping[str, str]) -> list[str]:
    """Return the words that start the user's editor; EditorFailed if there is none."""
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


def _how_it_ended(code: int) -> str:
    """Return what to say of a program with this exit code, which is negative after a signal."""
    return f"stopte met fout {code}" if code > 0 else f"werd afgebroken (signaal {-code})"
