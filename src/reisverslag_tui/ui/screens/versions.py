"""The earlier versions of a report: what changed since, and the way back."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from reisverslag_tui.core.dates import when
from reisverslag_tui.core.differences import (
    SAME,
    Difference,
    Kind,
    Piece,
    changed_since,
    differences,
)
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.errors import UnreadableDraft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.versions import Version
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.navigation import Navigation
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText
from reisverslag_tui.ui.widgets.top_bar import Status

_NONE = """\
Er zijn nog geen eerdere versies van dit verslag.

Ze komen er vanzelf: als je het opent en wijzigt, als er tekst verdwijnt, en om de paar minuten \
terwijl je schrijft."""
_NONE_OF_BROKEN = "Er zijn geen eerdere versies van dit verslag."
_CONTEXT = 60  # characters that are shown of what is the same, on both sides of a change


class _Versions(OptionList):
    """Ends where it ends: Up from the newest would lead to the oldest, and Enter puts that back."""

    @override
    def action_cursor_up(self) -> None:
        """Go to a newer version, if there is one."""
        if self.highlighted:
            super().action_cursor_up()

    @override
    def action_cursor_down(self) -> None:
        """Go to an older version, if there is one."""
        if self.highlighted != self.option_count - 1:
            super().action_cursor_down()


class VersionsScreen(Page):
    """Lists the versions, newest first, and shows what changed since the chosen one."""

    CSS_PATH = "versions.tcss"
    BINDINGS = bindings.of(
        bindings.PUT_BACK,
        bindings.PUT_BACK_ONE,
        bindings.READ_ON,
        bindings.READ_BACK,
        bindings.BACK,
    )

    heading = "Eerdere versies"

    def __init__(
        self,
        form: Form,
        present: Draft | Broken,
        status: Status,
        navigation: Navigation,
        *,
        read_only: bool,
    ) -> None:
        super().__init__(present.name if isinstance(present, Broken) else present.title, status)
        self._form = form
        self._nav = navigation
        self._read_only = read_only
        self._present = present
        self._versions: Sequence[Version] = ()

    @override
    def compose_page(self) -> Iterable[Widget]:
        """Yield the versions, and what changed since the chosen one."""
        if isinstance(self._present, Broken):
            yield Static(Content(_damage(self._present)), id="damage")
        broken = isinstance(self._present, Broken)
        yield Static(_NONE_OF_BROKEN if broken else _NONE, id="none")
        with Horizontal(id="versions"):
            yield _Versions(id="list", markup=False)
            with VerticalScroll(id="changes", can_focus=False):
                yield SelectableText(id="what")

    @override
    def explanation(self) -> str:
        """Return what this screen is for."""
        return (
            "Hier staan eerdere versies van je verslag, de nieuwste bovenaan. Van de gekozen "
            "versie zie je wat er sindsdien is veranderd. Met Enter zet je hem terug, met A alleen "
            "één antwoord; wat er nu staat blijft bewaard als de nieuwste versie."
        )

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put back only what can be."""
        if action == "put_back":
            chosen = self._chosen
            restorable = chosen is not None and isinstance(chosen.content, Draft)
            return restorable and not self._read_only
        if action == "put_back_one":
            return bool(self._changed) and not self._read_only
        return super().check_action(action, parameters)

    @override
    def show_answers(self, draft: Draft) -> None:
        """Show what changed since the chosen version up to these answers."""
        self._present = draft
        self._explain()

    def show(self, present: Draft | Broken, versions: Sequence[Version], now: datetime) -> None:
        """Show these versions, beside the draft as it is now, and choose the newest."""
        self._present, self._versions = present, versions
        self.query_one("#none").display = not versions
        self.query_one("#versions").display = bool(versions)
        listed = self.query_one("#list", OptionList)
        listed.clear_options()
        listed.add_options(Option(self._line(version, now)) for version in versions)
        if versions:
            listed.highlighted = 0
            self.set_focus(listed)
        self._explain()

    @property
    def _chosen(self) -> Version | None:
        index = self.query_one("#list", OptionList).highlighted
        return None if index is None or not self._versions else self._versions[index]

    @property
    def _changed(self) -> Sequence[Question]:
        """The questions that have another answer now than in the chosen version."""
        chosen, present = self._chosen, self._present
        if not chosen or isinstance(chosen.content, UnreadableDraft) or isinstance(present, Broken):
            return ()
        before, now = chosen.content.answers, present.answers
        asked = self._form.questions
        return [each for each in asked if before.get(each.id, "") != now.get(each.id, "")]

    def _line(self, version: Version, now: datetime) -> Content:
        content, name = version.content, f"versie {version.number}"
        if isinstance(content, UnreadableDraft):
            return Content.assemble(name, "\n", ("onleesbaar", "$warning"))
        present = None if isinstance(self._present, Broken) else self._present
        told = changed_since(content, present, self._form)
        return Content.assemble(f"{name} · {when(content.modified, now)}", "\n", (told, "$quiet"))

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        self.refresh_bindings()
        if chosen := self._chosen:
            self._compare(chosen.content)

    @work(exclusive=True, group="compare")
    async def _compare(self, earlier: Draft | UnreadableDraft) -> None:
        """Show what changed since a version, worked out in a thread."""
        shown = await asyncio.to_thread(_shown_beside, earlier, self._present, self._form)
        self.query_one("#what", Static).update(shown)
        self.query_one("#changes").scroll_home(animate=False)

    def action_read_on(self) -> None:
        """Scroll what changed a page further."""
        self.query_one("#changes").scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """Scroll what changed a page back."""
        self.query_one("#changes").scroll_page_up(animate=False)

    @on(OptionList.OptionSelected)
    async def action_put_back(self) -> None:
        """Put the chosen version back."""
        if not (chosen := self._chosen):
            return
        if isinstance(self._present, Broken):
            go = partial(self._nav.put_back_damaged, self._present.id, chosen.number)
            self._nav.soon(go)
        else:
            await self._nav.put_back(chosen.number)

    async def action_put_back_one(self) -> None:
        """Ask which answer of the chosen version is to come back."""
        if chosen := self._chosen:
            await self._nav.put_one_back(chosen.number, self._changed)


