"""Finding and replacing in the answers: in the one on the screen, and on in those that follow."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Button
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.finding import Hit, Span, find, next_hit
from reisverslag_tui.core.form import Form
from reisverslag_tui.ui.last_search import LastSearch
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.screens.finding_page import NOTHING, FindingPage
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.widgets.top_bar import Status

TOO_LARGE = "Dat kan niet: dan wordt het verslag te groot."
_LARGEST = 10_000_000  # characters that are put in at once; a draft that holds more is not saved
_REPLACING = ("replace", "replace_here", "replace_everywhere")
_LONGEST = 200  # characters of a selection that are taken to be what is sought


class FindInAnswers(FindingPage):
    """Finds in all answers of a report, also those that were never on the screen.

    What the selection is, is the hit one is at.
    """

    def __init__(
        self,
        form: Form,
        draft: Draft,
        status: Status,
        navigation: Navigation,
        last_search: LastSearch,
        *,
        read_only: bool,
    ) -> None:
        super().__init__(draft.title, status, last_search)
        self._nav = navigation
        self._form = form
        self._draft = draft
        self._read_only = read_only
        self._began = 0
        self._sought_at: tuple[int, Span] | None = None

    @property
    def area(self) -> AnswerArea:
        """The place where the answer on the screen is written."""
        raise NotImplementedError

    async def bring_up(self, question_id: str) -> None:
        """Go to a question; the way on stays as it was, and the focus where it was."""
        raise NotImplementedError

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to replace only what may be changed."""
        if action in _REPLACING:
            return not self._read_only
        return super().check_action(action, parameters)

    @override
    def to_find(self) -> str:
        """Return what is selected, if that is a word or a few, or else what was last sought."""
        selected = self.area.selected_text
        fits = 0 < len(selected) <= _LONGEST and "\n" not in selected
        return selected if fits else super().to_find()

    @override
    async def action_find(self) -> None:
        """Bring up the bar, with what is selected to find."""
        await super().action_find()
        self.offer_to_replace()
        self.count_hits()

    def offer_to_replace(self) -> None:
        """Let the bar show what is needed to replace, if answers may be changed."""
        if self.finding:
            self.bar.offer_to_replace(offered=not self._read_only)

    @override
    def leave_bar(self) -> None:
        """Give the focus to the answer, with the cursor behind the hit."""
        area = self.area
        self.set_focus(area)
        area.select((area.span[1], area.span[1]))

    @override
    def seek(self) -> None:
        """Go to the first hit in this answer; the count follows later.

        That is from where one began to type the word, so that a letter less leads back again.
        """
        self.bar.show_news("")
        if self._sought_at != (self._here, self.area.span):
            self._began = self.area.span[0]
        began, spans = self._began, find(self.area.text, self.bar.word)
        at_or_after = (span for span in spans if span[0] >= began)
        self.area.select(next(at_or_after, spans[0] if spans else (began, began)))
        self._sought_at = self._here, self.area.span

    @override
    async def action_find_next(self) -> None:
        """Go to the next hit, if need be in another answer."""
        await self._go_on(back=False)

    @override
    async def action_find_previous(self) -> None:
        """Go to the hit before, if need be in another answer."""
        await self._go_on(back=True)

    async def _go_on(self, *, back: bool) -> None:
        begin, end = self.area.span
        here = self._here
        place = begin if back else end
        hit = next_hit(self._texts(), self.bar.word, here, place, back=back)
        self.bar.show_news(_news(hit, here, back=back) if hit else "")
        if hit and hit.text != here:
            await self.bring_up(self._form.questions[hit.text].id)
        if hit:
            self.area.select(hit.span)
            self.call_after_refresh(self.area.scroll_cursor_visible)
        self.count_hits()

    async def action_replace(self) -> None:
        """Replace the hit one is at, and go to the next."""
        area = self.area
        if area.span in find(area.text, self.bar.word, whole=True):
            area.put(self.bar.replacement, area.span)
        await self._go_on(back=False)

    @on(Button.Pressed, "#replace-here")
    def action_replace_here(self) -> None:
        """Replace every hit in this answer, as one step that can be undone."""
        spans = find(self.area.text, self.bar.word, whole=True)
        if not fits(len(spans), self.bar.replacement):
            self.app.notify(TOO_LARGE, severity="warning")
            return
        self.area.replace_all(spans, self.bar.replacement)
        self.bar.show_news(f"{len(spans)} keer vervangen")
        self.count_hits()

    @on(Button.Pressed, "#replace-everywhere")
    def action_replace_everywhere(self) -> None:
        """Ask for every hit in every answer to be replaced."""
        self._nav.replace_everywhere(self.bar.word, self.bar.replacement)

    def action_undo(self) -> None:
        """Undo the last step in the answer, though another widget has the focus."""
        self.area.undo()
        if self.finding:
            self.bar.show_news("")

    @property
    def _here(self) -> int:
        return self._form.number(self.area.question.id) - 1

    def _texts(self) -> Sequence[str]:
        """Return the answers as they are now, in the order of the questions."""
        typed = {area.question.id: area.text for area in self.query(AnswerArea)}
        answers = {**self._draft.answers, **typed}
        return [answers.get(question.id, "") for question in self._form.questions]

    @on(AnswerArea.SelectionChanged)
    def _moved_by_hand(self) -> None:
        if self.finding and self.area.has_focus:
            self.bar.show_news("")

    def count_hits(self) -> None:
        """Say at which hit one is, of how many; in a large report that takes a while."""
        if self.finding:
            found = [find(text, self.bar.word) for text in self._texts()]
            here = found.pop(self._here)
            elsewhere = sum(map(len, found))
            self.bar.show_count(_count(self.bar.word, self.area.span, here, elsewhere))


def fits(count: int, by: str) -> bool:
    """Return whether `by` can be put in so many times."""
    return count * len(by) <= _LARGEST


def _count(word: str, at: Span, here: Sequence[Span], elsewhere: int) -> str:
    """Return how many hits there are, in Dutch: "2 van 7 · 3 elders"."""
    if not word:
        return ""
    if not here and not elsewhere:
        return NOTHING
    place = f"{here.index(at) + 1} van {len(here)}" if at in here else f"{len(here)} hier"
    return f"{place} · {elsewhere} elders" if elsewhere else place


def _news(hit: Hit, here: int, *, back: bool) -> str:
    """Return what to say of a hit that is not simply further on in the same answer."""
    if hit.text != here:
        return f"{'Terug' if back else 'Verder'} in vraag {hit.text + 1}"
    if hit.wrapped:
        return "Verder vanaf het einde" if back else "Verder vanaf het begin"
    return ""
