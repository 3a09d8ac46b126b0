"""An app that knows when all that was typed has arrived where it was meant to be."""

import asyncio
from contextlib import suppress

from rich.console import RenderableType
from textual.app import App
from textual.widget import Widget

_PATIENCE = 1.0  # seconds that is waited for keys to be handled


class SettlingApp(App[None]):
    """What keeps keys in order and what ends the program in order both wait here."""

    is_leaving = False
    """Whether `exit` was called: what is on the screens is being taken down."""

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End the program."""
        self.is_leaving = True
        super().exit(result, return_code, message)

    def settled(self, focused: Widget) -> None:
        """Take what `focused` holds now: its own message about it may still be under way."""

    async def changes_made(self) -> None:
        """Wait until what was asked for is so."""

    async def settle(self, widget: Widget | None = None) -> None:
        """Wait until a widget, by default the focused one, and those around it are idle."""
        focused = self.focused or self.screen
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for node in (widget or focused).ancestors_with_self:
                    handled = asyncio.Event()
                    if isinstance(node, Widget) and node.call_later(handled.set):
                        await handled.wait()
        self.settled(focused)
