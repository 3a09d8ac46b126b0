"""The report laid out with Rich, for the screen."""

from collections.abc import Iterable
from io import StringIO

from rich.align import Align
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form
from reisverslag_tui.report.sections import Section, sections

WIDTH = 80
"""The widest the preview gets, in terminal cells: longer lines are tiring to read."""


HIT = "bold underline"
"""How what was found is marked: not by colour alone."""

_TEXT = Style(meta={"text": True})  # what is laid out, as opposed to lines and spaces around it


def is_text(segment: Segment) -> bool:
    """Tell whether a part of what is laid out is text of the report."""
    return segment.style is not None and "text" in segment.style.meta


def render_preview(draft: Draft, form: Form, accent: str = "cyan") -> RenderableType:
    """Return the report laid out with Rich; `accent` is the colour of its headings.

    Answers go in as `Text`, so that nothing in them is read as markup or emoji code.
    """
    parts = [render_title(form, accent)]
    for section in sections(draft, form):
        parts += [Text(), render_section(section, accent)]
    return Group(*parts)


def render_title(form: Form, accent: str) -> RenderableType:
    """Return what stands above the report."""
    return Group(Align.center(Text(form.title, style=Style(bold=True) + _TEXT)), Rule(style=accent))


def render_section(
    section: Section, accent: str, hits: Iterable[tuple[int, int]] = ()
) -> RenderableType:
    """Return a heading and the answer below it, with the `hits` in its text marked."""
    heading = Text(section.question.heading, style=Style.parse(f"bold {accent}") + _TEXT)
    quiet = not section.answer
    answer = Text(section.text, style=Style(italic=quiet, dim=quiet) + _TEXT, tab_size=8)
    for begin, end in hits:
        answer.stylize(HIT, begin, end)
    return Group(heading, Padding(answer, (0, 0, 0, 2)))


def print_preview(draft: Draft, form: Form, width: int = WIDTH) -> str:
    """Return the preview as stdout wants it: in colour on a terminal, without elsewhere.

    It is `width` cells wide at most.
    """
    # Without a size Rich would read COLUMNS and LINES, and trip.
    on_terminal = Console(width=width, height=1).is_terminal
    # Even while Rich captures it writes nothing to its file, which a full disk refuses.
    console = Console(file=StringIO(), force_terminal=on_terminal, width=width, height=1)
    with console.capture() as capture:
        console.print(render_preview(draft, form))
    return capture.get()
