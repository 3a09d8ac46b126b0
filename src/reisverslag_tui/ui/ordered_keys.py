"""An app in which keys keep their order, however fast they come.

Textual hands each key to the widget that has the focus as soon as it arrives. A key that leads to
another screen would so be obeyed after the keys that follow it (if it has no priority), or before
the ones that precede it (if it has).
"""

import asyncio
from contextlib import suppress

from textual import events
from textual.app import App
from textual.widget import Widget

_PATIENCE = 1.0  # seconds that a key waits for the keys before it


class OrderedKeysApp(App[None], inherit_bindings=False):
    """Lets what was typed before a key with priority arrive before that key is obeyed."""

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key with priority after all that was typed before it."""
        if isinstance(event, events.Key) and not event.is_forwarded and not event.is_printable:
            active = self.screen.active_bindings.get(event.key)
            if active and active.binding.priority:
                await self._settle()
        await super().on_event(event)

    async def _settle(self) -> None:
        focused = self.focused or self.screen
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for node in focused.ancestors_with_self:
                    handled = asyncio.Event()
                    if isinstance(node, Widget) and node.call_later(handled.set):
                        await handled.wait()
        self.settled(focused)

    def settled(self, focused: Widget) -> None:
        """Take what `focused` holds now: its own message about it may still be under way."""
