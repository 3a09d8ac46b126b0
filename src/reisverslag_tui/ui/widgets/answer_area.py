"""The place where an answer is written: a TextArea that loses nothing."""

import unicodedata
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from reisverslag_tui.draft import Place
from reisverslag_tui.form import Kind, Question
from reisverslag_tui.text import clean

_UNDO_STEPS = 10_000


class AnswerArea(TextArea):
    """Holds one answer; keeps its own undo history for as long as the report is open."""

    BINDINGS = [
        Binding("ctrl+z,super+z", "undo", "Ongedaan maken", id="ongedaan", show=False),
        Binding("ctrl+y,super+y", "redo", "Opnieuw doen", id="opnieuw", show=False),
        Binding("ctrl+x,super+x", "cut", "Knippen", id="knippen", show=False),
        Binding("ctrl+c,super+c", "copy", "Kopiëren", id="kopieren", show=False),
        Binding("ctrl+v", "paste", "Plakken", id="plakken", show=False),
        Binding("f7", "select_all", "Alles selecteren", id="alles", show=False),
        Binding("f6", "select_line", "Regel selecteren", id="regel", show=False),
    ]

    @dataclass
    class Submitted(Message):
        """The user pressed Enter in a short answer."""

        area: "AnswerArea"

    def __init__(self, question: Question, text: str, *, read_only: bool) -> None:
        super().__init__(
            text,
            id=question.id,
            soft_wrap=True,
            tab_behavior="focus",
            read_only=read_only,
            compact=True,
            highlight_cursor_line=False,
            max_checkpoints=_UNDO_STEPS,
            classes="-short" if question.kind is Kind.SHORT else "-long",
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

    def rewrite(self, text: str) -> None:
        """Put other text in the place of all there is, as one step that can be undone."""
        if text != self.text:
            cursor = self.cursor_location
            self.replace(text, (0, 0), self.document.end)
            self.move_cursor(cursor)

    def on_key(self, event: events.Key) -> None:
        """Take Enter in a short answer, and the characters that TextArea drops.

        It takes none that are not printable to Python: NBSP, thin spaces, soft hyphens, ZWJ.
        """
        if event.key == "enter" and self.question.kind is Kind.SHORT:
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        elif event.character and not event.is_printable and not self.read_only:
            text = clean(event.character)
            if text and not any(unicodedata.category(char) == "Cc" for char in text):
                event.stop()
                event.prevent_default()
                self.replace(text, *self.selection, maintain_selection_offset=False)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before TextArea takes it."""
        event.text = clean(event.text)
