"""The chosen report beside a list of reports, as much of it as one sees at a glance."""

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reisverslag_tui.draft import Draft
from reisverslag_tui.form import load_form
from reisverslag_tui.rendering.sections import sections
from reisverslag_tui.search import spans
from reisverslag_tui.ui.shelf import Entry

_MOST = 3_000  # characters of an answer
_ABOVE = 3  # lines that are left in sight above a hit

HIT = "bold underline"
"""How a hit is marked: not by colour alone."""


class Glance(VerticalScroll, can_focus=False):
    """Shows a report, and of a report that was searched for the place of the hit."""

    def compose(self) -> ComposeResult:
        """Yield the report."""
        yield Static(id="report")

    def show(self, entry: Entry | None, sought: Sequence[str]) -> None:
        """Show a report in which the words were found; nothing of a file that can't be read."""
        report = self.query_one("#report", Static)
        if entry is None or not isinstance(entry.item, Draft):
            report.update("")
            return
        place = entry.sought.place(sought)
        content, hit = _laid_out(_glimpse(entry.item, place), place[0] if place else "", sought)
        report.update(content)
        self.call_after_refresh(self._bring_in_sight, content[:hit])

    def _bring_in_sight(self, above: Content) -> None:
        """Bring in sight what comes after this much of the report."""
        report = self.query_one("#report", Static)
        lines = above.get_height({}, report.size.width) if above and report.size.width else 0
        self.scroll_to(y=max(0, lines - _ABOVE), animate=False, immediate=True)


def marked(text: str, hits: Sequence[tuple[int, int]]) -> Content:
    """Return a text with its hits marked."""
    content = Content(text)
    for begin, end in hits:
        content = content.stylize(HIT, begin, end)
    return content


def _laid_out(draft: Draft, found_in: str, sought: Sequence[str]) -> tuple[Content, int]:
    """Return a report with its hits marked, and where that of the question `found_in` is."""
    form = load_form(draft.form)
    content, place = Content.styled(form.title, "bold"), 0
    for section in sections(draft, form):
        content += Content.assemble("\n\n", (section.question.heading, "bold $accent"), "\n")
        hits = spans(section.text, sought) if section.answer else []
        if hits and section.question.id == found_in:
            place = len(content) + hits[0][0]
        answer = marked(section.text, hits)
        content += answer if section.answer else answer.stylize("italic $quiet")
    return content, place


def _glimpse(draft: Draft, place: tuple[str, int] | None) -> Draft:
    """Return a draft with of each answer its beginning, or what stands around a place in it."""
    answers = {key: text[:_MOST] for key, text in draft.answers.items()}
    if place and place[1] > _MOST // 2:
        key, at = place
        answers[key] = f"… {draft.answers[key][at - _MOST // 2 : at + _MOST // 2]}"
    return replace(draft, answers=answers)
