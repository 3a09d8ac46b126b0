"""Asking what is to be done with text that was rescued."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from reisverslag_tui.ui.dialogs.rescued import LOOK, PUT_IN, RescuedDialog

_MOMENT = 0.05  # seconds between two looks at what is on the screen


async def wants_rescued(
    app: App[Any], dialog: Callable[[], RescuedDialog], preview: Callable[[], Screen[Any]]
) -> bool:
    """Tell whether a rescued text is to be put in its report, which the user may read first.

    `dialog` and `preview` make the question and the text to read. To be called from a worker: it
    waits for the user.
    """
    while True:
        while app.screen.is_modal:
            await asyncio.sleep(_MOMENT)
        choice = await app.push_screen_wait(dialog())
        if choice != LOOK:
            return choice == PUT_IN
        reading = preview()
        await app.push_screen(reading)
        while reading in app.screen_stack:
            await asyncio.sleep(_MOMENT)
