"""The ways of a report out of the program: a file, a printer, the clipboard."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from textual.app import App

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.text import clean_line, file_name
from reisverslag_tui.core.width import read_width, width_in_words
from reisverslag_tui.errors import PrintingFailed, ReisverslagError
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.report.printers import Job, Printers, hand_over, printers
from reisverslag_tui.storage.locations import as_typed, user_path
from reisverslag_tui.storage.settings import WIDTH
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.clipboard import objection, sent_message
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.line import NumberDialog
from reisverslag_tui.ui.dialogs.printer import PrinterDialog
from reisverslag_tui.ui.flows.write_file import ask_and_write, is_directory
from reisverslag_tui.ui.notices import complain
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.workers import run_in_worker

_T = TypeVar("_T")

_HOW_WIDE = "Na hoeveel tekens begint een nieuwe regel?"
_NOT_PRINTED = "Er is niets afgedrukt: er werden nog printers gezocht toen je stopte."
_UNDER_WAY = (
    "'{job.draft.name}' was nog onderweg naar de printer toen je stopte. Of het er is, zie je daar."
)
_WIDTHS = (60, 72, 80, 100)


class Printing:
    """Prints reports as plain text, and remembers where and on what; the width is a setting."""

    def __init__(self, ui_state: UiStateStore, preferences: Preferences) -> None:
        self._ui_state = ui_state
        self._preferences = preferences
        self._searching = False
        self._waiting: list[Job] = []
        self._outcomes: list[str] = []

    @property
    def width(self) -> int:
        """The terminal cells at which lines are wrapped, or 0."""
        return self._preferences.settings.width

    def text(self, draft: Draft) -> str:
        """Return a report as it is printed."""
        return render_plain(draft, load_form(draft.form), self.width)

    def start(self, app: App[Any], draft: Draft, way: str = "") -> None:
        """Print a report to a "printer", a "file" or the "clipboard", or ask where to.

        It goes on when the screen is left, but asks nothing any more there.
        """
        run_in_worker(app, "print", self._print, app, draft, way, exclusive=True)

    async def _print(self, app: App[Any], draft: Draft, way: str) -> None:
        ways = {"printer": self._to_printer, "file": self._to_file, "clipboard": self._to_clipboard}
        if chosen := way or await self._way(app, draft):
            await ways[chosen](app, draft)

    async def _way(self, app: App[Any], draft: Draft) -> str | None:
        """Ask where to print a report to."""
        buttons = {
            "printer": bindings.TO_PRINTER.description,
            "file": bindings.TO_FILE.description,
            "clipboard": bindings.TO_CLIPBOARD.description,
            "width": bindings.WIDTH.description,
        }
        while True:
            text = f"'{draft.name}' als platte tekst, {width_in_words(self.width)}."
            way = await app.push_screen_wait(ChoiceDialog("Afdrukken", text, buttons))
            if way != "width":
                return way
            await self.ask_width(app)

    async def ask_width(self, app: App[Any]) -> None:
        """Ask for another width. To be called from a worker: it waits for the user."""
        buttons = {f"w{width}": str(width) for width in _WIDTHS}
        buttons |= {"w0": "Niet afbreken", "other": "Ander getal"}
        text = f"{_HOW_WIDE} Nu: {width_in_words(self.width)}. Wat je kiest geldt voortaan."
        dialog = ChoiceDialog("Breedte", text, buttons, f"w{self.width}")
        choice = await app.push_screen_wait(dialog)
        if choice == "other":
            number = NumberDialog("Breedte", _HOW_WIDE, self.width, "Kiezen", read_width)
            width = await app.push_screen_wait(number)
        else:
            width = int(choice[1:]) if choice else None
        if width is not None:
            try:
                await self._preferences.choose((WIDTH,), width)
            except ReisverslagError as error:
                complain(app, error)

    async def _to_file(self, app: App[Any], draft: Draft) -> None:
        """Ask for a file, and write the report there; asks before it would replace one."""
        prepared = await _unless_left(app, lambda: self._prepared(draft))
        if prepared is None:
            return
        name, data = prepared
        question = f"Het verslag wordt platte tekst, {width_in_words(self.width)}. In welk bestand?"
        path = await ask_and_write(app, ("Opslaan als", question), name, data)
        if path:
            directory = clean_line(as_typed(path.parent))
            self._ui_state.current = replace(self._ui_state.current, print_directory=directory)
            app.notify(f"Het verslag staat in {path}")

    def _prepared(self, draft: Draft) -> tuple[str, bytes]:
        """Return the file to propose for a report, and what is to be in it."""
        directory = self._ui_state.current.print_directory
        if not is_directory(user_path(directory)):
            directory = "~"
        name = f"{file_name(draft.title)}.txt"
        return str(Path(directory, name)), self.text(draft).encode()

    async def _to_printer(self, app: App[Any], draft: Draft) -> None:
        """Ask for a printer, and hand the report over to it."""
        self._searching = True
        try:
            found = await _printers(app)
        except PrintingFailed as error:
            _tell_failed(app, error)
            return
        finally:
            self._searching = app.return_code is not None
        if found is None:
            return
        names = found.most_likely_first(self._ui_state.current.printer)
        what = f"Het verslag wordt platte tekst, {width_in_words(self.width)}."
        wish = await app.push_screen_wait(PrinterDialog(names, found.default, what))
        if wish:
            job = Job(draft, self.width, *wish)
            self._ui_state.current = replace(self._ui_state.current, printer=job.printer)
            # On its own: whatever is printed next, what becomes of this job is told.
            self._waiting.append(job)
            run_in_worker(app, "hand-over", self._hand_over, app, job)

    async def _hand_over(self, app: App[Any], job: Job) -> None:
        """Give a job to its printer, and say what became of that."""
        try:
            told = await run_in_daemon_thread(lambda: job.told(hand_over(job)))
        except PrintingFailed as error:
            self._outcomes.append(_tell_failed(app, error))
        else:
            app.notify(told, timeout=10)
            self._outcomes.append(told)
        self._waiting.remove(job)

    @property
    def busy(self) -> bool:
        """Whether a job is being handed over."""
        return bool(self._waiting)

    def forget_outcomes(self) -> None:
        """Leave out of the last words what is told on the screen by now."""
        self._outcomes.clear()

    def last_words(self) -> list[str]:
        """Return what is to be said of printing once the program has ended."""
        if self._searching:
            return [*self._outcomes, _NOT_PRINTED]
        return [*self._outcomes, *(_UNDER_WAY.format(job=job) for job in self._waiting)]

    async def _to_clipboard(self, app: App[Any], draft: Draft) -> None:
        """Send the report to the clipboard, or offer a file where that will not do."""
        text = await _unless_left(app, lambda: self.text(draft))
        if text is None:
            return
        if not (why := objection(text, os.environ)):
            app.copy_to_clipboard(text)
            app.notify(sent_message(os.environ), timeout=10)
            return
        buttons = {"stay": "Laat maar", "file": bindings.TO_FILE.description}
        dialog = ChoiceDialog("Niet naar het klembord", f"{why} Wil je een bestand?", buttons)
        if await app.push_screen_wait(dialog) == "file":
            await self._to_file(app, draft)


async def _unless_left(app: App[Any], do: Callable[[], _T]) -> _T | None:
    """Return what `do` returns, which may take a while; None if the user went elsewhere meanwhile.

    A dialog would come in between there, and swallow keys.
    """
    here = app.screen
    done = await run_in_daemon_thread(do)
    return done if app.screen is here else None


async def _printers(app: App[Any]) -> Printers | None:
    """Look for printers, and say so."""
    app.notify("Printers zoeken ...", timeout=10)
    try:
        return await _unless_left(app, printers)
    finally:
        app.clear_notifications()


def _tell_failed(app: App[Any], error: PrintingFailed) -> str:
    text = f"{error} Opslaan als bestand kan altijd."
    app.notify(text, severity="error", timeout=15)
    return text
