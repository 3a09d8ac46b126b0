"""Someone at the keyboard: presses, pastes, clicks, and reads what is on the screen."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from textual import _wait, events
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from reisverslag_tui.core.form import load_form
from reisverslag_tui.editing.autosave import Outcome
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.app import ReisverslagApp
from reisverslag_tui.ui.dialogs.dialog import Dialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.textual_fixes.keyboard import Keyboard
from reisverslag_tui.ui.widgets.answer_area import AnswerArea
from reisverslag_tui.ui.widgets.report_list import ReportList
from tests.ui.drawing import lines_of

FORM = load_form()
Size = tuple[int, int]
PATIENCE = 10.0  # seconds; on a busy machine nothing is said by how long a thing takes
_CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f"}
_wait.SLEEP_GRANULARITY = 1 / 200  # Pilot looks this often whether all is done: half the time
ORIGIN = Offset(0, 0)


def _character(key: str) -> str | None:
    """Return the character a terminal sends for a key, if that is one."""
    if key.startswith("ctrl+") and len(key) == len("ctrl+a"):
        return chr(ord(key[-1]) & 0x1F)
    return key if len(key) == 1 else _CHARACTERS.get(key)


class User:
    """Drives one run of the program."""

    def __init__(self, app: ReisverslagApp, pilot: Pilot[None], store: DraftStore) -> None:
        self.app = app
        self._pilot = pilot
        self._store = store

    # What there is

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def area(self) -> AnswerArea:
        """The answer on the screen."""
        assert isinstance(self.screen, QuestionScreen), self.screen
        return self.screen.area

    @property
    def question(self) -> str:
        """The id of the question on the screen."""
        return self.area.question.id

    @property
    def focused(self) -> Widget:
        assert self.screen.focused is not None
        return self.screen.focused

    @property
    def shown(self) -> str:
        """The text on the screen, line by line, the spaces at the ends of lines left out."""
        return "\n".join(line.text.rstrip() for line in lines_of(self.screen))

    @property
    def status(self) -> str:
        """The save status in the top line."""
        return self.text("#status")

    @property
    def value(self) -> str:
        """What stands in the line that is asked for."""
        return self.screen.query_one(Input).value

    @property
    def listed(self) -> list[str]:
        """The titles in the list of reports, from top to bottom."""
        return [entry.item.name for entry in self.screen.query_one(ReportList).found]

    @property
    def said(self) -> str:
        """What the notice in the corner says, or nothing."""
        return "".join(str(notice.render()) for notice in self.screen.query("Toast"))

    @property
    def dialog(self) -> bool:
        """Whether a dialog is on top."""
        return isinstance(self.screen, Dialog)

    @property
    def running(self) -> bool:
        return self.app.is_running

    def text(self, selector: str) -> str:
        """All text of one widget, in sight or not."""
        return str(self.screen.query_one(selector).render())

    def inside(self, widget: Widget) -> bool:
        """Whether all of a widget is on the screen, none of it cut off by what holds it."""
        found = self.screen.find_widget(widget)
        whole = Region(0, 0, *self.app.size)
        return found.visible_region == found.region and whole.contains_region(found.region)

    def answers(self) -> Mapping[str, str]:
        """The answers of the only report, as they are on disk."""
        drafts, broken = self._store.drafts()
        assert not broken
        assert len(drafts) == 1
        return drafts[0].answers

    # What can be done

    async def press(self, *keys: str) -> None:
        """Press keys, each when what the one before it does is done."""
        for key in keys:
            await self.hammer(key)

    async def hammer(self, *keys: str) -> None:
        """Press keys without waiting for what each does."""
        for key in keys:
            self.app.post_message(events.Key(key, _character(key)))
        await self.settled()

    async def write(self, text: str) -> None:
        """Type characters, fast; U+0301 is a key of its own, as it is in a terminal."""
        await self.hammer(*text)

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def send(self, data: bytes) -> None:
        """Send what a terminal sends, as one read; without a press of Esc behind it."""
        for message in Keyboard(debug=False).messages(data):
            message.set_sender(self.app)
            self.app.post_message(message)
        await self.settled()

    async def click(self, selector: str, offset: Offset = ORIGIN, times: int = 1) -> None:
        assert await self._pilot.click(selector, offset=offset, times=times)
        await self.settled()

    async def drag(self, begin: Offset, end: Offset) -> None:
        """Select with the mouse what is between two places on the screen, both included."""
        await self._pilot.mouse_down(offset=begin)
        await self._pilot.hover(offset=end)
        await self._pilot.mouse_up(offset=end)
        await self.settled()

    async def resize(self, columns: int, rows: int) -> None:
        await self._pilot.resize_terminal(columns, rows)
        await self.settled()

    # What is waited for

    async def settled(self) -> None:
        """Wait until everything that was asked for has been done, and what came of that too."""
        await self._pilot.pause()
        await self._pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fails with the screen if it does not come to that."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    await self.settled()
        except TimeoutError:
            raise AssertionError(
                f"this did not come to hold; the screen was\n{self.shown}"
            ) from None

    async def sees(self, *texts: str) -> None:
        """Wait until all of these texts are on the screen."""
        await self.until(lambda: all(text in self.shown for text in texts))

    async def hears(self, text: str) -> None:
        """Wait until a notice says this."""
        await self.until(lambda: text in self.said)

    async def at(self, kind: type[Screen[Any]]) -> None:
        """Wait until a screen of this kind is on top."""
        await self.until(lambda: type(self.screen) is kind)
        await self.settled()

    async def saved(self) -> Outcome | None:
        """Wait until nothing waits to be saved, and return how that went."""
        await self.settled()
        editing = self.app.report_view.open
        assert editing is not None
        editing.hand_over()
        outcome = await asyncio.to_thread(editing.flush, PATIENCE)
        await self.settled()
        return outcome

    async def ended(self) -> None:
        """Wait until the program has been left."""
        async with asyncio.timeout(PATIENCE):
            while self.running:
                await asyncio.sleep(0)

    async def leave(self) -> None:
        """End the program in the way it ends itself, if it has not done so."""
        if self.running:
            self.app.exit()
            await self.ended()


@asynccontextmanager
async def at_the_keyboard(
    app: ReisverslagApp, store: DraftStore, size: Size = (80, 24)
) -> AsyncIterator[User]:
    """Run the program with someone at it, from its first screen on."""
    app.animation_level = "none"
    # The time limit also ends what would hang for ever: screens that wait for each other.
    async with asyncio.timeout(60), app.run_test(size=size, notifications=True) as pilot:
        user = User(app, pilot, store)
        await user.until(
            lambda: isinstance(user.screen, QuestionScreen | Dialog) or user.status != ""
        )
        await user.settled()
        yield user
        await user.leave()
