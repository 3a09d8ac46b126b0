"""An app in which keys keep their order, however fast they come.

Textual hands each key to the widget that has the focus as soon as it arrives, and looks for a
binding once the widget has passed it on. In a burst, as a slow line delivers it, Backspace would so
be obeyed after the letters that follow it, and what is typed after F9 would land in the answer
that is being left.
"""

import asyncio
from contextlib import suppress

from textual import events
from textual.widget import Widget

from reisverslag_tui.ui.frugal_app import FrugalApp

_PATIENCE = 1.0  # seconds that a key waits for the keys before it


class OrderedKeysApp(FrugalApp):
    """Obeys a key that is bound after all that was typed before it, and before all after it."""

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key that is bound at once, when what was typed has arrived."""
        if (
            isinstance(event, events.Key)
            and not (event.is_forwarded or event.is_printable)
            and await self._obeyed(event.key)
        ):
            return
        await super().on_event(event)

    async def _obeyed(self, key: str) -> bool:
        """Carry out what `key` is bound to once all before it is done, if it is bound at all."""
        if key not in self.screen.active_bindings:
            return False
        await self._settle()
        active = self.screen.active_bindings.get(key)
        if not active or not active.enabled:
            return False
        return await self.run_action(active.binding.action, active.node)

    async def _settle(self) -> None:
        """Wait until the focused widget, and those around it, have handled their keys."""
        focused = self.focused or self.screen
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for node in focused.ancestors_with_self:
                    handled = asyncio.Event()
                    if isinstance(node, Widget) and node.call_later(handled.set):
                        await handled.wait()
        self.settled(focused)
