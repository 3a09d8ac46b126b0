"""What a screen may ask for: another screen, or a conversation with the user."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.storage.session import Session

if TYPE_CHECKING:
    from reisverslag_tui.ui.library import Entry


class Navigation(Protocol):
    """Goes from screen to screen; no screen knows how another is made."""

    def soon(self, go: Callable[[], Awaitable[object]]) -> None:
        """Call `go` from the app's own task, before the next key or click is handled.

        For message handlers of a screen that `go` may close: no screen can wait for its own end.
        """

    async def back_to(self, kind: type[Screen[Any]]) -> bool:
        """Go back to the screen of this kind, if there is one, and return whether there is."""

    async def step_back(self) -> None:
        """Go one step back; from a question that is to the reports."""

    # The open report

    async def show_question(self, question_id: str, *, return_to_answers: bool) -> None:
        """Go to a question; with `return_to_answers` the way on leads back to the answers."""

    async def show_answers(self, at: str = "") -> None:
        """Show all answers, with the button to change the question `at` in view."""

    async def find_in_answers(self, question_id: str) -> None:
        """Find in the answers, from this question on."""

    async def show_preview(self) -> None:
        """Show the report as it will be read."""

    async def go_to(self, form: Form, current: Question) -> None:
        """Ask which question to go to, and go there."""

    async def finish(self) -> None:
        """Mark the report as finished."""

    def replace_everywhere(self, word: str, by: str) -> None:
        """Replace a word in all answers, once the user agrees."""

    async def put_back(self, number: int, question_id: str = "") -> None:
        """Put an earlier version back, or one answer of it."""

    async def put_one_back(self, number: int, questions: Sequence[Question]) -> None:
        """Ask which of these answers of a version is to come back, and put it back."""

    async def leave_report(self) -> None:
        """Save the report, and go to the reports."""

    # The reports

    async def show_reports(self, choose: str = "", left: Draft | None = None) -> None:
        """Go to the reports, and read them anew; see `ReportsScreen.refill`."""

    def read_reports(self, choose: str = "") -> None:
        """Read the reports anew, on whatever screen the user is; `choose` is an id."""

    async def new_report(self) -> None:
        """Begin a report."""

    async def open_report(self, draft_id: str, place: Place | None = None) -> None:
        """Open a report as it is on disk, where it was left or at a place."""

    async def show_report(
        self, draft: Draft, session: Session | None, place: Place | None = None, *, stored: bool
    ) -> None:
        """Show a report that was opened; without a session it can only be read."""

    async def open_example(self) -> None:
        """Open the example report."""

    async def preview_report(self, draft_id: str) -> None:
        """Show a report as it will be read, without opening it."""

    async def preview(self, draft: Draft) -> Screen[Any]:
        """Show a draft that is not open as it will be read, and return its screen."""

    async def put_back_damaged(self, draft_id: str, number: int) -> None:
        """Put a version in the place of a report that can't be read, and open that."""

    async def close_bin(self, choose: str) -> None:
        """Go back from the bin to the reports; `choose` is the id of one that was put back."""

    async def erase(self, entry: "Entry", versions: int) -> bool:
        """Ask whether to erase a report from the bin with so many versions; return if it was."""

    # Out of the program

    def print_report(self, draft: Draft, way: str = "") -> None:
        """Print to a "printer", a "file" or the "clipboard", or ask where to."""

    async def choose_width(self) -> None:
        """Ask for the width of the plain text."""
