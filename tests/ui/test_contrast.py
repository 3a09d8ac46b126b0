"""Text can be read in both themes, also where the tour of all screens does not come."""

from pathlib import Path
from typing import get_args

import pytest
from textual.notifications import SeverityLevel

from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.themes import DARK, LIGHT
from reisverslag_tui.ui.widgets.top_bar import Status
from tests.ui.conftest import MakeDraft, Start
from tests.ui.contrast import Drawn, drawn
from tests.ui.user import User


def legible(user: User, text: str) -> Drawn:
    """Return what is drawn with this text, after a look whether all on the screen can be read."""
    seen = list(drawn(user.screen))
    assert not [str(piece) for piece in seen if piece.is_faint]
    return next(piece for piece in seen if text in piece.text)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_cursor_selection_notices_and_a_failed_save_can_be_read(
    start: Start, settings: Path, stored: MakeDraft, theme: str
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(f"thema = '{theme}'\n")
    async with start(stored(personen="Xantippe"), size=(120, 40)) as user:
        user.area.cursor_blink = False
        await user.settled()
        answer = legible(user, "antippe").background
        assert legible(user, "X").background != answer  # the cursor
        await user.press("f7")
        assert legible(user, "Xantippe").background != answer
        for severity in get_args(SeverityLevel):
            user.app.notify("Dit is gezegd.", severity=severity)
            await user.sees("Dit is gezegd.")
            legible(user, "Dit is gezegd.")
        assert isinstance(user.screen, Page)
        user.screen.save_status.show(Status("Niet opgeslagen: schijf vol", alarming=True))
        await user.sees("schijf vol")
        legible(user, "schijf vol")
