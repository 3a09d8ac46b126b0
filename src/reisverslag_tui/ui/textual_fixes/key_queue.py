"""An app in which keys and clicks keep their order, however fast they come.

Textual hands each key to the widget that has the focus as soon as it arrives, and looks for a
binding once the widget has passed it on. In a burst, as a slow line delivers it, Backspace would so
be obeyed after the letters that follow it, and what is typed after F9 would land in the answer
that is being left. A second click would be about a screen that the first one leaves, or one that
is still being made.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.widget import Widget

from reisverslag_tui.ui.textual_fixes.settling import SettlingApp

if TYPE_CHECKING:
    from textual.screen import Screen

_TURNS = 3  # of the loop, in which a worker that was begun or answered gets to its next step


class OrderedKeysApp(SettlingApp):
    """Obeys a bound key or a click after all input before it, and before all input after it."""

    _going: AwaitComplete | None = None

    def __init__(self) -> None:
        super().__init__()
        self._before_next_input: deque[Callable[[], Awaitable[object]]] = deque()
        self._last_press: tuple[Screen[Any] | None, Offset, float] = None, Offset(0, 0), 0.0
        self._ignores_press = False

    def call_before_next_input(self, callback: Callable[[], Awaitable[object]]) -> None:
        """Call `callback` from the app's own task, before the next key or click is handled."""
        self._before_next_input.append(callback)
        self.call_later(self._call_waiting)  # for when no key or click is being handled

    async def _call_waiting(self) -> None:
        while self._before_next_input:
            await self._before_next_input.popleft()()

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen, and remember that it goes."""
        self._going = super().pop_screen()
        return self._going

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; of a bound key or a click also all that it leads to.

        Nothing is handled that comes after what ended the program.
        """
        if self.is_leaving and isinstance(event, events.InputEvent | events.Paste):
            return
        if (
            isinstance(event, events.Key)
            and not (event.is_forwarded or event.is_printable)
            and await self._obeyed(event.key)
        ):
            return
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            await self.settle()
            self._judge_press(event)
        if self._ignores_press and isinstance(event, events.MouseDown | events.MouseUp):
            return
        clicked = self._clicked_widget(event)
        await super().on_event(event)
        if clicked:
            for _ in range(2):  # for the click, and for what the widget says of it
                await self.settle(clicked)
            await self._done()

    def _judge_press(self, event: events.MouseDown) -> None:
        """Ignore the second press of a double click of which the first led to another screen."""
        screen, place, moment = self._last_press
        soon = event.time - moment <= self.CLICK_CHAIN_TIME_THRESHOLD
        self._ignores_press = screen is not self.screen and place == event.screen_offset and soon
        if not self._ignores_press:
            self._last_press = self.screen, event.screen_offset, event.time

    def _clicked_widget(self, event: events.Event) -> Widget | None:
        """Return the widget on which a button of the mouse is let go, if that is what happens."""
        if not isinstance(event, events.MouseUp) or event.is_forwarded:
            return None
        try:
            return self.get_widget_at(*event.screen_offset)[0]
        except NoWidget:
            return None

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
        """Wait for what a key or a click did, and for what that asks to be called."""
        await self._arrived()
        while self._before_next_input:
            await self._before_next_input.popleft()()
            await self._arrived()

    async def _arrived(self) -> None:
        """Wait for a button or a list to tell of it, and for a worker to go on by it."""
        await self.settle()
        if self._going:  # only then does a worker that was answered put its next dialog there
            await self._going
            self._going = None
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if not self.screen.is_mounted:
            await self.settle()
