"""Keys and clicks are handled one by one, however fast they come.

Textual 8.2 hands each key to the focused widget as soon as it arrives, and looks for a binding once
the widget has passed it on (Textual #6605). In a burst, as a slow line delivers it, Backspace is
obeyed after the letters that follow it, and what is typed after a key that changes the screen lands
on the old screen. A second click is handled by a screen that the first one leaves, or by one that
is still being made.

`tests/ui/test_typing.py`, `tests/ui/test_clicks.py` and `tests/terminal/test_fast_fingers.py` fail
without this.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.screen import Screen

_TURNS = 3  # of the loop, in which a worker that was begun or answered gets to its next step


class KeyQueue:
    """Handles a bound key or a click after all input before it, and before all input after it."""

    def __init__(self, app: App[Any], settle: Callable[[Widget | None], Awaitable[None]]) -> None:
        """`settle` waits until a widget, or else the focused one, is idle."""
        self._app = app
        self._settle = settle
        self._before_next_input: deque[Callable[[], Awaitable[object]]] = deque()
        self._last_press: tuple[Screen[Any] | None, Offset, float] = None, Offset(0, 0), 0.0
        self._ignores_press = False
        self._leaving_screen: AwaitComplete | None = None

    def call_before_next_input(self, callback: Callable[[], Awaitable[object]]) -> None:
        """Call `callback` from the app's own task, before the next key or click is handled."""
        self._before_next_input.append(callback)
        self._app.call_later(self._call_waiting)  # for when no key or click is being handled

    def wait_for_screen(self, leaving: AwaitComplete) -> None:
        """Handle no further input until `leaving`, the removal of a screen, is complete."""
        self._leaving_screen = leaving

    async def handle(
        self, event: events.Event, pass_on: Callable[[events.Event], Awaitable[None]]
    ) -> None:
        """Handle an event, by `pass_on` if it is no bound key; of input also all that follows."""
        if (
            isinstance(event, events.Key)
            and not (event.is_forwarded or event.is_printable)
            and await self._run_binding(event.key)
        ):
            return
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            await self._settle(None)
            self._judge_press(event)
        if self._ignores_press and isinstance(event, events.MouseDown | events.MouseUp):
            return
        clicked = self._clicked_widget(event)
        await pass_on(event)
        if clicked:
            for _ in range(2):  # for the click, and for the message that the widget makes of it
                await self._settle(clicked)
            await self._wait_for_effects()

    def _judge_press(self, event: events.MouseDown) -> None:
        """Ignore the second press of a double click of which the first led to another screen."""
        last_screen, place, moment = self._last_press
        screen = self._app.screen
        soon = event.time - moment <= self._app.CLICK_CHAIN_TIME_THRESHOLD
        self._ignores_press = last_screen is not screen and place == event.screen_offset and soon
        if not self._ignores_press:
            self._last_press = screen, event.screen_offset, event.time

    def _clicked_widget(self, event: events.Event) -> Widget | None:
        """Return the widget on which a mouse button is released, if that is what happens."""
        if not isinstance(event, events.MouseUp) or event.is_forwarded:
            return None
        try:
            return self._app.get_widget_at(*event.screen_offset)[0]
        except NoWidget:
            return None

    async def _run_binding(self, key: str) -> bool:
        """Run what `key` is bound to, once all before it is done; return whether it is bound."""
        if key not in self._app.screen.active_bindings:
            return False
        await self._settle(None)
        active = self._app.screen.active_bindings.get(key)
        if not active or not active.enabled:
            return False
        handled = await self._app.run_action(active.binding.action, active.node)
        await self._wait_for_effects()
        return handled

    async def _wait_for_effects(self) -> None:
        """Wait for what a key or a click did, and for the callbacks that it asked for."""
        await self._wait_for_messages()
        while self._before_next_input:
            await self._before_next_input.popleft()()
            await self._wait_for_messages()

    async def _wait_for_messages(self) -> None:
        """Wait for the message of a button or a list, and for a worker that goes on by it."""
        await self._settle(None)
        if self._leaving_screen:  # only then does an answered worker push its next dialog
            await self._leaving_screen
            self._leaving_screen = None
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if not self._app.screen.is_mounted:
            await self._settle(None)

    async def _call_waiting(self) -> None:
        while self._before_next_input:
            await self._before_next_input.popleft()()
