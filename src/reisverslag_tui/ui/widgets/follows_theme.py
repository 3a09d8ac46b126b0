"""What is drawn in the colours of the theme by something else than its style sheet."""

from textual.color import Color
from textual.widget import Widget


class FollowsTheme(Widget):
    """Is told of another theme for as long as it is there."""

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.show_theme())

    def on_unmount(self) -> None:
        """Let go: what follows the theme would be kept for as long as the program runs."""
        self.app.theme_changed_signal.unsubscribe(self)

    @property
    def accent(self) -> str:
        """The accent of the theme, as Rich names that colour."""
        return Color.parse(self.app.theme_variables["accent"]).rich_color.name

    def show_theme(self) -> None:
        """Show the colours of the theme of now."""
        raise NotImplementedError
