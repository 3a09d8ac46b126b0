"""The command palette: the commands of the screen it was called on, found by name."""

from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from functools import partial
from inspect import isawaitable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.command import Command as CommandOption
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input, LoadingIndicator, OptionList
from textual.worker import WorkerCancelled
from typing_extensions import override

from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.active_commands import ActiveCommand, active_commands
from reisverslag_tui.ui.bindings import Command
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.textual_fixes.command_list import LaidOutCommandList
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp
from reisverslag_tui.ui.widgets.key_bar import KeyBar
from reisverslag_tui.ui.widgets.one_line import OneLine

_LONGEST = 60  # characters of a query that count; no description is as long
_CLOSE = 0.7  # difflib's ratio for a mistyped word to count as a known one


class _Query(CommandInput, OneLine):
    """The line in which a command is searched for."""


class Palette(CommandPalette):
    """Textual's palette, with a key bar, and which can be stopped from like any screen."""

    BINDINGS = bindings.of(bindings.RUN_COMMAND, bindings.CLOSE_COMMANDS, bindings.STOP)

    @override
    def compose(self) -> ComposeResult:
        """Yield what Textual's has, with a line of ours, and its own keys at the bottom."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield _Query(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield LaidOutCommandList()
                yield LoadingIndicator()
        yield KeyBar()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        """Do what is clicked in the place of Textual's palette, which a second click upsets."""
        event.stop()
        event.prevent_default()
        if isinstance(self.app, TerminalApp):
            self.app.call_before_next_input(self.action_run)

    async def action_run(self) -> None:
        """Do what is chosen, at once: what is typed next is meant for where that leads."""
        for worker in list(self.workers):
            if worker.node is self:
                with suppress(WorkerCancelled):
                    await worker.wait()
        if not self.is_current:  # a click came in between
            return
        chosen = self.query_one(CommandList).highlighted_option
        if isinstance(chosen, CommandOption):
            await self.dismiss()
            if isawaitable(doing := chosen.hit.command()):
                await doing


class KeyCommands(Provider):
    """Offers the commands of the screen; always answers, or Textual would in English."""

    @override
    async def discover(self) -> Hits:
        """Yield every command, those of the screen itself first."""
        for active, line in _lines(self._offered()):
            yield DiscoveryHit(line, self._run(active), text=active.description)

    @override
    async def search(self, query: str) -> Hits:
        """Yield the commands that `query` finds, also by a synonym or with a typing error."""
        query = query[:_LONGEST]
        offered = self._offered()
        scores = [self._score(query, active.command) for active in offered]
        if not any(scores):
            scores = [_likeness(query, active.command) for active in offered]
        if not any(scores):
            yield Hit(1, Content("Geen opdracht gevonden"), lambda: None, text=query)
        for score, (active, line) in zip(scores, _lines(offered), strict=True):
            if score:
                yield Hit(score, line, self._run(active), text=active.description)

    def _offered(self) -> Sequence[ActiveCommand]:
        """Return the commands to choose from: each description once, and none of an input."""
        offered: dict[str, ActiveCommand] = {}
        for active in active_commands(self.screen):
            if not active.command.hidden and not isinstance(active.node, Input):
                offered.setdefault(active.description, active)
        return tuple(offered.values())

    def _score(self, query: str, command: Command) -> float:
        """Return how well `query` matches, from 0 to 1; a synonym counts for half."""
        matcher = self.matcher(query)
        synonyms = (matcher.match(word) / 2 for word in command.synonyms.split())
        return max(matcher.match(command.description), *synonyms, 0)

    def _run(self, active: ActiveCommand) -> IgnoreReturnCallbackType:
        return partial(self.app.run_action, active.command.action, active.node)


def _lines(offered: Sequence[ActiveCommand]) -> list[tuple[ActiveCommand, Content]]:
    """Return each command with its line: the description and its first key, in columns."""
    width = max((cell_len(active.description) for active in offered), default=0)
    return [
        (
            active,
            Content.assemble(
                active.description.ljust(width + 2), (key_name(active.keys[0]), "$quiet")
            ),
        )
        for active in offered
    ]


def _likeness(query: str, command: Command) -> float:
    """Return 1 if a word of `query` is nearly one of the command's words, else 0."""
    known = f"{command.description} {command.synonyms}".casefold().split()
    words = query.casefold().split()
    return float(any(get_close_matches(word, known, 1, _CLOSE) for word in words))
