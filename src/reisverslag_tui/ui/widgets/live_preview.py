"""The preview of the report beside a question."""

from textual.containers import VerticalScroll
from textual.geometry import Region
from typing_extensions import override

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.core.text import excerpt, tidy
from reisverslag_tui.report.preview import render_section, render_title
from reisverslag_tui.report.sections import Section
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText
from reisverslag_tui.ui.widgets.follows_theme import FollowsTheme

_MOST = 4_000  # characters of an answer that are laid out: more than fit on a screen
_AROUND = 8  # lines in view above and below the cursor


class LivePreview(VerticalScroll, FollowsTheme, can_focus=False):
    """Shows each answer below its heading; of a long one only the part around the cursor.

    Only sections that changed are laid out again, and none before the preview is first shown.
    """

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._shown: dict[str, str] = {}
        self._title = SelectableText()
        self._sections = {question.id: SelectableText() for question in form.questions}

    @override
    def on_mount(self) -> None:
        """Show the title of the form."""
        self._show_title()

    def show(self, draft: Draft, place: Place) -> None:
        """Show a draft, with the section of `place` marked and in view."""
        if not self.children:
            self.mount(self._title, *self._sections.values())
        for question in self._form.questions:
            here = question.id == place.question
            answer = draft.answers.get(question.id, "")
            part, index = excerpt(answer, place.index_in(answer) if here else 0, _MOST)
            self._show_answer(question, part)
            self._sections[question.id].set_class(here, "-here")
            if here:
                fraction = index / max(1, len(part))
                self.call_after_refresh(self._scroll_to_section, question.id, fraction)

    def _show_title(self) -> None:
        self._title.update(render_title(self._form, self.accent))

    def _show_answer(self, question: Question, answer: str) -> None:
        if self._shown.get(question.id) != answer:
            self._shown[question.id] = answer
            section = render_section(Section(question, tidy(answer)), self.accent)
            self._sections[question.id].update(section)

    @override
    def show_theme(self) -> None:
        """Lay out all sections in the colours of the present theme."""
        shown, self._shown = self._shown, {}
        self._show_title()
        for question in self._form.questions:
            self._show_answer(question, shown.get(question.id, ""))

    def _scroll_to_section(self, question_id: str, fraction: float) -> None:
        """Scroll to the section, or to `fraction` of it if it is longer than the screen."""
        region = self._sections[question_id].virtual_region
        if region.height > self.size.height:
            line = region.y + round(region.height * fraction)
            region = Region(region.x, max(0, line - _AROUND), 1, 2 * _AROUND)
        self.scroll_to_region(region, animate=False, force=True)
