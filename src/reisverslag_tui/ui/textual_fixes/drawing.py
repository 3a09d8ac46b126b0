"""An app that sends a terminal what has changed on the screen, and no more.

Textual draws a widget as a whole. With every key in an answer that would be all lines of the
answer, and a slow line, or a meter that counts, would be the worse for it.
"""

from collections.abc import Iterator
from typing import Any

from rich.console import Console, RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reisverslag_tui.ui.textual_fixes.screen_diff import Change, Line, Shown


class FrugalApp(App[None]):
    """Draws another screen, or one of another size, as a whole; and else what changed.

    Nothing moves by itself either: each step of a movement would be a screen full of text.
    """

    def __init__(self) -> None:
        self._shown = Shown()
        self._shown_screen: tuple[Screen[Any], tuple[int, int]] | None = None
        super().__init__()
        self.animation_level = "none"

    def on_load(self) -> None:
        """Draw all when the terminal comes back from a shell or an editor."""
        self.app_resume_signal.subscribe(self, lambda _app: self.redraw())

    def on_resize(self, _event: events.Resize) -> None:
        """Draw all, because a terminal that changes its size may move what it shows."""
        self.redraw()

    def redraw(self) -> None:
        """Draw all, whatever the terminal shows."""
        self._shown.forget()
        self.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Draw less than is asked: there is no public way in between the two.

        A terminal shows an accent that is being composed at its cursor, and reads out what is
        there; Textual leaves that where it was when the question or the screen was another.
        """
        if isinstance(screen.focused, Input | TextArea):
            self.cursor_position = screen.focused.cursor_screen_offset
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.is_headless:
            if self._shown_screen != (shown := (screen, screen.outer_size)):
                self._shown_screen = shown  # what was drawn for another size may stand anywhere
                self._shown.forget()
            change = self._shown.change(_lines(renderable), self.console)
            if not change.text and self.cursor_position == self._previous_cursor_position:
                self.post_display_hook()
                return
            renderable = _Changes(change, self._shown)
        super()._display(screen, renderable)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have no cursor blink, so that nothing is sent while nobody types."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False


class _Changes(LayoutUpdate):
    """What of an update differs from what is shown; remembered once it is really sent."""

    def __init__(self, change: Change, shown: Shown) -> None:
        self._change = change
        self._shown = shown

    def render_segments(self, console: Console) -> str:  # noqa: ARG002 - Textual's
        """Return what is sent."""
        self._shown.sent(self._change)
        return self._change.text


def _lines(update: LayoutUpdate | ChopsUpdate) -> Iterator[Line]:
    return _whole(update) if isinstance(update, LayoutUpdate) else _changed(update)


def _whole(update: LayoutUpdate) -> Iterator[Line]:
    for y, strips in enumerate(update.strips, update.region.y):
        parts, x = [], update.region.x
        for strip in strips:
            parts.append((x, strip))
            x += strip.cell_length
        yield y, parts


def _changed(update: ChopsUpdate) -> Iterator[Line]:
    for y, begin, end in update.spans:
        parts = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
        yield (
            y,
            [
                (x, strip.crop(0, min(last, end) - x))
                for last, (x, strip) in parts
                if strip is not None and x <= end and last > begin
            ],
        )
