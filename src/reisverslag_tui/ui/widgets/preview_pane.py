"""The chosen report beside a list of reports, as much of it as one sees at a glance."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.search import spans
from reisverslag_tui.core.text import excerpt
from reisverslag_tui.report.preview import HIT, render_section, render_title
from reisverslag_tui.report.sections import Section, sections
from reisverslag_tui.ui.library import Entry
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText
from reisverslag_tui.ui.widgets.follows_theme import FollowsTheme

_MOST = 3_000  # characters of an answer
_ABOVE = 3  # lines that are left in sight above a hit


class Glance(VerticalScroll, FollowsTheme, can_focus=False):
    """Shows a report, and of a report that was searched for the place of the hit."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._sought: Sequence[str] = ()
        self._report = SelectableText(id="report")

    def compose(self) -> ComposeResult:
        """Yield the report."""
        yield self._report

    def show(self, entry: Entry | None, sought: Sequence[str]) -> None:
        """Show a report in which the words were found; nothing of a file that can't be read."""
        self._entry, self._sought = entry, sought
        self._show()

    def show_theme(self) -> None:
        """Lay the report out in other colours."""
        self._show()

    def _show(self) -> None:
        if self._entry is None or not isinstance(self._entry.item, Draft):
            self._report.update("")
            return
        place = self._entry.sought.place(self._sought)
        draft = _glimpse(self._entry.item, place)
        parts, above = _laid_out(draft, place[0] if place else "", self._sought, self.accent)
        self._report.update(Group(*parts))
        self.call_after_refresh(self._bring_in_sight, above)

    def _bring_in_sight(self, above: Sequence[RenderableType]) -> None:
        """Bring in sight what comes after these parts of the report, gone by now or not."""
        console, width = self.app.console, self._report.size.width
        options = console.options.update_width(width)
        lines = len(console.render_lines(Group(*above), options)) if above and width else 0
        self.scroll_to(y=max(0, lines - _ABOVE), animate=False, immediate=True)


def marked(text: str, hits: Sequence[tuple[int, int]]) -> Content:
    """Return a text with its hits marked."""
    content = Content(text)
    for begin, end in hits:
        content = content.stylize(HIT, begin, end)
    return content


def _laid_out(
    draft: Draft, found_in: str, sought: Sequence[str], accent: str
) -> tuple[Sequence[RenderableType], Sequence[RenderableType]]:
    """Return the parts of a report, and those above the hit in the question `found_in`."""
    form = load_form(draft.form)
    parts, above = [render_title(form, accent)], list[RenderableType]()
    for section in sections(draft, form):
        hits = spans(section.text, sought) if section.answer else []
        if hits and section.question.id == found_in:
            before = Section(section.question, section.text[: hits[0][0]])
            above = [*parts, Text(), render_section(before, accent)]
        parts += [Text(), render_section(section, accent, hits)]
    return parts, above


def _glimpse(draft: Draft, place: tuple[str, int] | None) -> Draft:
    """Return a draft with of each answer its beginning, or what stands around a place in it."""
    found_in, at = place or ("", 0)
    return draft._replace(
        answers={
            key: excerpt(text, at if key == found_in else 0, _MOST)[0]
            for key, text in draft.answers.items()
        },
    )
