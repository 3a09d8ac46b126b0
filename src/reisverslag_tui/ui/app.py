"""The program: the way between the screens of the report that is open."""

import asyncio
import os
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on, work

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import Form, load_form
from reisverslag_tui.editing.autosave import Failed
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.ui.daemon_thread import aside
from reisverslag_tui.ui.rescuing import RescuingApp
from reisverslag_tui.ui.screens.every import load_the_rest
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.top_bar import Status

if TYPE_CHECKING:
    from reisverslag_tui.ui.flows.external_editor import Copy

_OFTEN = 1.0  # seconds between two looks at a report that another may write in
_LOOK = 0.5  # seconds between two looks at what an editor may have saved
_DETACHED = (
    "Je editor was meteen klaar, misschien in een eigen venster. Wat je daar opslaat komt in dit "
    "antwoord, zolang dit verslag open is. Het bestand: {path}"
)
_TAKEN_IN = "Wat je in je editor opsloeg staat in het antwoord."
_BOTH_CHANGED = (
    "Dit antwoord is hier gewijzigd én in je editor. Hier blijft het zoals het is; de tekst van je "
    "editor staat in {path}"
)
_COPY_LEFT = "De tekst die je in je editor had staat in {path}"
_PUT_BACK = "Teruggezet. Spijt? Kies de bovenste versie en druk op Enter."


