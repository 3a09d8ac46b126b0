"""OpenReport in a TextArea that loses nothing and can be undone step by step.

In Textual 8.2 a TextArea
* reports a change to no more than whoever caused it, such as a screen of which a button was
  pressed: `tests/ui/test_find_and_replace.py` fails;
* scrolls to the cursor before it has wrapped the row: a word that wraps below the last row is out
  of sight (`tests/ui/test_typing.py`);
* undoes what replaced a selection along with what was typed before it, and adds what is typed after
  an undo to the step before that, so that undoing it takes away both (`tests/ui/test_typing.py`);
* undoes and redoes what may only be read (`tests/ui/test_editing_keys.py`);
* wraps its lines anew for another width, but does not draw them (`tests/ui/test_layout.py`);
* drops characters that Python calls not printable, NBSP, thin spaces, soft hyphens and joiners
  among them (`tests/ui/test_typing.py`).

That undo crashes where a scrollbar goes (Textual #6686) is prevented by the style `overflow-y:
scroll` in `ui/app.tcss`.
"""

import unicodedata

from textual import events
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult
from typing_extensions import override

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui.textual_fixes.row_drawing import RowDrawnTextArea


class CorrectedTextArea(RowDrawnTextArea):
    """Reports every change, takes every character, and undoes one step at a time."""

    @override
    def post_message(self, message: Message) -> bool:
        """Send a message; one that the text changed or the cursor moved reaches the app always."""
        if isinstance(message, TextArea.Changed | TextArea.SelectionChanged):
            message.set_sender(self)
        return super().post_message(message)

    @override
    def edit(self, edit: Edit) -> EditResult:
        """Carry out an edit; one that replaces a selection is an undo step of its own."""
        if not self.selection.is_empty:
            self.history.checkpoint()
        result = super().edit(edit)
        self.scroll_cursor_visible()
        return result

    @override
    def undo(self) -> None:
        """Undo a step; what is typed next is a step of its own, and replaces nothing."""
        if not self.read_only:
            super().undo()
            self.history.checkpoint()
            self.move_cursor(self.cursor_location)

    @override
    def redo(self) -> None:
        """Redo what was undone, but not in a text that has become read-only."""
        if not self.read_only:
            super().redo()

    def on_resize(self) -> None:
        """Draw all lines again, and show the cursor."""
        self.refresh()
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_key(self, event: events.Key) -> None:
        """Insert a character that is not printable, unless it is a control character."""
        if self.read_only or not event.character or event.is_printable:
            return
        text = clean(event.character)
        if text and not any(unicodedata.category(char) == "Cc" for char in text):
            event.stop()
            event.prevent_default()
            self.replace(text, *self.selection, maintain_selection_offset=False)
