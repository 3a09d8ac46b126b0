"""The open report and the screens that show it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from textual.app import App
from textual.message import Message

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form, load_form
from reisverslag_tui.editing.autosave import Failed, Outcome, SaveConflict, Saved
from reisverslag_tui.editing.open_report import OpenReport
from reisverslag_tui.errors import ReisverslagError
from reisverslag_tui.storage.draft_file import DraftFile
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread
from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.widgets.top_bar import Status
from reisverslag_tui.ui.workers import run_in_worker

PATIENCE = 5.0  # seconds that is waited for the disk
_SLOW = 0.5  # seconds after which a save that is not done is shown to be busy


class ReportView:
    """Takes over what is typed, and shows each screen what the draft has become and if it is saved.

    `open` is the open report. A screen never asks for it: it is given a draft and a status.
    """

    @dataclass
    class SaveTried(Message):
        """The saver of a report has tried to save; posted from its thread."""

        editing: OpenReport
        outcome: Outcome

    def __init__(
        self,
        app: App[Any],
        store: DraftStore,
        now: Callable[[], datetime],
        pause: Callable[[], float],
    ) -> None:
        """Take a clock, and what returns how many seconds are to be between two saves."""
        self.open: OpenReport | None = None
        self.now = now
        self._app = app
        self._store = store
        self._pause = pause
        self._outcome: Outcome | None = None
        self._busy = False
        self._timer_runs = False
        self._left: Draft | None = None
        self._following = False
        self._file: DraftFile | None = None

    # From open to closed

    def begin(self, draft: Draft, session: Session | None, *, stored: bool) -> OpenReport:
        """Begin to take over and save; `stored` if the draft is on disk.

        It is only shown without a session, or if a newer version of the program wrote it; then it
        is followed as others change it.
        """
        if session and draft.read_only:
            session.close()
            session = None
        self._outcome, self._busy = None, False
        self.open = OpenReport(
            draft, session, self._post_outcome, self.now, stored=stored, pause=self._pause
        )
        self._file = DraftFile(self._store.path(draft.id)) if self.open.read_only else None
        return self.open

    def _post_outcome(self, editing: OpenReport, outcome: Outcome) -> None:
        self._app.post_message(self.SaveTried(editing, outcome))

    async def put_away(self) -> None:
        """Close the report; what was handed over is saved all the same."""
        if editing := self.open:
            self._left = self.last_open
            self.open = None
            await asyncio.to_thread(editing.close, PATIENCE)

    async def give_up(self, editing: OpenReport) -> None:
        """Save nothing more of a report, and let others change it; it stays on the screens."""
        editing.abandon()
        await asyncio.to_thread(editing.close, PATIENCE)

    def save_now(self, patience: float = PATIENCE) -> None:
        """Save what is open, and wait so many seconds for it; for use in a signal handler too."""
        if self.open:
            self.open.hand_over()
            self.open.flush(patience)

    async def saved(self) -> Outcome | None:
        """Save what is open, and return how that went; None if there is nothing to save."""
        if not self.open:
            return None
        self.open.hand_over()
        return await asyncio.to_thread(self.open.flush, PATIENCE)

    @property
    def last_open(self) -> Draft | None:
        """The report that was open last, as it is now; one that was never begun does not count."""
        return self.open.draft if self.open and self.open.stored else self._left

    @property
    def unsaved(self) -> Draft | None:
        """The report as it is, if that could not be saved and was not given up."""
        return self.open.draft if self.open and self.open.pending else None

    @property
    def form(self) -> Form:
        """The form of the report."""
        return load_form(self.open.draft.form) if self.open else load_form()

    @property
    def writable(self) -> bool:
        """Whether a report is open and may be changed."""
        return self.open is not None and not self.open.read_only

    # What is typed

    def take(self, area: AnswerArea) -> None:
        """Take over what was typed, and where."""
        if not (self.open and area.is_attached):  # what is left of a report that was left
            return
        self.open.move(area.place)
        if self.open.answer(area.question.id, area.text):
            self.show_draft(self.open.draft)
            self._show_soon_if_busy()

    def take_all(self) -> None:
        """Take over what is in every answer on the screens of the report."""
        for page in self._pages():
            for area in page.query(AnswerArea):
                self.take(area)

    def move(self, place: Place) -> None:
        """Remember where the cursor is."""
        if self.open:
            self.open.move(place)

    def change(self, draft: Draft) -> bool:
        """Go on with another draft with the same answers; return whether that changes anything."""
        changed = self.open is not None and self.open.change(draft)
        if changed:
            self.show_draft(draft)
        return changed

    # What is shown

    def _pages(self) -> list[Page]:
        """Return the screens of the report, for as long as all of each is there."""
        pages = [screen for screen in self._app.screen_stack if isinstance(screen, Page)]
        there = [page for page in pages if page.is_mounted and page.is_running]
        return [page for page in there if page.of_one_report]

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft has become by what the user typed here."""
        for page in self._pages():
            page.show_draft(draft)

    def show_answers(self, draft: Draft) -> None:
        """Show the answers of a draft that the user did not type here."""
        for page in self._pages():
            page.show_draft(draft)
            page.show_answers(draft)

    def show_read_only(self, *, read_only: bool) -> None:
        """Let the answers be only read, or written again."""
        for page in self._pages():
            page.show_read_only(read_only=read_only)

    def show_status(self) -> None:
        """Show whether all is saved."""
        for page in self._pages():
            page.save_status.show(self.status)

    def show_outcome(self, editing: OpenReport, outcome: Outcome) -> None:
        """Show how saving went, if it is of the report that is open still."""
        if editing is self.open:
            self._outcome = outcome
            self._busy = self._busy and editing.pending
            self.show_status()

    def _show_soon_if_busy(self) -> None:
        if not self._timer_runs:
            self._timer_runs = True
            self._app.set_timer(_SLOW, self._show_if_busy)

    def _show_if_busy(self) -> None:
        self._timer_runs = False
        self._busy = self.open is not None and self.open.pending
        self.show_status()

    @property
    def status(self) -> Status:
        """What can truly be said of the report that is open; empty without one."""
        if self.open is None:
            return Status("")
        if self.open.read_only:
            since = self.open.stale_since
            return Status(f"Alleen lezen: van {since:%H:%M}" if since else "Alleen lezen")
        if isinstance(self._outcome, SaveConflict):
            return Status("Elders gewijzigd", alarming=True)
        if isinstance(self._outcome, Failed):
            return Status(self._outcome.told, alarming=True)
        if self._busy:
            return Status("Wordt zo opgeslagen" if self._pause() else "Opslaan ...")
        if isinstance(self._outcome, Saved):
            return Status(f"Opgeslagen {self._outcome.at:%H:%M:%S}")
        return Status("Alles opgeslagen" if self.open.stored else "")

    # What others write

    def follow(self) -> None:
        """Read again what is only read here, in a worker; to be called often."""
        if self.open and self._file and not (self._following or self._app.screen.is_modal):
            self._following = True
            run_in_worker(self._app, "follow", self._follow, self.open, self._file)

    async def _follow(self, editing: OpenReport, file: DraftFile) -> None:
        """Show what is in the file now, or since when that can't be known."""
        try:
            draft = await run_in_daemon_thread(file.reread)
        except ReisverslagError:
            draft, self._file = None, DraftFile(file.path)  # which is read in any case
        else:
            if draft is None:
                return
        finally:
            self._following = False
        if editing is self.open:
            if editing.follow(draft):
                self.show_answers(editing.draft)
            self.show_status()
