"""The text area for a long answer, which continues lists."""

from textual import events
from typing_extensions import override

from reisverslag_tui.core.form import Question
from reisverslag_tui.core.lists import is_empty_item, next_marker, own_marker
from reisverslag_tui.ui.widgets.answer_area import AnswerArea


class LongAnswer(AnswerArea):
    """An answer in which Enter begins a new line, or a new item of a list."""

    def __init__(self, question: Question, text: str, *, read_only: bool) -> None:
        super().__init__(question, text, read_only=read_only)
        self._inserted: tuple[int, int] | None = None  # the end of the marker last inserted

    @override
    def on_key(self, event: events.Key) -> None:
        """Continue a list or end it; a marker that is typed replaces the inserted one."""
        if self.read_only or not self.selection.is_empty:
            return
        if (event.key == "enter" and self._continue_list()) or (
            event.character == " " and self._replace_inserted_marker()
        ):
            event.stop()
            event.prevent_default()

    def _continue_list(self) -> bool:
        """Begin an item, or end the list at an empty one; return whether there is a list."""
        row, column = self.cursor_location
        line = self.document[row]
        if is_empty_item(line) and column == len(line):
            self.replace_in_one_step("", (row, 0), (row, column))
            return True
        if marker := next_marker(line, column):
            self.replace_in_one_step(f"\n{marker}", (row, column), (row, column))
            self._inserted = self.cursor_location
            return True
        return False

    def _replace_inserted_marker(self) -> bool:
        """Replace the inserted marker by one that was typed behind it; return whether there is."""
        row, column = self.cursor_location
        if not self._inserted or self._inserted[0] != row:
            return False
        marker = own_marker(f"{self.document[row][:column]} ", self._inserted[1])
        if marker is None:
            return False
        self._inserted = None
        self.replace_in_one_step(marker, (row, 0), (row, column))
        return True
