"""The text areas in which answers are written."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets.text_area import Location, Selection
from typing_extensions import override

from reisverslag_tui.core.draft import Place
from reisverslag_tui.core.finding import Span, moved, replaced
from reisverslag_tui.core.form import Question
from reisverslag_tui.core.pasting import tidy_pasted
from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.clipboard import NOTHING_TO_PASTE
from reisverslag_tui.ui.textual_fixes.text_area import CorrectedTextArea

_UNDO_STEPS = 10_000
_CHANGED = "Geplakt. Aangepast: {changes}. Ctrl+Z zet het terug zoals het was."


class AnswerArea(CorrectedTextArea):
    """Edits one answer; it keeps its undo history while the report is open."""

    BINDINGS = bindings.of(*bindings.WRITING)

    class Refused(Message):
        """Something was typed in a read-only answer."""

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
        """The place of the cursor."""
        line, column = self.cursor_location
        return Place(self.question.id, line, column)

    def go_to(self, place: Place) -> None:
        """Move the cursor to `place`, or as near as the text allows."""
        self.move_cursor((place.line, place.column))

    def action_cursor_text_start(self) -> None:
        """Move the cursor to the start of the answer."""
        self.move_cursor((0, 0))

    def action_cursor_text_end(self) -> None:
        """Move the cursor to the end of the answer."""
        self.move_cursor(self.document.end)

    def rewrite(self, text: str) -> None:
        """Replace the whole text, as one undo step."""
        if text != self.text:
            cursor = self.cursor_location if self.text else None
            self.replace_in_one_step(text, (0, 0), self.document.end)
            self.move_cursor(cursor or self.document.end)
        if self.read_only:  # or the changes of another window would pile up in it
            self.history.clear()

    @property
    def span(self) -> Span:
        """The selection as offsets in the text; both are the cursor if nothing is selected."""
        first, last = sorted(len(self.get_text_range((0, 0), end)) for end in self.selection)
        return first, last

    def select(self, span: Span) -> None:
        """Select a part of the text, and scroll to it."""
        self.selection = Selection(*map(self._location, span))

    def _location(self, index: int) -> Location:
        """Return the line and the column of an offset in the text."""
        before = self.text[:index]
        return before.count("\n"), index - before.rfind("\n") - 1

    def put(self, text: str, span: Span) -> None:
        """Replace a part of the text, as one undo step, and move the cursor behind it."""
        self.select(span)
        self.replace(text, *self.selection, maintain_selection_offset=False)
        end = span[0] + len(text)
        self.select((end, end))

    def replace_all(self, spans: Sequence[Span], by: str) -> None:
        """Replace each of `spans`, as one undo step; the cursor stays at the same text."""
        cursor = moved(self.span[1], spans, by)
        self.rewrite(replaced(self.text, spans, by))
        self.select((cursor, cursor))

    def replace_in_one_step(self, text: str, start: Location, end: Location) -> None:
        """Replace the text between two locations, as an undo step of its own."""
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()

    @override
    def on_key(self, event: events.Key) -> None:
        """Take a line feed as a new line, which a terminal may paste; refuse keys if read-only."""
        if event.character and self.read_only:
            self.post_message(self.Refused())
        elif event.character == "\n":
            event.stop()
            self.action_new_line()

    def action_new_line(self) -> None:
        """Begin a new line, in a short answer too; it does not continue a list."""
        if not self.read_only:
            self.replace("\n", *self.selection, maintain_selection_offset=False)

    @override
    def action_paste(self) -> None:
        """Paste the program's own clipboard, or say how to paste that of the terminal."""
        if self.read_only:
            self.post_message(self.Refused())
        elif self.app.clipboard:
            super().action_paste()
        else:
            self.app.notify(NOTHING_TO_PASTE)

    def on_paste(self, event: events.Paste) -> None:
        """Insert the tidied paste; the first undo shows it as it was pasted."""
        event.stop()
        event.prevent_default()
        if self.read_only:
            self.post_message(self.Refused())
            return
        if not (text := clean(event.text)):
            return
        start, end = sorted(self.selection)
        before = self.document[start[0]][: start[1]]
        tidied = tidy_pasted(text, starts_line=not before.strip())
        self.replace_in_one_step(text, start, end)
        if tidied.changes:
            self.replace_in_one_step(tidied.text, start, self.cursor_location)
            self.app.notify(_CHANGED.format(changes=", ".join(tidied.changes)), timeout=8)


class ShortAnswer(AnswerArea):
    """An answer in which Enter goes to the next question; a paste may have several lines."""

    BINDINGS = bindings.of(bindings.NEXT_FROM_SHORT)
