"""The report that is open: what is typed is saved, and what is said of that is so."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.message import Message
from textual.widget import Widget

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.editing.autosave import Contested, Failed, Outcome, Saved
from reisverslag_tui.editing.report import Editing
from reisverslag_tui.storage.session import Session
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.house_style import HouseStyleApp
from reisverslag_tui.ui.preferences import Preferences
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.widgets.top_bar import Status

_SLOW = 0.5  # seconds after which a save that is not done is shown to be busy
_PATIENCE = 5.0  # seconds that leaving waits for the disk
_MOMENT = 0.01  # seconds between two looks at what is not done yet
_CHANGES = ("change", "replace", "settings")  # the workers that make what the user asked for so

_UNFINISHED = "Wat je het laatst vroeg was nog niet klaar toen je stopte. Kijk na of het gelukt is."


class SavingApp(HouseStyleApp):
    """Takes over what is typed, has it saved, and tells every screen of the report how it goes."""

    @dataclass
    class SaveTried(Message):
        """The saver of a report has tried to save; comes from its thread."""

        editing: Editing
        outcome: Outcome

    def __init__(
        self, now: Callable[[], datetime], preferences: Preferences, colours: Colours
    ) -> None:
        super().__init__(preferences, colours)
        self._now = now
        self._editing: Editing | None = None
        self._outcome: Outcome | None = None
        self._unfinished = False
        self._busy = False
        self._watching = False
        self._left: Draft | None = None

    def begin(self, draft: Draft, session: Session | None, *, stored: bool) -> Editing:
        """Begin to take over and save, or only to show; `stored` if the draft is on disk.

        Only to show is what has no session, or was written by a newer version of the program.
        """
        if session and draft.read_only:
            session.close()
            session = None
        self._outcome, self._busy = None, False
        self._editing = Editing(
            draft, session, self._tell, self._now, stored=stored, pause=self._pause
        )
        return self._editing

    def _pause(self) -> float:
        return self._preferences.settings.pause

    async def put_away(self) -> None:
        """End that; what was handed over is saved all the same."""
        if editing := self._editing:
            self._left = self.last_open
            self._editing = None
            await asyncio.to_thread(editing.close, _PATIENCE)

    async def give_up(self, editing: Editing) -> None:
        """Save nothing more of a report, and let others change it; it stays on the screens."""
        editing.abandon()
        await asyncio.to_thread(editing.close, _PATIENCE)

    async def on_unmount(self) -> None:
        """Save what was not saved yet, whatever ended the program."""
        try:
            self.save_now()
        finally:
            if self._editing:
                self._editing.close(_PATIENCE)

    def save_now(self, patience: float = _PATIENCE) -> None:
        """Save what is open, and wait so long for it; for use in a signal handler too."""
        if self._editing:
            self._editing.hand_over()
            self._editing.flush(patience)

    @property
    def last_open(self) -> Draft | None:
        """The report that was open last, as it is now; one that was never begun does not count."""
        return self._editing.draft if self._editing and self._editing.stored else self._left

    @property
    def unsaved(self) -> Draft | None:
        """The report as it is, if that could not be saved and was not given up."""
        return self._editing.draft if self._editing and self._editing.pending else None

    def end_editor(self, number: int) -> None:
        """Send a signal to the user's editor, if that has the terminal."""

    def last_words(self) -> list[str]:
        """Return what is to be said once the program has ended; may write to other places."""
        return [_UNFINISHED] if self._unfinished else []

    @on(AnswerArea.Changed)
    def _changed(self, event: AnswerArea.Changed) -> None:
        if isinstance(event.text_area, AnswerArea):
            self._take(event.text_area)

    def _take(self, area: AnswerArea) -> None:
        """Take over what was typed, and where."""
        if not (self._editing and area.is_attached):  # what is left of a report that was left
            return
        self._editing.move(area.place)
        if self._editing.answer(area.question.id, area.text):
            self._show_draft(self._editing.draft)
            self._watch()

    def take_all(self) -> None:
        """Take over what is in every answer on the screens of the report."""
        for page in self._open_pages():
            for area in page.query(AnswerArea):
                self._take(area)

    def settled(self, focused: Widget) -> None:
        """Take what is in an answer, which the bar to find with changes too."""
        if isinstance(focused, AnswerArea):
            self._take(focused)
        elif not focused.is_attached:  # it went with its dialog meanwhile
            return
        elif isinstance(screen := focused.screen, QuestionScreen) and screen.finding:
            self._take(screen.area)

    @on(QuestionScreen.Moved)
    def _moved(self, event: QuestionScreen.Moved) -> None:
        if self._editing:
            self._editing.move(event.place)

    def _show_draft(self, draft: Draft) -> None:
        for page in self._open_pages():
            page.show_draft(draft)

    def show_answers(self, draft: Draft) -> None:
        """Show the answers of a draft that the user did not type here."""
        for page in self._open_pages():
            page.show_draft(draft)
            page.show_answers(draft)

    def _open_pages(self) -> list[Page]:
        """Return the screens of the report that is open, for as long as all of each is there."""
        pages = [screen for screen in self.screen_stack if isinstance(screen, Page)]
        there = [page for page in pages if page.is_mounted and page.is_running]
        return [page for page in there if page.of_one_report]

    def _tell(self, editing: Editing, outcome: Outcome) -> None:
        self.post_message(self.SaveTried(editing, outcome))

    @on(SaveTried)
    def _save_tried(self, event: SaveTried) -> None:
        if event.editing is self._editing:
            self._outcome = event.outcome
            self._busy = self._busy and self._editing.pending
            self._show_status()

    async def went_back_to(self, kind: type[Page]) -> bool:
        """Go back to the screen of this kind, if it is open below the one in sight.

        A dialog on the way is answered with None: somebody waits for that.
        """
        if not any(isinstance(screen, kind) for screen in self.screen_stack):
            return False
        while not isinstance(self.screen, kind):
            await self.screen.dismiss()
        return True

    def _watch(self) -> None:
        """See, a little later, whether what changed now is saved."""
        if not self._watching:
            self._watching = True
            self.set_timer(_SLOW, self._see_whether_busy)

    def _see_whether_busy(self) -> None:
        self._watching = False
        self._busy = self._editing is not None and self._editing.pending
        self._show_status()

    def _show_status(self) -> None:
        for page in self._open_pages():
            page.save_status.show(self._status())

    def _status(self) -> Status:
        """Return what can truly be said of the report that is open."""
        if self._editing and self._editing.read_only:
            since = self._editing.stale_since
            return Status(f"Alleen lezen: van {since:%H:%M}" if since else "Alleen lezen")
        if isinstance(self._outcome, Contested):
            return Status("Elders gewijzigd", alarming=True)
        if isinstance(self._outcome, Failed):
            return Status(self._outcome.told, alarming=True)
        if self._busy:
            return Status("Wordt zo opgeslagen" if self._pause() else "Opslaan ...")
        if isinstance(self._outcome, Saved):
            return Status(f"Opgeslagen {self._outcome.at:%H:%M:%S}")
        return Status("Alles opgeslagen" if self._editing and self._editing.stored else "")

    async def _saved(self) -> Outcome | None:
        """Save what is open, and return how that went; None if there is nothing to save."""
        if not self._editing:
            return None
        self._editing.hand_over()
        return await asyncio.to_thread(self._editing.flush, _PATIENCE)

    async def changes_made(self) -> None:
        """Wait until what was asked for is so, but for no question and no disk that hangs."""
        self._unfinished = True
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while self._preferences.writing or (self._changing and not self.screen.is_modal):
                    await asyncio.sleep(_MOMENT)
                self._unfinished = False

    @property
    def _changing(self) -> bool:
        return any(each.group in _CHANGES and not each.is_finished for each in self.workers)

    async def action_save(self) -> None:
        """Save now, and say how that went."""
        outcome = await self._saved()
        if isinstance(outcome, Failed):
            self.notify(outcome.told, severity="error")
        elif self._editing and self._editing.stored:
            self.notify("Alles is opgeslagen.", timeout=2)
        else:
            self.notify("Er is nog niets om op te slaan.", timeout=2)
