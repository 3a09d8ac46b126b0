"""Shutdown that survives errors, handles all that was typed, and never prints user text.

Textual 8.2 prints an error with its local variables, which hold what was typed, and handles no
message after it. It ignores an error in a task that nobody awaits. Leaving a screen lets its
workers go on among widgets that are gone.

`tests/terminal/test_crashes.py`, `tests/terminal/test_signals.py` and `tests/ui/test_leaving.py`
fail without this.
"""

import asyncio
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.css.query import NoMatches
from textual.widget import MountError
from textual.worker import WorkerFailed


class Shutdown:
    """Ends an app once all that was typed is handled, whatever ends it.

    `read_all` waits until all input is read; `settle` until the focused widget is idle; `finish`
    until changes that were asked for are made.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        read_all: Callable[[], Awaitable[None]],
        settle: Callable[[], Awaitable[None]],
        finish: Callable[[], Awaitable[None]],
    ) -> None:
        self.fault: BaseException | None = None
        """The first error that ended the program, if one did."""
        self.has_exited = False
        """Whether `App.exit` was called: the screens are being removed."""
        self._app = app
        self._read_all = read_all
        self._settle = settle
        self._finish = finish
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None

    def watch_loop(self, on_error: Callable[[Exception], None]) -> None:
        """Have an error in a task of the running loop that nobody awaits handled like any other."""

        def failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            if isinstance(error := context.get("exception"), Exception):
                on_error(error)

        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(failed)

    def accepts(self, error: Exception) -> bool:
        """Remember an error; return whether it is one: not that of a screen being removed."""
        if self.has_exited and isinstance(error, MountError | NoMatches):
            return False
        self.fault = self.fault or (error.error if isinstance(error, WorkerFailed) else error)
        return True

    def thread_failed(self, args: threading.ExceptHookArgs) -> None:
        """End the program because a thread failed; for `threading.excepthook`."""
        self.fault = self.fault or args.exc_value
        self.leave_soon()

    def leave_soon(self) -> None:
        """End the program once all that was typed is handled; may be called from any thread."""
        if self._loop is None:
            self._app.exit()
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin)

    def messages_waiting(self) -> int:
        """Return how many messages are still to be handled; for use in a signal handler too."""
        screens = self._app.screen_stack
        nodes = (node for each in screens for node in each.walk_children(with_self=True))
        return self._app.message_queue_size + sum(node.message_queue_size for node in nodes)

    def _begin(self) -> None:
        self._task = self._task or asyncio.create_task(self._read_and_leave())

    async def _read_and_leave(self) -> None:
        try:
            await self._read_all()
        finally:
            self._app.call_later(self._leave)

    async def _leave(self) -> None:
        """Exit once the widgets have handled their keys, or make no more progress."""
        before = sys.maxsize
        try:
            while (waiting := self.messages_waiting()) < before:
                before = waiting
                await self._settle()
            await self._finish()
        finally:
            self._app.exit()
