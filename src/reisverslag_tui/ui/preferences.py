"""The settings of the user, for as long as the program runs."""

import asyncio
from collections.abc import Callable, Sequence

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
from reisverslag_tui.ui.keymap import choosable, keymap
from reisverslag_tui.ui.keys import key_name
from reisverslag_tui.ui.screens.page import Page

_THEMES = f"kies {themes.DARK.name}, {themes.LIGHT.name} of een naam uit de lijst bij Instellingen"


class Preferences:
    """Holds what is in the file of the settings, judged by what only the full screen knows.

    `keymap` is Textual's: keys by the id of a binding, those alone that were chosen and can be, on
    any of the `screens`.
    """

    def __init__(self, file: SettingsFile, screens: Callable[[], Sequence[type[Page]]]) -> None:
        self._screens = screens
        self._writing = asyncio.Lock()
        self._take(file)

    def _take(self, file: SettingsFile) -> None:
        problems = list(file.problems)
        if file.settings.theme not in themes.NAMES:
            problems.append(file.refuse((THEME,), _THEMES, f"Nu geldt {DEFAULTS.theme}."))
            file = file._replace(settings=file.settings._replace(theme=DEFAULTS.theme))
        self.keymap, refused = keymap(file.settings.keys, self._screens)
        for name, reason in refused.items():
            instead = "Nu geldt de gewone toets." if name in choosable() else "Dit doet nu niets."
            problems.append(file.refuse((KEYS, name), reason, instead))
        self.problems: Sequence[Problem] = sorted(problems, key=lambda item: item.line or 0)
        self._file = file

    @property
    def settings(self) -> Settings:
        """What holds now."""
        return self._file.settings

    @property
    def hints(self) -> Sequence[Problem]:
        """What is in the file and means nothing to the program."""
        return self._file.hints

    def objection(self, command: str, key: str) -> str:
        """Return why a key can't be chosen for the command with this id, in Dutch, or nothing."""
        others = {name: keys for name, keys in self.settings.keys.items() if name != command}
        return keymap({**others, command: key}, self._screens)[1].get(command, "")

    def keys_of(self, command: str) -> Sequence[str]:
        """Return what Textual calls the keys that the command with this id has now."""
        chosen = self.keymap.get(command)
        return chosen.split(",") if chosen else choosable()[command].keys

    def key_called(self, command: str) -> str:
        """Return what the first of those is called on the screen."""
        return key_name(self.keys_of(command)[0])

    @property
    def writing(self) -> bool:
        """Whether a setting is being written now."""
        return self._writing.locked()

    async def choose(self, keys: Sequence[str], value: str | int | None) -> None:
        """Write one setting, None for the default, when all before it are written.

        Raises ReisverslagError if it could not be written; then nothing has changed. Once begun it
        goes on, also if nobody waits for it any more.
        """
        await asyncio.shield(self._write(keys, lambda: value))

    async def switch(self, name: str) -> None:
        """Write, like `choose`, that what is on by then is off, or the other way round."""
        await asyncio.shield(self._write((name,), lambda: not self.settings.value(name)))

    async def _write(self, keys: Sequence[str], value: Callable[[], str | int | None]) -> None:
        async with self._writing:
            self._take(await asyncio.to_thread(write_setting, self._file.path, keys, value()))
