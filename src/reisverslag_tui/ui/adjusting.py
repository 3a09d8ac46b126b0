"""The settings at work, from the first screen on."""

from reisverslag_tui.ui.house_style import HouseStyleApp
from reisverslag_tui.ui.keymap import choosable, names_of
from reisverslag_tui.ui.preferences import Preferences


class AdjustableApp(HouseStyleApp):
    """Has the theme and the keys that the user has chosen."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.theme = preferences.settings.theme
        self.set_keymap(preferences.keymap)

    async def on_mount(self) -> None:
        """Say how much in the file of the settings is not as it should be, if anything."""
        if count := len(self._preferences.problems):
            what = "klopt 1 ding" if count == 1 else f"kloppen {count} dingen"
            self.notify(
                f"In je instellingen {what} niet. Kijk met {self.key_called('instellingen')}.",
                severity="warning",
                timeout=15,
            )

    def key_called(self, command: str) -> str:
        """Return what the key of the command with this id is called."""
        chosen = self._preferences.keymap.get(command)
        return names_of(chosen.split(",") if chosen else choosable()[command].keys)

    def action_theme(self) -> None:
        """Change from light to dark, or back, for as long as the program runs."""
        before = self.theme
        super().action_theme()
        chosen = self.get_theme(self._preferences.settings.theme)
        if chosen and chosen.dark == self.current_theme.dark:
            self.theme = chosen.name
        if self.theme != before:
            key = self.key_called("instellingen")
            self.notify(f"Alleen voor nu. Kies met {key} wat het altijd is.", timeout=3)