def _damage(file: Broken) -> str:
    return (
        f"Dit verslag is onleesbaar: {file.error}. Het bestand blijft bewaard, ook als je een "
        f"eerdere versie terugzet:\n{clean_line(str(file.path))}"
    )


def _shown_beside(earlier: Draft | UnreadableDraft, present: Draft | Broken, form: Form) -> Content:
    """Return what changed since a version; all of it, if what it became can't be read."""
    if isinstance(earlier, UnreadableDraft):
        return Content(f"Onleesbaar: {earlier}.")
    if isinstance(present, Broken):
        return Content(render_plain(earlier, form, 0))
    return Content("\n").join(_lines(differences(earlier, present, form)))


def _lines(found: Sequence[Difference]) -> Iterator[Content]:
    """Yield what changed, answer by answer, and at the top how to read it."""
    if not found:
        yield Content(SAME)
        return
    yield Content.assemble(
        ("Sindsdien veranderd: ", "$quiet"),
        _shown(Piece(Kind.GONE, "weg")),
        " ",
        _shown(Piece(Kind.NEW, "erbij")),
    )
    for difference in found:
        yield Content.assemble("\n", (difference.label, "bold $accent"))
        yield Content("").join(map(_shown, difference.pieces))


def _shown(piece: Piece) -> Content:
    """Return a piece as it is shown; what changed is told by its marks, not by colour alone."""
    if piece.kind is Kind.GONE:
        return Content.styled(piece.marked, "$error")
    if piece.kind is Kind.NEW:
        return Content.styled(piece.marked, "$success")
    if len(piece.text) <= 3 * _CONTEXT:
        return Content(piece.text)
    begin, end = piece.text[:_CONTEXT].rsplit(" ", 1)[0], piece.text[-_CONTEXT:].split(" ", 1)[-1]
    return Content(f"{begin} ... {end}")
