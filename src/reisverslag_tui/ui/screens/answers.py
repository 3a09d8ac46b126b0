"""All answers, whole, each with the way to change it."""

from collections.abc import Iterable, Iterator
from functools import partial

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.report.sections import Section, sections
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText
from reisverslag_tui.ui.widgets.top_bar import Status


class AnswersScreen(Page):
    """Checks the answers before the report is finished; what is missing stands above them."""

    CSS_PATH = "answers.tcss"
    BINDINGS = bindings.of(
        bindings.PREVIEW,
        bindings.FINISH,
        bindings.FIND_HERE,
        bindings.BACK,
        bindings.SAVE,
        bindings.TITLE,
        *bindings.NUMBERS,
    )

    heading = "Antwoorden"

    def __init__(
        self, form: Form, draft: Draft, status: Status, at: str, navigation: Navigation
    ) -> None:
        super().__init__(draft.title, status)
        self._form = form
        self._draft = draft
        self._at = at
        self._nav = navigation

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield what deserves attention, the answers, and what can be done next."""
        yield Static(Content(self._attention()), id="attention")
        with VerticalScroll(id="answers", can_focus=False):
            for number, section in enumerate(sections(self._draft, self._form), start=1):
                yield from self._answer(number, section)
            with Horizontal(id="actions"):
                yield Button("Voorbeeld", id="preview", compact=True)
                yield Button("Afronden", id="finish", compact=True)

    def _attention(self) -> str:
        """Return what is missing, and how far the report is if it was ever finished."""
        missing = ", ".join(each.label for each in self._draft.unanswered(self._form))
        answered = f"Nog niet beantwoord: {missing}." if missing else "Alle vragen zijn beantwoord."
        if self._draft.finished is None:
            return answered
        changed = self._draft.summary(self._form).changed_since_finished
        since = ", en daarna gewijzigd" if changed else ""
        return f"Dit verslag is afgerond{since}. {answered}"

    def _answer(self, number: int, section: Section) -> Iterator[Widget]:
        question = section.question
        with Horizontal(classes="answer-head"):
            yield Static(Content(f"{number}  {question.wording}"), classes="heading")
            yield Button(
                _offer(section), id=f"change-{question.id}", compact=True, classes="change"
            )
        yield SelectableText(
            Content(section.text),
            id=f"text-{question.id}",
            classes="text" if section.answer else "text quiet",
        )

    @override
    def show_draft(self, draft: Draft) -> None:
        """Show what the report has become: its title, and how far it is."""
        super().show_draft(draft)
        self._draft = draft
        self.query_one("#attention", Static).update(Content(self._attention()))

    @override
    def show_answers(self, draft: Draft) -> None:
        """Show other answers, each in its place."""
        for section in sections(draft, self._form):
            text = self.query_one(f"#text-{section.question.id}", Static)
            text.update(Content(section.text))
            text.set_class(not section.answer, "quiet")
            self.query_one(f"#change-{section.question.id}", Button).label = _offer(section)

    @override
    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Hier lees je al je antwoorden na. Met een cijfer, of met de knop erachter, wijzig je "
            "een antwoord; daarna kom je hier terug. Ben je klaar, kies dan Afronden. Ook een "
            "afgerond verslag kun je nog openen en wijzigen."
        )

    def on_mount(self) -> None:
        """Begin where one comes from, or else at the first question without an answer."""
        first = (*self._draft.unanswered(self._form), self._form.questions[0])[0]
        self.query_one(f"#change-{self._at or first.id}", Button).focus()

    @on(Button.Pressed, ".change")
    def _change(self, event: Button.Pressed) -> None:
        question_id = (event.button.id or "").removeprefix("change-")
        self._nav.soon(partial(self._show, question_id))

    async def action_number(self, number: int) -> None:
        """Change the answer with this number, if there is one."""
        if number <= len(self._form.questions):
            await self._show(self._form.questions[number - 1].id)

    async def _show(self, question_id: str) -> None:
        await self._nav.show_question(question_id, return_to_answers=True)

    async def action_find(self) -> None:
        """Find in the answers, from the one that has the focus on."""
        focused = (self.focused.id if self.focused else None) or ""
        question_id = focused.removeprefix("change-")
        first = self._form.questions[0].id
        at = question_id if question_id in self._form else first
        await self._nav.find_in_answers(at)

    @on(Button.Pressed, "#preview")
    def _preview(self) -> None:
        self._nav.soon(self._nav.show_preview)

    @on(Button.Pressed, "#finish")
    def _finish(self) -> None:
        self._nav.soon(self._nav.finish)


def _offer(section: Section) -> str:
    return "Wijzig" if section.answer else "Vul in"
