"""Someone at the keyboard: presses, pastes, clicks, and reads what is on the screen."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone

from textual import events
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from reisverslag_tui.form import load_form
from reisverslag_tui.storage import DraftStore
from reisverslag_tui.ui.app import ReisverslagApp
from reisverslag_tui.ui.autosave import Outcome
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.widgets.answer_area import AnswerArea

FORM = load_form()
MOMENT = datetime(2026, 11, 24, 14, 32, 7, tzinfo=timezone(timedelta(hours=1)))
PATIENCE = 20.0  # seconds; on a busy machine nothing is said by how long a thing takes


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.time = MOMENT

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **time: float) -> None:
        self.time += timedelta(**time)


class User:
    """Drives one run of the program."""

    def __init__(self, app: ReisverslagApp, pilot: Pilot[None], store: DraftStore) -> None:
        self.app = app
        self._pilot = pilot
        self._store = store

    # What there is

    @property
    def screen(self) -> Screen[object]:
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
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def status(self) -> str:
        """The save status in the top line."""
        return str(self.screen.query_one("#status").render())

    @property
    def running(self) -> bool:
        return self.app.is_running

    def inside(self, widget: Widget) -> bool:
        """Whether all of a widget is on the screen, none of it cut off by what holds it."""
        found = self.screen.find_widget(widget)
        whole = Region(0, 0, *self.app.size)
        return found.visible_region == found.region and found.region in whole

    def answers(self) -> Mapping[str, str]:
        """The answers of the only report, as they are on disk."""
        drafts, broken = self._store.drafts()
        assert not broken
        assert len(drafts) == 1
        return drafts[0].answers

    # What can be done

    async def press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def hammer(self, *keys: str) -> None:
        """Press keys without waiting for what they do."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self._pilot.pause()

    async def write(self, text: str) -> None:
        """Type characters; U+0301 is a key of its own, as it is in a terminal."""
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self._pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self._pilot.pause()

    async def click(self, selector: str, offset: Offset = Offset(0, 0), times: int = 1) -> None:
        assert await self._pilot.click(selector, offset=offset, times=times)
        await self._pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    # What is waited for

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fails with the screen if it does not come to that."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    await self._pilot.pause()
        except TimeoutError:
            raise AssertionError(f"this did not come to hold; the screen was\n{self.shown}") from None

    async def sees(self, *texts: str) -> None:
        """Wait until all of these texts are on the screen."""
        await self.until(lambda: all(text in self.shown for text in texts))

    async def at(self, kind: type[Screen[object]]) -> None:
        """Wait until a screen of this kind is on top."""
        await self.until(lambda: type(self.screen) is kind and self.screen.is_mounted)
        await self._pilot.pause()

    async def saved(self) -> Outcome | None:
        """Wait until nothing waits to be saved, and return how that went."""
        await self._pilot.pause()
        editing = self.app._editing
        assert editing is not None
        outcome = await asyncio.to_thread(editing.save)
        await self._pilot.pause()
        return outcome

    async def ended(self) -> None:
        """Wait until the program has been left."""
        await self.until(lambda: not self.running)