class ReisverslagApp(RescuingApp):
    """The full-screen program, from its first screen to its last save."""

    _loaded = False

    @cached_property
    def _copies(self) -> "list[Copy]":
        """The files that the user's editor got."""
        return []

    def on_ready(self) -> None:
        """Load what the first screen does without, once that is drawn; begin to follow."""
        self.screen.call_after_refresh(self._load_the_rest)
        self.set_interval(_OFTEN, self.follow)

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; before the first key all that keys may need is loaded."""
        if isinstance(event, events.Key) and not self._loaded:
            self._load_the_rest()
        is_input = isinstance(event, events.Key | events.Paste)
        if is_input and isinstance(self.screen, QuestionScreen):
            self.screen.focus_for_text(event)
        await super().on_event(event)

    def _load_the_rest(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        try:
            load_the_rest()
            self.keep_styles()
        except (ImportError, OSError):
            self.say_files_are_gone()
        else:
            self.offer_at_start()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs an open report only while one is, and changes only if they may be."""
        if action in ("finish", "title", "save", "editor"):
            return self._editing is not None and not self._editing.read_only
        if action == "settings":
            return self.screen.id != "settings"
        if action in ("answers", "preview", "versions"):
            return self._editing is not None
        return super().check_action(action, parameters)

    async def action_answers(self, at: str = "") -> None:
        """Show all answers, with the way to change the question `at` in sight."""
        from reisverslag_tui.ui.screens.answers import AnswersScreen

        if self._editing and not await self.went_back_to(AnswersScreen):
            draft, status = self._editing.draft, self._status()
            await self.push_screen(AnswersScreen(self._form, draft, status, at))

    async def action_preview(self) -> None:
        """Show the report as it will be read."""
        from reisverslag_tui.ui.screens.preview import PreviewScreen

        if self._editing and not await self.went_back_to(PreviewScreen):
            await self.push_screen(self.preview_of(self._editing.draft, self._status()))

    async def action_show_question(self, question_id: str, and_back: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Go to a question; `and_back` if the way on leads back to the answers."""
        if await self.went_back_to(QuestionScreen) and isinstance(self.screen, QuestionScreen):
            await self.screen.show_question(question_id, return_to_answers=and_back)

    async def action_find_in_answers(self, question_id: str) -> None:
        """Find in the answers, from this question on."""
        await self.run_action(f"app.show_question({question_id!r}, True)")
        if isinstance(self.screen, QuestionScreen):
            await self.screen.action_find()

    @on(QuestionScreen.ReplacementAsked)
    def _replacement_asked(self, event: QuestionScreen.ReplacementAsked) -> None:
        self._replace_everywhere(event.word, event.by)

    @work(exclusive=True, group="replace")
    async def _replace_everywhere(self, word: str, by: str) -> None:
        """Replace a word in all answers, once the user says so; a version keeps what was there."""
        from reisverslag_tui.ui.flows.replace import REPLACED, may_replace, replaced_in

        editing = self._editing
        if not editing:
            return
        self.take_all()
        if not await may_replace(self, editing.draft, word, by) or not editing.session:
            return
        try:
            await asyncio.to_thread(editing.session.versions.keep, editing.draft)
        except ReisverslagError as error:
            self.complain(error)
            return
        if editing is not self._editing:
            return
        self.take_all()
        if editing.change(replaced_in(editing.draft, word, by, self._now())):
            self.show_answers(editing.draft)
            await self.run_action("screen.close_find")
            self.notify(REPLACED.format(key=self.key_called("versies")))

    async def action_step_back(self) -> None:
        """Go one step back; from the answers to a question that leads on as usual."""
        from reisverslag_tui.ui.screens.answers import AnswersScreen

        from_answers = isinstance(self.screen, AnswersScreen)
        await super().action_step_back()
        if from_answers and isinstance(self.screen, QuestionScreen):
            self.screen.return_no_more()

    @work(exclusive=True, group="finish")
    async def action_finish(self) -> None:
        """Mark the report as done, and say what comes next."""
        from reisverslag_tui.ui.flows.finish import ask_title, may_finish, tell_finished

        editing = self._editing
        if not editing or not await may_finish(self, editing.draft, self._form):
            return
        title = await ask_title(self, editing.draft)
        if not editing.change(editing.draft.rename(title).finish(self._now())):
            return
        self._show_draft(editing.draft)
        if isinstance(outcome := await self._saved(), Failed):
            self.notify(outcome.told, severity="error")
            return
        choice = await tell_finished(self, self._store.path(editing.draft.id))
        if choice == "preview":
            await self.action_preview()
        elif choice == "leave":
            await self._leave(self._to_reports)

    async def action_versions(self) -> None:
        """Show the earlier versions of the report."""
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        await self._saved()
        if not self._editing or await self.went_back_to(VersionsScreen):
            return
        draft, read_only = self._editing.draft, self._editing.read_only
        versions = await self.loaded(self._shelf.versions(draft.id))
        if versions is not None:
            screen = VersionsScreen(self._form, draft, self._status(), read_only=read_only)
            await self.push_screen(screen)
            screen.show(draft, versions, self._now())

    async def action_put_back(self, number: int, question_id: str = "") -> None:
        """Put an earlier version, or one answer of it, in the place of what there is now.

        The report as it was becomes a version itself.
        """
        from reisverslag_tui.ui.screens.versions import VersionsScreen

        await self.went_back_to(VersionsScreen)
        editing = self._editing
        if not editing or not editing.session:
            return
        versions = editing.session.versions
        try:
            earlier = await asyncio.to_thread(versions.load, number)
            await asyncio.to_thread(versions.keep, editing.draft)
            if editing is not self._editing:
                return
            editing.change(_put_back(editing.draft, earlier, question_id, self._now()))
            self.show_answers(editing.draft)
            kept = await asyncio.to_thread(versions.all)
        except ReisverslagError as error:
            self.complain(error)
            return
        if isinstance(self.screen, VersionsScreen):
            self.screen.show(editing.draft, kept, self._now())
            self.notify(_PUT_BACK)

    async def action_settings(self) -> None:
        """Show the settings; what was said of them can be read there."""
        from reisverslag_tui.ui.screens.settings import SettingsScreen

        self.clear_notifications()
        status = self._status() if self._editing else Status("")
        await self.push_screen(SettingsScreen(self._preferences, status))

    @property
    def _form(self) -> Form:
        """The form of the report that is open."""
        return load_form(self._editing.draft.form) if self._editing else load_form()

    async def action_title(self) -> None:
        """Ask for another title for the report that is open."""
        from reisverslag_tui.ui.dialogs.title import TitleDialog

        if self._editing:
            await self.push_screen(TitleDialog(self._editing.draft.title), self._rename)

    def _rename(self, title: str | None) -> None:
        if self._editing and title:
            self._editing.change(self._editing.draft.rename(title))
            self._show_draft(self._editing.draft)

    async def action_editor(self) -> None:
        """Let the user's own editor rewrite the answer; its copy stays until that is saved."""
        from reisverslag_tui.ui.flows.external_editor import Copy, edit_in, own_editor

        if not isinstance(self.screen, QuestionScreen):
            return
        area = self.screen.area
        try:
            command = own_editor(os.environ)
            copy = Copy(area.question.id, area.text)
            self._copies.append(copy)
            text = edit_in(self, command, copy)
        except ReisverslagError as error:
            self.notify(str(error), severity="error")
            return
        if copy.detached:
            self.notify(_DETACHED.format(path=copy.path), timeout=15)
            self._watch_copy(copy)
            return
        area.rewrite(text)
        self._take(area)
        if not isinstance(await self._saved(), Failed):
            copy.remove()

    @work(group="editor")
    async def _watch_copy(self, copy: "Copy") -> None:
        """Take in what is saved in a copy later, for as long as its report is open."""
        editing = self._editing
        while editing and editing is self._editing:
            await asyncio.sleep(_LOOK)
            if editing is not self._editing or (text := await aside(copy.news)) is None:
                continue
            self.take_all()
            changed_here = editing.draft.answers.get(copy.question_id, "") != copy.text
            if changed_here:
                self.notify(_BOTH_CHANGED.format(path=copy.path), severity="warning", timeout=15)
            elif editing.answer(copy.question_id, text):
                copy.text = editing.draft.answers[copy.question_id]
                self.show_answers(editing.draft)
                self.notify(_TAKEN_IN)

    def end_editor(self, number: int) -> None:
        """Send a signal to the user's editor, if that has the terminal."""
        if self.terminal_is_lent and self._copies:
            self._copies[-1].end(number)

    def last_words(self) -> list[str]:
        """Return what is to be said at the end: also where a copy for an editor stayed."""
        left = [_COPY_LEFT.format(path=copy.path) for copy in self._copies if copy.is_there]
        return [*super().last_words(), *left]


def _put_back(draft: Draft, earlier: Draft, question_id: str, now: datetime) -> Draft:
    """Return a draft with one answer of an earlier version of it, or with all of that."""
    if question_id:
        return draft.answer(question_id, earlier.answers.get(question_id, ""), now)
    return draft.put_back(earlier, now)
