"""The report as plain text: what is printed, to the letter."""

from collections.abc import Iterator

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.core.width import DEFAULT_WIDTH
from reisverslag_tui.core.wrapping import wrap
from reisverslag_tui.report.sections import sections


def render_plain(draft: Draft, form: Form, width: int = DEFAULT_WIDTH) -> str:
    """Return the report as plain text, wrapped at `width` cells, or not at all if that is 0.

    It ends in one newline; no line ends in a space.
    """
    return "\n\n".join(wrap(part, width) for part in _parts(draft, form)) + "\n"


def _parts(draft: Draft, form: Form) -> Iterator[str]:
    yield form.title
    for section in sections(draft, form):
        yield section.question.heading
        yield section.text
