"""The keys at the bottom of the screen, as many as fit."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget
from typing_extensions import override

from reisverslag_tui.ui.bindings import STAYS, command_of
from reisverslag_tui.ui.key_names import bar_order
from reisverslag_tui.ui.textual_fixes.terminal_app import TerminalApp

_FEW = 5  # keys that are shown in any width they fit in
_EACH = 16  # cells for each key more than that


class KeyBar(Widget):
    """One line of keys; those of the lowest `Command.bar` leave first when there is no room.

    A click on a key runs its command. Textual's Footer cuts off the last keys.
    """

    ALLOW_SELECT = False

    _drawn: Sequence[Binding] = ()

    def on_mount(self) -> None:
        """Subscribe to changes in the key bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[Any]) -> None:
        if self._shown() != self._drawn:
            self.refresh()

    @property
    def listed(self) -> list[str]:
        """The keys in the bar, each with what it does."""
        return [self._entry(binding).plain for binding in self._fitting()]

    @override
    def render(self) -> Content:
        """Return the keys that fit in the width of the terminal."""
        self._drawn = self._shown()
        return self._joined(self._fitting())

    def _fitting(self) -> Sequence[Binding]:
        """Return the bindings that fit, in the order of the bar."""
        bindings = list(self._shown())
        for binding in sorted(bindings, key=_rank):
            if _rank(binding) == STAYS or self._fit(bindings):
                break
            bindings.remove(binding)
        return bindings

    def _fit(self, bindings: Sequence[Binding]) -> bool:
        few = len(bindings) <= max(_FEW, self.size.width // _EACH)
        return few and self._joined(bindings).cell_length <= self.size.width

    def _shown(self) -> Sequence[Binding]:
        """Return the bindings to show, of each action the first."""
        first: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                first.setdefault(active.binding.action, active.binding)
        return sorted(first.values(), key=lambda binding: bar_order(binding.key))

    def _joined(self, bindings: Sequence[Binding]) -> Content:
        gap = "  " if self.screen.has_class("-narrow") else "   "
        return Content(gap).join(map(self._entry, bindings))

    def _entry(self, binding: Binding) -> Content:
        key = Content.styled(self.app.get_key_display(binding), "bold $footer-key-foreground")
        entry = Content.assemble(key, " ", binding.description)
        return entry.stylize(Style.from_meta({"key": binding.key}))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key, app = event.style.meta.get("key"), self.app
        if key and isinstance(app, TerminalApp):
            app.call_before_next_input(partial(app.on_event, events.Key(key, None)))


def _rank(binding: Binding) -> int:
    command = command_of(binding)
    return command.bar if command else 0
