"""An answer of any length, in which lists go on by themselves."""

from textual import events

from reisverslag_tui.core.form import Question
from reisverslag_tui.core.lists import is_empty_item, next_marker, own_marker
from reisverslag_tui.ui.widgets.answer_area import AnswerArea


class LongAnswer(AnswerArea):
    """As many paragraphs as it takes; Enter is a new line, and goes on with a list."""

    def __init__(self, question: Question, text: str, *, read_only: bool) -> None:
        super().__init__(question, text, read_only=read_only)
        self._given: tuple[int, int] | None = None  # the end of the marker that came by itself

    def on_key(self, event: events.Key) -> None:
        """Go on with a list, or end it; a marker typed out of habit is no second one."""
        if self.read_only or not self.selection.is_empty:
            return
        if (event.key == "enter" and self._go_on_with_list()) or (
            event.character == " " and self._replace_given_marker()
        ):
            event.stop()
            event.prevent_default()

    def _go_on_with_list(self) -> bool:
        """Begin another item, or leave the list from an empty one; tell whether there is a list."""
        row, column = self.cursor_location
        line = self.document[row]
        if is_empty_item(line) and column == len(line):
            self.replace_in_one_step("", (row, 0), (row, column))
            return True
        if marker := next_marker(line, column):
            self.replace_in_one_step(f"\n{marker}", (row, column), (row, column))
            self._given = self.cursor_location
            return True
        return False

    def _replace_given_marker(self) -> bool:
        """Let a marker that is typed replace the one before it that came by itself."""
        row, column = self.cursor_location
        if not self._given or self._given[0] != row:
            return False
        marker = own_marker(f"{self.document[row][:column]} ", self._given[1])
        if marker is None:
            return False
        self._given = None
        self.replace_in_one_step(marker, (row, 0), (row, column))
        return True
