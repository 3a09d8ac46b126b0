"""One question fills the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, ContentSwitcher, OptionList, Static

from reisverslag_tui.draft import Draft, Place
from reisverslag_tui.form import Form, Kind, Question
from reisverslag_tui.text import clean, count_words
from reisverslag_tui.ui import keys
from reisverslag_tui.ui.dialogs.go_to import GoToDialog
from reisverslag_tui.ui.screens.find_in_answers import FindInAnswers
from reisverslag_tui.ui.sought import Sought
from reisverslag_tui.ui.widgets.answer_area import AnswerArea, answer_area
from reisverslag_tui.ui.widgets.question_list import QuestionList
from reisverslag_tui.ui.widgets.top_bar import Status


class QuestionScreen(FindInAnswers):
    """The questions of a form, one at a time; each answer keeps its cursor and undo history.

    It changes no draft itself: what is typed reaches the app as `AnswerArea.Changed`, and the
    screen is told what the draft has become.
    """

    BINDINGS = [
        keys.ANSWERS,
        keys.PREVIEW,
        keys.NEXT,
        keys.PREVIOUS,
        keys.GO_TO,
        keys.EDITOR,
        keys.SAVE,
        keys.VERSIONS,
        keys.TITLE,
        keys.FIND,
        keys.CLOSE_FIND,
        keys.UNDO,
        keys.TO_REPORTS,
        keys.TO_ANSWERS,
    ]

    @dataclass
    class Moved(Message):
        """The cursor moved, or another question came."""

        place: Place

    def __init__(
        self, form: Form, draft: Draft, status: Status, sought: Sought, *, read_only: bool
    ) -> None:
        super().__init__(form, draft, status, sought, read_only=read_only)
        self._returns_to_answers = False
        self.heading = form.name

    def compose_page(self) -> Iterable[Widget]:
        """Yield the question, its help and the place for its answer."""
        with Horizontal(id="body"):
            yield QuestionList(self._form, self._draft)
            with Vertical(id="page"):
                yield Static(id="number", classes="number")
                yield Static(id="wording", classes="question")
                yield Static(id="hint", classes="hint")
                yield ContentSwitcher(id="answer")
                yield Static(id="example", classes="hint")
                with Horizontal(id="foot"):
                    yield Static(id="words", classes="quiet")
                    yield Button("‹ Vorige", id="previous", compact=True)
                    yield Button("Volgende ›", id="next", compact=True)

    async def on_mount(self) -> None:
        """Show the question where the draft was left."""
        place = self._draft.place
        if place is None or place.question not in self._form:
            place = Place(self._form.questions[0].id)
        await self.show_question(place.question)
        self.area.go_to(place)

    def explanation(self) -> str:
        """Return the help of this question, with its example."""
        question = self.area.question
        return f"{question.wording}\n\n{question.help}\n\nEen voorbeeld:\n{question.example}"

    @property
    def area(self) -> AnswerArea:
        """The place where the answer on the screen is written."""
        return self.query_one(f"#{self.query_one('#answer', ContentSwitcher).current}", AnswerArea)

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft has become: its title, and what is answered."""
        super().show_draft(draft)
        self._draft = draft
        self.query_one(QuestionList).show(draft)

    def show_answers(self, draft: Draft) -> None:
        """Show other answers than were typed here, as a step that can be undone."""
        for area in self.query(AnswerArea):
            area.rewrite(draft.answers.get(area.question.id, ""))

    def show_read_only(self, *, read_only: bool) -> None:
        """Let the answers be only read, or written again."""
        self._read_only = read_only
        self.offer_to_replace()
        for area in self.query(AnswerArea):
            area.read_only = read_only

    async def show_question(self, question_id: str, *, return_to_answers: bool = False) -> None:
        """Go to a question; with `return_to_answers` the way on leads back there."""
        self._returns_to_answers = return_to_answers
        number = self._form.number(question_id)
        question = self._form.questions[number - 1]
        await self._show_area(question)
        self._show_words(question, number)
        self.query_one(QuestionList).highlighted = number - 1
        self.set_focus(self.area)
        self.refresh_bindings()
        self.post_message(self.Moved(self.area.place))
        self.count_hits()

    async def bring_up(self, question_id: str) -> None:
        """Go to a question; the way on stays as it was, and the focus where it was."""
        focused = self.focused
        await self.show_question(question_id, return_to_answers=self._returns_to_answers)
        self.set_focus(focused)

    async def _show_area(self, question: Question) -> None:
        """Bring the answer up; it is made when it is first wanted, and kept from then on."""
        switcher = self.query_one("#answer", ContentSwitcher)
        if switcher.current:
            self.area.rewrite(clean(self.area.text))
        if not switcher.query(f"#{question.id}"):
            text = self._draft.answers.get(question.id, "")
            await switcher.mount(answer_area(question, text, read_only=self._read_only))
        switcher.current = question.id

    def _show_words(self, question: Question, number: int) -> None:
        total = len(self._form.questions)
        self.query_one("#number", Static).update(f"Vraag {number} van {total}")
        self.query_one("#wording", Static).update(Content(question.wording))
        self.query_one("#hint", Static).update(Content(question.help))
        short = question.kind is Kind.SHORT
        self.query_one("#example", Static).update(Content(f"Bijvoorbeeld: {question.example}"))
        self.set_class(short, "-short-answer")
        self.query_one("#previous", Button).display = number > 1 and not self._returns_to_answers
        following = self.query_one("#next", Button)
        following.label = self._next_label(number)
        following.refresh(layout=True)
        self._count(self.area)

    def _next_label(self, number: int) -> str:
        last = number == len(self._form.questions)
        return "Naar antwoorden ›" if self._returns_to_answers or last else "Volgende ›"

    def _count(self, area: AnswerArea) -> None:
        words = count_words(area.text)
        text = f"{words} {'woord' if words == 1 else 'woorden'}"
        shown = area.question.kind is Kind.LONG
        self.query_one("#words", Static).update(text if shown else "")

    @on(AnswerArea.Changed)
    def _changed(self, event: AnswerArea.Changed) -> None:
        if isinstance(event.text_area, AnswerArea):
            self._count(event.text_area)

    @on(AnswerArea.SelectionChanged)
    def _moved(self, event: AnswerArea.SelectionChanged) -> None:
        if isinstance(event.text_area, AnswerArea) and event.text_area.has_focus:
            self.post_message(self.Moved(event.text_area.place))

    @on(Button.Pressed, "#next")
    async def action_next(self) -> None:
        """Go to the next question, or to the answers after the last."""
        number = self._form.number(self.area.question.id)
        if self._returns_to_answers or number == len(self._form.questions):
            await self.run_action(self._answers())
        else:
            await self.show_question(self._form.questions[number].id)

    @on(Button.Pressed, "#previous")
    async def action_previous(self) -> None:
        """Go to the previous question, if there is one."""
        number = self._form.number(self.area.question.id)
        if number > 1:
            await self.show_question(self._form.questions[number - 2].id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the way back to where the question was chosen."""
        if action == "back":
            return parameters == (self._returns_to_answers,)
        return super().check_action(action, parameters)

    async def action_back(self, to_answers: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Go back to where the question was chosen: the answers, or else the reports."""
        await self.run_action(self._answers() if to_answers else "app.step_back")

    def _answers(self) -> str:
        """Return the way to the answers, at this one if that is where one came from."""
        at = self.area.question.id if self._returns_to_answers else ""
        return f"app.answers({at!r})"

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            await self.show_question(event.option.id)

    async def action_go_to(self) -> None:
        """Ask which question to go to."""
        await self.app.push_screen(GoToDialog(self._form, self.area.question))
