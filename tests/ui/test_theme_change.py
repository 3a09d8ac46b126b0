"""What is laid out in the colours of the theme gets those of another one."""

from rich.color import Color

from reisverslag_tui.ui.screens.page import Page
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.drawing import lines_of
from tests.ui.user import User

_WAY: dict[tuple[str, ...], type[Page]] = {
    (): QuestionScreen,
    ("f3",): PreviewScreen,
    ("escape", "escape"): ReportsScreen,
}
"""The screens that lay out a report, and the keys that lead to each from the one before."""


def has(user: User, accent: str) -> bool:
    """Whether anything on the screen has this colour."""
    strips = lines_of(user.screen)
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    return any(style.color == Color.parse(accent) for style in styles)


async def test_a_report_gets_the_accent_of_another_theme(start: Start, stored: MakeDraft) -> None:
    async with start(stored("Gent", doel="Leren."), size=(160, 40)) as user:
        for keys, screen in _WAY.items():
            await user.press(*keys)
            await user.at(screen)
            await user.sees("Leren.")
            accents = [user.app.theme_variables["accent"]]
            assert has(user, accents[0])
            await user.press("ctrl+l")
            accents.append(user.app.theme_variables["accent"])
            assert [has(user, accent) for accent in accents] == [False, True]
