"""The ways of a report out of the program: a file, a printer, the clipboard."""

import asyncio
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from reisverslag_tui.cups import Job, hand_over, printers
from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import PrintingFailed, ReisverslagError
from reisverslag_tui.form import load_form
from reisverslag_tui.locations import as_typed, user_path
from reisverslag_tui.rendering.plain import read_width, render_plain, told_width
from reisverslag_tui.settings import WIDTH
from reisverslag_tui.text import clean_line
from reisverslag_tui.ui.aside import aside
from reisverslag_tui.ui.clipboard import objection, sent
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.number import NumberDialog
from reisverslag_tui.ui.dialogs.printer import PrinterDialog
from reisverslag_tui.ui.memory import Memory
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.writing import ask_and_write, file_name

_HOW_WIDE = "Na hoeveel tekens begint een nieuwe regel?"
_WIDTHS = (60, 72, 80, 100)


class Printing:
    """Prints reports as plain text, and remembers where and on what; the width is a setting.

    Methods that take an app are to be called from a worker: they wait for the user.
    """

    def __init__(self, memory: Memory, preferences: Preferences) -> None:
        self._memory = memory
        self._preferences = preferences

    @property
    def width(self) -> int:
        """The terminal cells at which lines are wrapped, or 0."""
        return self._preferences.settings.width

    def text(self, draft: Draft) -> str:
        """Return a report as it is printed."""
        return render_plain(draft, load_form(draft.form), self.width)

    async def ask_where(self, app: App[Any], draft: Draft) -> None:
        """Ask where to print a report to, and do that."""
        ways = {"printer": "Naar een printer", "file": "In een bestand"}
        ways |= {"clipboard": "Naar het klembord", "width": "Andere breedte"}
        while True:
            text = f"‘{draft.name}’ als platte tekst, {told_width(self.width)}."
            way = await app.push_screen_wait(ChoiceDialog("Afdrukken", text, ways))
            if way != "width":
                break
            await self.ask_width(app)
        if way == "printer":
            await self.to_printer(app, draft)
        elif way == "file":
            await self.to_file(app, draft)
        elif way == "clipboard":
            await self.to_clipboard(app, draft)

    async def ask_width(self, app: App[Any]) -> None:
        """Ask for another width."""
        buttons = {f"w{width}": str(width) for width in _WIDTHS}
        buttons |= {"w0": "Niet afbreken", "other": "Ander getal"}
        text = f"{_HOW_WIDE} Nu: {told_width(self.width)}."
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
                app.notify(f"Dat lukt niet: {error}", severity="error")

    async def to_file(self, app: App[Any], draft: Draft) -> None:
        """Ask for a file, and write the report there; asks before it would replace one."""
        directory = self._memory.habits.print_directory
        if not await asyncio.to_thread(os.path.isdir, user_path(directory)):
            directory = "~"
        question = f"Het verslag wordt platte tekst, {told_width(self.width)}. In welk bestand?"
        name = str(Path(directory, f"{file_name(draft.title)}.txt"))
        data = self.text(draft).encode()
        path = await ask_and_write(app, ("Opslaan als tekst", question), name, data)
        if path:
            directory = clean_line(as_typed(path.parent))
            self._memory.habits = replace(self._memory.habits, print_directory=directory)
            app.notify(f"Het verslag staat in {path}")

    async def to_printer(self, app: App[Any], draft: Draft) -> None:
        """Ask for a printer, and hand the report over to it."""
        app.notify("Printers zoeken ...", timeout=10)
        try:
            found = await aside(printers)
            app.clear_notifications()
            names = found.most_likely_first(self._memory.habits.printer)
            what = f"Het verslag wordt platte tekst, {told_width(self.width)}."
            wish = await app.push_screen_wait(PrinterDialog(names, found.default, what))
            if wish is None:
                return
            job = Job(draft, self.width, *wish)
            self._memory.habits = replace(self._memory.habits, printer=job.printer)
            told = job.told(await aside(partial(hand_over, job)))
        except PrintingFailed as error:
            text = f"{error} In een bestand bewaren kan altijd."
            app.notify(text, severity="error", timeout=15)
        else:
            app.notify(told, timeout=10)

    async def to_clipboard(self, app: App[Any], draft: Draft) -> None:
        """Send the report to the clipboard, or offer a file where that will not do."""
        text = self.text(draft)
        if not (why := objection(text, os.environ)):
            app.copy_to_clipboard(text)
            app.notify(sent(os.environ), timeout=10)
            return
        buttons = {"stay": "Laat maar", "file": "In een bestand bewaren"}
        dialog = ChoiceDialog("Niet naar het klembord", f"{why} Wil je een bestand?", buttons)
        if await app.push_screen_wait(dialog) == "file":
            await self.to_file(app, draft)
