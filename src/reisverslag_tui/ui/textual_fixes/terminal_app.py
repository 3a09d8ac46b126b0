"""Textual's app, with what it lacks for a program that runs in any terminal.

Each override calls an object that does one thing; the module of that object says what goes wrong in
Textual 8.2, and which test fails once that changes.
"""

import asyncio
import gc
import threading
from collections.abc import Awaitable, Callable
from typing import Any

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.actions import SkipAction
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from typing_extensions import override

from reisverslag_tui.ui.textual_fixes.driver import TerminalDriver
from reisverslag_tui.ui.textual_fixes.idle import wait_until_idle
from reisverslag_tui.ui.textual_fixes.key_queue import KeyQueue
from reisverslag_tui.ui.textual_fixes.screen_cleanup import ScreenCleanup
from reisverslag_tui.ui.textual_fixes.screen_diff import ScreenDiff
from reisverslag_tui.ui.textual_fixes.shutdown import Shutdown


class TerminalApp(App[None], inherit_bindings=False):
    """Handles input in order, sends only what changed, and loses nothing, whatever ends it.

    It has none of Textual's own key bindings.
    """

    def __init__(self) -> None:
        super().__init__(driver_class=_Driver)
        self.animation_level = "none"  # each step of an animation would be sent
        self.terminal: TerminalDriver | None = None
        """The driver of the terminal; None in a test without one."""
        self._key_queue = KeyQueue(self, self.settle)
        self._screen_diff = ScreenDiff()
        self._leaving = Shutdown(
            self, read_all=self._read_all, settle=self.settle, finish=self.changes_made
        )

    # What a subclass fills in

    def settled(self, focused: Widget) -> None:
        """Take over what `focused`, which is idle, holds: its message may be on its way still."""

    async def changes_made(self) -> None:
        """Wait until changes that were asked for are made; the program ends after that."""

    # Starting

    def on_load(self) -> None:
        """Watch the event loop; redraw when a shell or an editor gives the terminal back."""
        self._leaving.watch_loop(self._handle_exception)
        self.app_resume_signal.subscribe(self, lambda _app: self.redraw())

    async def on_mount(self) -> None:
        """Begin to free screens that were left."""
        ScreenCleanup(self)

    def on_ready(self) -> None:
        """Turn garbage collection on, if it was off during the start, for what is made from now."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    # Input

    def call_before_next_input(self, callback: Callable[[], Awaitable[object]]) -> None:
        """Call `callback` from the app's own task, before the next key or click is handled."""
        self._key_queue.call_before_next_input(callback)

    async def settle(self, widget: Widget | None = None) -> None:
        """Wait until a widget, by default the focused one, and those around it are idle."""
        focused = self.focused or self.screen
        await wait_until_idle(widget or focused)
        self.settled(focused)

    @override
    async def on_event(self, event: events.Event) -> None:
        """Handle an event; no input after the program was asked to end."""
        if self.is_leaving and isinstance(event, events.InputEvent | events.Paste):
            return
        await self._key_queue.handle(event, super().on_event)

    @override
    def pop_screen(self) -> AwaitComplete:
        """Leave a screen: its workers end first, and the next key waits until it is removed."""
        self.workers.cancel_node(self.screen)
        leaving = super().pop_screen()
        self._key_queue.wait_for_screen(leaving)
        return leaving

    @override
    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the clipboard; with none it stays as it is, and the key is not used."""
        if not text:
            raise SkipAction
        super().copy_to_clipboard(text)

    # Drawing

    def redraw(self) -> None:
        """Draw everything, whatever the terminal shows."""
        self._screen_diff.forget()
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw everything: a terminal that changes its size may move what it shows."""
        self.redraw()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have no cursor blink, so that nothing is sent while nobody types."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    @override
    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send only what differs from what the terminal shows, and the cursor.

        A terminal shows an accent that is being composed at its cursor, and reads out what is
        there; Textual leaves it where it was when the question or the screen was another.
        """
        if isinstance(screen.focused, Input | TextArea):
            self.cursor_position = screen.focused.cursor_screen_offset
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.is_headless:
            cursor = self.cursor_position
            renderable = self._screen_diff.update(screen, renderable, cursor, self.console)
        super()._display(screen, renderable)

    @override
    def post_display_hook(self) -> None:
        """Take over what the screen has just shown, if its own message waits behind more keys."""
        if self.message_queue_size and self.screen_stack and self.focused:
            self.settled(self.focused)

    # Leaving

    @property
    def is_leaving(self) -> bool:
        """Whether `exit` was called: the screens are being removed."""
        return self._leaving.has_exited

    @property
    def fault(self) -> BaseException | None:
        """The error that ended the program, if one did."""
        return self._leaving.fault

    @property
    def terminal_is_lent(self) -> bool:
        """Whether another program, such as the user's editor, has the terminal."""
        return self.terminal is not None and self.terminal.is_lent

    def leave_soon(self) -> None:
        """End the program once all that was typed is handled; may be called from any thread."""
        self._leaving.leave_soon()

    def messages_waiting(self) -> int:
        """Return how many messages are still to be handled; for use in a signal handler too."""
        return self._leaving.messages_waiting()

    def stop_writing(self) -> None:
        """Write no more to the terminal; for use in a signal handler, when all else failed."""
        if self.terminal:
            self.terminal.stop_writing()

    def thread_failed(self, args: threading.ExceptHookArgs) -> None:
        """End the program because a thread failed; for `threading.excepthook`."""
        self._leaving.thread_failed(args)

    @override
    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End the program."""
        self._leaving.has_exited = True
        super().exit(result, return_code, message)

    @override
    def panic(self, *renderables: RenderableType) -> None:
        """End the program, and print nothing."""
        self.leave_soon()

    @override
    def _fatal_error(self) -> None:
        self.leave_soon()

    @override
    def _handle_exception(self, error: Exception) -> None:
        if self._leaving.accepts(error):
            super()._handle_exception(error)

    @override
    async def _dispatch_message(self, message: Message) -> None:
        """Handle a message; after an error the messages behind it are handled all the same."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # noqa: BLE001 - the outermost frame of all the app handles
            self._handle_exception(error)
        if isinstance(message, events.Key):
            await asyncio.sleep(0)

    async def _read_all(self) -> None:
        if self.terminal:
            await self.terminal.quiet()


class _Driver(TerminalDriver):
    """The driver as App makes it; the app has no public way to it."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if isinstance(app, TerminalApp):
            app.terminal = self
