"""A base for widgets that draw in colours of the theme without the style sheet."""

from textual.color import Color
from textual.widget import Widget


class FollowsTheme(Widget):
    """Calls `show_theme` when the theme changes."""

    def on_mount(self) -> None:
        """Subscribe to changes of the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.show_theme())

    def on_unmount(self) -> None:
        """Unsubscribe, or the widget would never be freed."""
        self.app.theme_changed_signal.unsubscribe(self)

    @property
    def accent(self) -> str:
        """Rich's name of the accent colour of the theme."""
        return Color.parse(self.app.theme_variables["accent"]).rich_color.name

    def show_theme(self) -> None:
        """Draw in the colours of the present theme."""
        raise NotImplementedError
