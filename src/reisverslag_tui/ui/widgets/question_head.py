"""The head of a question: its number, its wording and its help."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.core.form import Form, Question


class QuestionHead(Vertical):
    """Shows a question of a form; with the help folded, the key that unfolds it."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form

    @override
    def compose(self) -> ComposeResult:
        """Yield the parts from top to bottom."""
        with Horizontal(id="position"):
            yield Static(id="number", classes="number")
            yield Static(id="reminder", classes="quiet")
        yield Static(id="wording", classes="question")
        yield Static(id="hint", classes="hint")

    def show(self, question: Question) -> None:
        """Show a question."""
        number, total = self._form.number(question.id), len(self._form.questions)
        where = Content(f"Vraag {number} van {total} · {question.label}")
        self.query_one("#number", Static).update(where)
        self.query_one("#wording", Static).update(Content(question.wording))
        self.query_one("#hint", Static).update(Content(question.help))

    def name_key(self, key: str) -> None:
        """Name the key that unfolds the help."""
        self.query_one("#reminder", Static).update(Content(f"Uitleg: {key}"))
