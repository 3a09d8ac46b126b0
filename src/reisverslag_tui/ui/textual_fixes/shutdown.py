"""An app that comes through what Textual 8.2 would not, and keeps quiet about what was typed."""

import asyncio
import sys
import threading
from typing import Any

from rich.console import RenderableType
from textual import events
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.message import Message
from textual.widget import MountError
from textual.worker import WorkerFailed

from reisverslag_tui.ui.textual_fixes.driver import SteadyDriver
from reisverslag_tui.ui.textual_fixes.settling import SettlingApp


class SteadyApp(SettlingApp):
    """Takes over all that was typed before it ends, whatever ends it.

    An error does end it, but what Textual prints of one, with local variables, is left out;
    `fault` is that error. What overrides Textual here is of its version 8.2.
    """

    def __init__(self) -> None:
        super().__init__(driver_class=SteadyDriver)
        self.fault: BaseException | None = None
        self._last_wait: asyncio.Task[None] | None = None

    # What ends it

    def on_load(self) -> None:
        """Let an error in a task that nobody awaits end the program like any other."""
        asyncio.get_running_loop().set_exception_handler(self._loop_failed)

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def thread_failed(self, args: threading.ExceptHookArgs) -> None:
        """End the program because a thread failed; for `threading.excepthook`."""
        self.fault = self.fault or args.exc_value
        self.leave_soon()

    async def _dispatch_message(self, message: Message) -> None:
        """Handle a message; after an error what was typed behind it is handled all the same."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # noqa: BLE001 - the outermost frame of all the app handles
            self._handle_exception(error)
        if isinstance(message, events.Key):
            await asyncio.sleep(0)

    def _handle_exception(self, error: Exception) -> None:
        if self.is_leaving and isinstance(error, MountError | NoMatches):
            return  # it came just behind the end, on a screen that goes
        self.fault = self.fault or (error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def panic(self, *_renderables: RenderableType) -> None:
        """End the program, and print nothing."""
        self.leave_soon()

    def _fatal_error(self) -> None:
        self.leave_soon()

    # What is left

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen; its work ends first, which would else go on among parts that are gone."""
        self.workers.cancel_node(self.screen)
        return super().pop_screen()

    # What is typed

    def post_display_hook(self) -> None:
        """Take over what the screen has just shown, if its own message waits behind more keys."""
        if self.message_queue_size and self._screen_stack and self.focused:
            self.settled(self.focused)

    # How it ends

    def leave_soon(self) -> None:
        """Ask, from wherever, to end the program once all that was typed is taken over."""
        if self._loop is None:
            self.exit()
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin_to_leave)

    def messages_waiting(self) -> int:
        """Return how much is still to be handled; for use in a signal handler too."""
        return sum(node.message_queue_size for node in (self, *self._registry))

    @property
    def terminal_is_lent(self) -> bool:
        """Whether the user's editor has the terminal."""
        return isinstance(self._driver, SteadyDriver) and self._driver.is_lent

    def stop_writing(self) -> None:
        """Write no more to the terminal; for use in a signal handler, when all else failed."""
        if isinstance(self._driver, SteadyDriver):
            self._driver.stop_writing()

    def _begin_to_leave(self) -> None:
        self._last_wait = self._last_wait or asyncio.create_task(self._hear_all())

    async def _hear_all(self) -> None:
        """Wait for all that was typed, and end behind it."""
        try:
            if isinstance(self._driver, SteadyDriver):
                await self._driver.quiet()
        finally:
            self.call_later(self._end_in_order)

    async def _end_in_order(self) -> None:
        """End once the widgets have handled their keys, or no longer get on with that."""
        before = sys.maxsize
        try:
            while (waiting := self.messages_waiting()) < before:
                before = waiting
                await self.settle()
            await self.changes_made()
        finally:
            self.exit()
