"""Which file: a path that Tab completes."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static
from typing_extensions import override

from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.dialogs.line import LineDialog
from reisverslag_tui.ui.path_completion import candidates, completed
from reisverslag_tui.ui.widgets.one_line import OneLine

_PATIENCE = 1.0  # seconds
_MOST_NAMES = 50  # that are shown; more than fits on a line is of no use


class _Completion(Suggester):
    """Suggests a path as far as there is only one; tells which names there are beyond that."""

    def __init__(self, tell: Callable[[str, Sequence[str]], None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tell = tell

    @override
    async def get_suggestion(self, value: str) -> str | None:
        """Return the path, completed; reading the directory is left to a thread."""
        names = await run_in_daemon_thread(partial(candidates, value))
        self._tell(value, names)
        suggestion = completed(value, names)
        return suggestion if suggestion != value else None


class _PathLine(OneLine):
    """A line in which Tab completes a path; where there is nothing to choose it goes on as ever."""

    BINDINGS = bindings.of(bindings.COMPLETE)

    async def action_complete(self) -> None:
        """Complete the path. What is typed behind Tab waits, but not for a disk that hangs."""
        names: Sequence[str] = ()
        if self.cursor_at_end:
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    names = await run_in_daemon_thread(partial(candidates, self.value))
        done = completed(self.value, names)
        if done != self.value:
            self.value = done
            self.cursor_position = len(done)
        elif len(names) < 2:
            self.screen.focus_next()


class PathDialog(LineDialog):
    """Asks for a file; is dismissed with its path as typed, or with None."""

    how_to_answer = "Typ de naam van het bestand. Tab vult aan wat je typt. Druk dan op Enter."

    def __init__(self, title: str, text: str, path: str) -> None:
        super().__init__(title, text, path, "Opslaan")

    @override
    def compose_fields(self) -> Iterable[Widget]:
        """Yield the line, and below it the names that it may still become."""
        completion = _Completion(self._show_names)
        yield _PathLine(self._value, compact=True, select_on_focus=False, suggester=completion)
        yield Static(id="names", classes="quiet")

    def _show_names(self, path: str, names: Sequence[str]) -> None:
        """Show what a path may become, if that is what the line still says, and it is there."""
        if not self.is_current or path != self.query_one(Input).value:
            return
        several = names[:_MOST_NAMES] if len(names) > 1 else ()
        self.query_one("#names", Static).update(Content("  ".join(several)))
