"""An app in which keys keep their order, however fast they come.

Textual hands each key to the widget that has the focus as soon as it arrives, and looks for a
binding once the widget has passed it on. In a burst, as a slow line delivers it, Backspace would so
be obeyed after the letters that follow it, and what is typed after F9 would land in the answer
that is being left.
"""

import asyncio

from textual import events
from textual.await_complete import AwaitComplete

from reisverslag_tui.ui.settling import SettlingApp

_TURNS = 3  # of the loop, in which a worker that was begun or answered gets to its next step


class OrderedKeysApp(SettlingApp):
    """Obeys a key that is bound after all that was typed before it, and before all after it."""

    _going: AwaitComplete | None = None

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen, and remember that it goes."""
        self._going = super().pop_screen()
        return self._going

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
        await self.settle()
        active = self.screen.active_bindings.get(key)
        if not active or not active.enabled:
            return False
        obeyed = await self.run_action(active.binding.action, active.node)
        await self._done()
        return obeyed

    async def _done(self) -> None:
        """Wait for what a key did: a button or a list tells of it, and a worker may go on by it."""
        await self.settle()
        if self._going:  # only then does a worker that was answered put its next dialog there
            await self._going
            self._going = None
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if not self.screen.is_mounted:
            await self.settle()
