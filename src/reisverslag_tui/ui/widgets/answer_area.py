"""The place where an answer is written: a TextArea that loses nothing."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets.text_area import Location, Selection

from reisverslag_tui.core.draft import Place
from reisverslag_tui.core.finding import Span, moved, replaced
from reisverslag_tui.core.form import Question
from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.clipboard import NOTHING_TO_PASTE
from reisverslag_tui.ui.textual_fixes.text_area import CorrectedTextArea

_UNDO_STEPS = 10_000
_TIDIED = "Geplakt. Aangepast: {changes}. Ctrl+Z zet het terug zoals het was."


class AnswerArea(CorrectedTextArea):
    """Holds one answer; keeps its own undo history for as long as the report is open."""

    BINDINGS = bindings.of(*bindings.WRITING)

    class Refused(Message):
        """Something was typed in an answer that can only be read."""

    def __init__(self, question: Question, text: str, *, read_only: bool) -> None:
        super().__init__(
            text,
            id=question.id,
            soft_wrap=True,
            tab_behavior="focus",
            read_only=read_only,
            highlight_cursor_line=False,
            max_checkpoints=_UNDO_STEPS,
        )
        self.question = question

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        line, column = self.cursor_location
        return Place(self.question.id, line, column)

    def go_to(self, place: Place) -> None:
        """Put the cursor at `place`, or as near as the text allows."""
        self.move_cursor((place.line, place.column))

    def action_cursor_text_start(self) -> None:
        """Go to where the answer begins."""
        self.move_cursor((0, 0))

    def action_cursor_text_end(self) -> None:
        """Go to where the answer ends."""
        self.move_cursor(self.document.end)

    def rewrite(self, text: str) -> None:
        """Put other text in the place of all there is, as one step that can be undone."""
        if text != self.text:
            cursor = self.cursor_location if self.text else None
            self.replace_in_one_step(text, (0, 0), self.document.end)
            self.move_cursor(cursor or self.document.end)
        if self.read_only:  # what others write would fill the memory
            self.history.clear()

    @property
    def span(self) -> Span:
        """Where in the text the selection is; at the cursor if nothing is selected."""
        first, last = sorted(len(self.get_text_range((0, 0), end)) for end in self.selection)
        return first, last

    def select(self, span: Span) -> None:
        """Select what is there in the text, and bring it into view."""
        self.selection = Selection(*map(self._location, span))

    def _location(self, index: int) -> Location:
        """Return the line and the column of a place in the text."""
        before = self.text[:index]
        return before.count("\n"), index - before.rfind("\n") - 1

    def put(self, text: str, span: Span) -> None:
        """Put `text` in the place of what is there, as one step, with the cursor behind it."""
        self.select(span)
        self.replace(text, *self.selection, maintain_selection_offset=False)
        end = span[0] + len(text)
        self.select((end, end))

    def replace_all(self, spans: Sequence[Span], by: str) -> None:
        """Put `by` in the place of each of these, as one step; the cursor stays with its text."""
        cursor = moved(self.span[1], spans, by)
        self.rewrite(replaced(self.text, spans, by))
        self.select((cursor, cursor))

    def replace_in_one_step(self, text: str, start: Location, end: Location) -> None:
        """Replace what is between two places; undo takes back this and nothing else."""
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()

    def on_key(self, event: events.Key) -> None:
        """Take a line feed as a new line, which a terminal may paste; refuse keys if read-only."""
        if event.character and self.read_only:
            self.post_message(self.Refused())
        elif event.character == "\n":
            event.stop()
            self.action_new_line()

    def action_new_line(self) -> None:
        """Begin a new line, in a short answer too; a list does not go on."""
        if not self.read_only:
            self.replace("\n", *self.selection, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """Paste what was copied here, or say how to paste what was copied elsewhere."""
        if self.read_only:
            self.post_message(self.Refused())
        elif self.app.clipboard:
            super().action_paste()
        else:
            self.app.notify(NOTHING_TO_PASTE)

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one would have typed it; undo first brings what was pasted."""
        event.stop()
        event.prevent_default()
        if self.read_only:
            self.post_message(self.Refused())
            return
        if not (text := clean(event.text)):
            return
        from reisverslag_tui.core.pasting import tidy_pasted

        start, end = sorted(self.selection)
        before = self.document[start[0]][: start[1]]
        tidied = tidy_pasted(text, starts_line=not before.strip())
        self.replace_in_one_step(text, start, end)
        if tidied.changes:
            self.replace_in_one_step(tidied.text, start, self.cursor_location)
            self.app.notify(_TIDIED.format(changes=", ".join(tidied.changes)), timeout=8)


class ShortAnswer(AnswerArea):
    """A line or two; Enter goes on to the next question. A paste of more lines is kept whole."""

    BINDINGS = bindings.of(bindings.NEXT_FROM_SHORT)
