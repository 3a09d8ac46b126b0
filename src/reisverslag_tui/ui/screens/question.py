"""One question fills the screen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, ContentSwitcher, Input, OptionList, Static, TextArea
from typing_extensions import override

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form, Kind, Question
from reisverslag_tui.core.text import clean, count_words, counted
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.screens.find_in_answers import FindInAnswers
from reisverslag_tui.ui.widgets.answer_area import AnswerArea, ShortAnswer
from reisverslag_tui.ui.widgets.long_answer import LongAnswer
from reisverslag_tui.ui.widgets.question_body import QuestionBody
from reisverslag_tui.ui.widgets.question_head import QuestionHead
from reisverslag_tui.ui.widgets.question_list import QuestionList
from reisverslag_tui.ui.widgets.top_bar import Status

_AREAS: Mapping[Kind, type[AnswerArea]] = {Kind.SHORT: ShortAnswer, Kind.LONG: LongAnswer}
_CALM = 0.2  # seconds without a key, after which what takes long is done


class QuestionScreen(FindInAnswers):
    """The questions of a form, one at a time; each answer keeps its cursor and undo history.

    It changes no draft itself: what is typed reaches the app as `AnswerArea.Changed`, and the
    screen is told what the draft has become.
    """

    CSS_PATH = "question.tcss"
    BINDINGS = bindings.of(
        bindings.ANSWERS,
        bindings.PREVIEW,
        bindings.NEXT,
        bindings.TO_ANSWERS,
        bindings.PREVIOUS,
        bindings.GO_TO,
        bindings.FOLD_HELP,
        bindings.PREVIEW_BESIDE,
        bindings.EDITOR,
        bindings.SAVE,
        bindings.VERSIONS,
        bindings.TITLE,
        bindings.FIND,
        bindings.CLOSE_FIND,
        bindings.UNDO,
        bindings.TO_REPORTS,
        bindings.BACK_TO_ANSWERS,
    )

    @dataclass
    class Moved(Message):
        """The cursor moved, or another question came."""

        place: Place

    def __init__(
        self,
        form: Form,
        draft: Draft,
        status: Status,
        navigation: Navigation,
        last_search: LastSearch,
        ui_state: UiStateStore,
        key_label: Callable[[str], str],
        *,
        read_only: bool,
    ) -> None:
        super().__init__(form, draft, status, navigation, last_search, read_only=read_only)
        self._ui_state = ui_state
        self._key_label = key_label
        self._returns_to_answers = False
        self._number = 1
        self.heading = form.name

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the question, and what goes with it."""
        yield QuestionBody(self._form, self._draft, self._ui_state)

    async def on_mount(self) -> None:
        """Show the question where the draft was left."""
        self._calm = self.set_interval(_CALM, self._catch_up, pause=True)
        place = self._draft.place
        if place is None or place.question not in self._form:
            place = Place(self._form.questions[0].id)
        await self.show_question(place.question)
        self.area.go_to(place)

    @override
    def show_settings(self) -> None:
        """Name the key of the help, which may be changed by now."""
        self.query_one(QuestionHead).name_key(self._key_label("uitleg"))

    @override
    def explanation(self) -> str:
        """Return the help of this question, with its example."""
        question = self.area.question
        return f"{question.wording}\n\n{question.help}\n\nEen voorbeeld:\n{question.example}"

    @property
    @override
    def area(self) -> AnswerArea:
        """The place where the answer on the screen is written."""
        return self.query_one(f"#{self.query_one('#answer', ContentSwitcher).current}", AnswerArea)

    def focus_for_text(self, event: events.Event) -> None:
        """Give the focus to the answer, if what has it would lose text that comes."""
        is_typed = isinstance(event, events.Key) and event.is_printable
        is_text = is_typed or isinstance(event, events.Paste)
        if is_text and not isinstance(self.focused, Input | TextArea):
            self.set_focus(self.area)

    @override
    def show_draft(self, draft: Draft) -> None:
        """Show what the draft has become: its title, and what is answered."""
        super().show_draft(draft)
        self._draft = draft
        self.query_one(QuestionList).show(draft)

    @override
    def show_answers(self, draft: Draft) -> None:
        """Show other answers, as a step that can be undone where one may write."""
        for area in self.query(AnswerArea):
            area.rewrite(draft.answers.get(area.question.id, ""))

    @override
    def show_read_only(self, *, read_only: bool) -> None:
        """Let the answers be only read, or written again."""
        self._read_only = read_only
        self.offer_to_replace()
        for area in self.query(AnswerArea):
            area.read_only = read_only

    async def show_question(self, question_id: str, *, return_to_answers: bool = False) -> None:
        """Go to a question; with `return_to_answers` the way on leads back there."""
        self._returns_to_answers = return_to_answers
        self._number = self._form.number(question_id)
        question = self._form.questions[self._number - 1]
        with self.app.batch_update():
            await self._show_area(question)
            self._show_question(question)
            self._catch_up()
            self.query_one(QuestionList).highlighted = self._number - 1
            self.set_focus(self.area)
            self.refresh_bindings()
        self.post_message(self.Moved(self.area.place))

    def return_no_more(self) -> None:
        """Let the way on and the way back be as usual: the user came back from the answers."""
        self._returns_to_answers = False
        self._show_question(self.area.question)

    @override
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
            area = _AREAS[question.kind](question, text, read_only=self._read_only)
            await switcher.mount(area)
        switcher.current = question.id

    def _show_question(self, question: Question) -> None:
        self.query_one(QuestionHead).show(question)
        self.query_one("#example", Static).update(Content(f"Bijvoorbeeld: {question.example}"))
        short = question.kind is Kind.SHORT
        self.query("#answer, #example").set_class(short, "-short")
        first = self._number == 1
        self.query_one("#previous", Button).display = not (first or self._returns_to_answers)
        following = self.query_one("#next", Button)
        following.label = "Naar antwoorden ›" if self._leads_to_answers else "Volgende ›"
        following.refresh(layout=True)
        self.refresh_bindings()

    def _catch_up(self) -> None:
        """Count words and hits and show the report as it is; with much text that takes a while."""
        self._calm.pause()
        self._count()
        self.count_hits()
        self.query_one(QuestionBody).show_preview(self._draft, self.area.place)

    def _count(self) -> None:
        if self.area.question.kind is Kind.SHORT:
            text = "Enter: naar de volgende"
        else:
            text = counted(count_words(self.area.text), "woord", "woorden")
        self.query_one("#words", Static).update(text, layout=False)

    @on(AnswerArea.Changed)
    @on(Input.Changed, "#word")
    @on(events.Resize)
    def _changed(self) -> None:
        self._calm.reset()

    @on(AnswerArea.SelectionChanged)
    def _moved(self, event: AnswerArea.SelectionChanged) -> None:
        if isinstance(event.text_area, AnswerArea) and event.text_area.has_focus:
            self.post_message(self.Moved(event.text_area.place))
            self._calm.reset()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way on and the way back by the name of where they lead."""
        if action == "back":
            return parameters == (self._returns_to_answers,)
        if action in ("next_question", "to_answers"):
            return (action == "to_answers") == self._leads_to_answers
        return super().check_action(action, parameters)

    @on(Button.Pressed, "#next")
    def _next(self) -> None:
        self._nav.soon(self.action_next)

    async def action_next(self) -> None:
        """Go to the next question, or to the answers after the last."""
        if self._leads_to_answers:
            await self.action_to_answers()
        else:
            await self.action_next_question()

    async def action_next_question(self) -> None:
        """Go to the next question."""
        await self.show_question(self._form.questions[self._number].id)

    async def action_to_answers(self) -> None:
        """Go on to the answers, to this one if that is where one came from."""
        await self._nav.show_answers(self.area.question.id if self._returns_to_answers else "")

    @on(Button.Pressed, "#previous")
    async def action_previous(self) -> None:
        """Go to the previous question, if there is one."""
        if self._number > 1:
            await self.show_question(self._form.questions[self._number - 2].id)

    async def action_back(self, to_answers: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Go back to where the question was chosen: the answers, or else the reports."""
        await (self.action_to_answers() if to_answers else self._nav.step_back())

    @property
    def _leads_to_answers(self) -> bool:
        """Whether the way on leads to the answers."""
        return self._returns_to_answers or self._number == len(self._form.questions)

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            await self.show_question(event.option.id)

    def action_fold_help(self) -> None:
        """Fold the help away, or show it again."""
        if self.has_class("-low"):
            key = self._key_label("hulp")
            self.notify(f"Dit venster is te laag voor de uitleg. Met {key} zie je hem wel.")
        else:
            self.query_one(QuestionBody).toggle_help()

    def action_preview_beside(self) -> None:
        """Show the report beside the question, or no longer."""
        self.query_one(QuestionBody).toggle_preview()
        self._calm.reset()

    async def action_go_to(self) -> None:
        """Ask which question to go to."""
        await self._nav.go_to(self._form, self.area.question)
