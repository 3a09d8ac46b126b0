"""The barest Textual program with a place to write: the limit that ours is held against.

`python -m benchmarks.bare [FILE]` shows the text in FILE, with the cursor at its end.
"""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Bare(App[None]):
    """One TextArea fills the screen; Ctrl+Q stops."""

    def compose(self) -> ComposeResult:
        """Yield it."""
        text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else "Klaar"
        yield TextArea(text)

    def on_mount(self) -> None:
        """Put the cursor at the end."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)


if __name__ == "__main__":
    Bare().run()
