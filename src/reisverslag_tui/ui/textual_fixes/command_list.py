"""The list of the command palette takes a page key as soon as it has options.

In Textual 8.2 a page key that comes before the list is laid out ends the program with an
IndexError. `tests/ui/test_help_and_palette.py` (a page key right behind the key for the palette)
fails without this.
"""

from collections.abc import Callable

from textual.command import CommandList
from typing_extensions import override


class LaidOutCommandList(CommandList):
    """Moves by a page only once it is laid out."""

    @override
    def action_page_up(self) -> None:
        """Move up a page."""
        self._move(super().action_page_up)

    @override
    def action_page_down(self) -> None:
        """Move down a page."""
        self._move(super().action_page_down)

    def _move(self, by_page: Callable[[], None]) -> None:
        if self.virtual_size:
            by_page()
