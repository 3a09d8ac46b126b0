"""The preview of the chosen report beside a list of reports."""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from typing_extensions import override

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.search import spans
from reisverslag_tui.core.text import excerpt
from reisverslag_tui.report.preview import HIT, render_section, render_title
from reisverslag_tui.report.sections import Section, sections
from reisverslag_tui.ui.library import Entry
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText
from reisverslag_tui.ui.widgets.follows_theme import FollowsTheme

_MAXIMUM_LENGTH = 3_000  # characters of an answer that are shown
_ABOVE = 3  # lines in view above a hit


class PreviewPane(VerticalScroll, FollowsTheme, can_focus=False):
    """Shows a report, scrolled to the first hit of a query."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._query: Sequence[str] = ()
        self._report = SelectableText(id="report")

    @override
    def compose(self) -> ComposeResult:
        """Yield the widget of the report."""
        yield self._report

    def show(self, entry: Entry | None, query: Sequence[str]) -> None:
        """Show a report in which the words of `query` were found; nothing for a broken file."""
        self._entry, self._query = entry, query
        self._show()

    @override
    def show_theme(self) -> None:
        """Lay out the report in the colours of the present theme."""
        self._show()

    def _show(self) -> None:
        if self._entry is None or not isinstance(self._entry.item, Draft):
            self._report.update("")
            return
        place = self._entry.sought.place(self._query)
        draft = _shortened(self._entry.item, place)
        parts, above = _laid_out(draft, place[0] if place else "", self._query, self.accent)
        self._report.update(Group(*parts))
        self.call_after_refresh(self.scroll_below, above)

    def scroll_below(self, above: Sequence[RenderableType]) -> None:
        """Scroll to what comes after these parts of a report, which may be another's by now."""
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
    draft: Draft, found_in: str, query: Sequence[str], accent: str
) -> tuple[Sequence[RenderableType], Sequence[RenderableType]]:
    """Return the parts of a report, and those above the hit in the answer to `found_in`."""
    form = load_form(draft.form)
    parts, above = [render_title(form, accent)], list[RenderableType]()
    for section in sections(draft, form):
        hits = spans(section.text, query) if section.answer else []
        if hits and section.question.id == found_in:
            before = Section(section.question, section.text[: hits[0][0]])
            above = [*parts, Text(), render_section(before, accent)]
        parts += [Text(), render_section(section, accent, hits)]
    return parts, above


def _shortened(draft: Draft, place: tuple[str, int] | None) -> Draft:
    """Return a draft with the start of each answer, or the part around `place` in it."""
    found_in, at = place or ("", 0)
    return replace(
        draft,
        answers={
            key: excerpt(text, at if key == found_in else 0, _MAXIMUM_LENGTH)[0]
            for key, text in draft.answers.items()
        },
    )
