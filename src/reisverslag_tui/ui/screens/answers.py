"""All answers, whole, each with the way to change it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import Form, Question
from reisverslag_tui.text import tidy
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.screens.page import Page


class AnswersScreen(Page):
    """Checks the answers before the report is finished; what is missing stands above them."""

    BINDINGS = [
        keys.PREVIEW,
        keys.FINISH,
        keys.BACK_SHOWN,
        keys.SAVE,
        keys.TITLE,
    ]

    heading = "Antwoorden"

    @dataclass
    class ChangeWanted(Message):
        """The user wants to change the answer to a question, and to come back."""

        question: Question

    def __init__(self, form: Form, draft: Draft) -> None:
        super().__init__()
        self._form = form
        self._draft = draft
        self.report_title = draft.title

    def compose_page(self) -> Iterable[Widget]:
        """Yield what deserves attention, the answers, and what can be done next."""
        with VerticalScroll(id="answers", can_focus=False):
            yield Static(Content(self._attention()), id="attention")
            for number, question in enumerate(self._form.questions, start=1):
                yield from self._answer(number, question)
            with Horizontal(id="actions"):
                yield Button("Voorbeeld", id="preview", compact=True)
                yield Button("Afronden", id="finish", compact=True)

    def _attention(self) -> str:
        missing = self._draft.unanswered(self._form)
        if not missing:
            return "Alle vragen zijn beantwoord."
        labels = ", ".join(question.label for question in missing)
        return f"Nog niet beantwoord: {labels}."

    def _answer(self, number: int, question: Question) -> Iterator[Widget]:
        answered = self._draft.answered(question)
        text = tidy(self._draft.answers[question.id]) if answered else "(nog niet ingevuld)"
        with Vertical(classes="answer"):
            with Horizontal(classes="answer-head"):
                yield Static(Content(f"{number}  {question.wording}"), classes="heading")
                label = "Wijzig" if answered else "Beantwoord"
                yield Button(label, id=f"change-{question.id}", compact=True, classes="change")
            yield Static(Content(text), classes="text" if answered else "text quiet")

    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Hier lees je al je antwoorden na. Met een cijfer, of met de knop erachter, wijzig je "
            "een antwoord; daarna kom je hier terug. Ben je klaar, kies dan Afronden. Ook een "
            "afgerond verslag kun je nog openen en wijzigen."
        )

    def on_mount(self) -> None:
        """Begin at the first question that has no answer, or else at the first."""
        first = (*self._draft.unanswered(self._form), self._form.questions[0])[0]
        self.query_one(f"#change-{first.id}", Button).focus()

    @on(Button.Pressed, ".change")
    def _change(self, event: Button.Pressed) -> None:
        for question in self._form.questions:
            if event.button.id == f"change-{question.id}":
                self.post_message(self.ChangeWanted(question))

    def on_key(self, event: events.Key) -> None:
        """Take a number as the wish to change that answer."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self._form.questions):
            event.stop()
            self.post_message(self.ChangeWanted(self._form.questions[int(event.key) - 1]))

    @on(Button.Pressed, "#preview")
    async def _preview(self) -> None:
        await self.run_action("app.preview")

    @on(Button.Pressed, "#finish")
    async def _finish(self) -> None:
        await self.run_action("app.finish")
