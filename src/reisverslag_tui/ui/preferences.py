"""The settings of the user, for as long as the program runs."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from reisverslag_tui.storage.settings import (
    DEFAULTS,
    KEYS,
    THEME,
    Problem,
    Settings,
    SettingsFile,
    write_setting,
)
from reisverslag_tui.ui import themes
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.keymap import choosable, keymap
from reisverslag_tui.ui.screens.page import Page

_THEMES = f"kies {themes.DARK.name}, {themes.LIGHT.name} of een naam uit de lijst bij Instellingen"


class Preferences:
    """Holds the settings file, checked against the themes and the keys of the `screens` too.

    `keymap` is Textual's: keys by the id of a command, for those that were chosen and accepted.
    """

    def __init__(self, file: SettingsFile, screens: Callable[[], Sequence[type[Page]]]) -> None:
        self._screens = screens
        self._writing = asyncio.Lock()
        self._take(file)

    def _take(self, file: SettingsFile) -> None:
        problems = list(file.problems)
        if file.settings.theme not in themes.NAMES:
            problems.append(file.refuse((THEME,), _THEMES, f"Nu geldt {DEFAULTS.theme}."))
            file = replace(file, settings=replace(file.settings, theme=DEFAULTS.theme))
        self.keymap, refused = keymap(file.settings.keys, self._screens)
        for name, reason in refused.items():
            instead = "Nu geldt de gewone toets." if name in choosable() else "Dit doet nu niets."
            problems.append(file.refuse((KEYS, name), reason, instead))
        self.problems: Sequence[Problem] = sorted(problems, key=lambda item: item.line or 0)
        self._file = file

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""
        return self._file.settings

    @property
    def hints(self) -> Sequence[Problem]:
        """The entries of the file that the program does not know."""
        return self._file.hints

    def objection(self, command: str, key: str) -> str:
        """Return in Dutch why a key can't be chosen for the command with this id, or ""."""
        others = {name: keys for name, keys in self.settings.keys.items() if name != command}
        return keymap({**others, command: key}, self._screens)[1].get(command, "")

    def keys_of(self, command: str) -> Sequence[str]:
        """Return Textual's names of the keys that the command with this id has now."""
        chosen = self.keymap.get(command)
        return chosen.split(",") if chosen else choosable()[command].keys

    def key_label(self, command: str) -> str:
        """Return the name on the screen of the first key of the command with this id."""
        return key_name(self.keys_of(command)[0])

    @property
    def writing(self) -> bool:
        """Whether a setting is being written now."""
        return self._writing.locked()

    async def choose(self, keys: Sequence[str], value: str | int | None) -> None:
        """Write one setting, None for the default, after those before it.

        Raises ReisverslagError if it could not be written; then nothing has changed. Cancelling the
        caller does not stop the write.
        """
        await asyncio.shield(self._write(keys, lambda: value))

    async def switch(self, name: str) -> None:
        """Turn a setting off that is on by then, or on, and write it as `choose` does."""
        await asyncio.shield(self._write((name,), lambda: not self.settings.value(name)))

    async def _write(self, keys: Sequence[str], value: Callable[[], str | int | None]) -> None:
        async with self._writing:
            self._take(await asyncio.to_thread(write_setting, self._file.path, keys, value()))
