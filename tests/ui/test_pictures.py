"""Pictures of the screens: what state can't tell, an eye must have approved once.

Approve new ones with `pytest tests/ui/test_pictures.py --snapshot-update`, after a look at them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.report.importing import import_report
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui import themes
from reisverslag_tui.ui.flows.conflict import ChangedDialog
from reisverslag_tui.ui.flows.leave import LeaveDialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from reisverslag_tui.ui.screens.versions import VersionsScreen
from tests.clock import MOMENT
from tests.ui.conftest import MakeApp

EXAMPLE = Path(__file__).parent.parent / "data" / "dienstreis-barcelona.txt"
Compare = Callable[..., bool]


async def listed(pilot: Pilot[None]) -> None:
    """Wait until the reports have been read, which happens in a thread."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReportsScreen)
    while not str(screen.save_status.content):
        await pilot.pause()


async def opened(pilot: Pilot[None]) -> None:
    """Wait until the report has been opened, which happens in a thread."""
    while not isinstance(pilot.app.screen, QuestionScreen):
        await pilot.pause()
    await pilot.pause()


async def compared(pilot: Pilot[None]) -> None:
    """Go to the earlier versions, and wait until what changed has been worked out in a thread."""
    await opened(pilot)
    await pilot.press("f12")
    while not isinstance(pilot.app.screen, VersionsScreen):
        await pilot.pause()
    while not str(pilot.app.screen.query_one("#what", Static).content):
        await pilot.pause()


SCREENS = {
    "question": ["f9", "f9"],
    "short-question": [],
    "answers": ["f2"],
    "preview": ["f3"],
    "help": ["f1"],
}


@pytest.fixture
def report(store: DraftStore) -> Draft:
    answers = import_report(EXAMPLE.read_text(encoding="utf-8"), load_form(), "").answers
    draft = Draft(
        id="2026-11-24-abcde",
        title="ISHF Barcelona",
        created=MOMENT,
        modified=MOMENT,
        answers={key: text for key, text in answers.items() if key != "vervolg"},
    )
    store.save(draft)
    return draft


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_a_report(
    name: str, size: tuple[int, int], report: Draft, app: MakeApp, snap_compare: Compare
) -> None:
    async def shown(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press(*SCREENS[name])
        await pilot.pause()  # until what has the focus has come in sight

    assert snap_compare(app(report), run_before=shown, terminal_size=size)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_earlier_versions(
    size: tuple[int, int],
    report: Draft,
    store: DraftStore,
    app: MakeApp,
    snap_compare: Compare,
) -> None:
    versions = store.versions(report.id)
    for hours, doel in (
        (20, ""),
        (3, "Het doel was om kennis op te doen over sociale huisvesting."),
    ):
        answers = {**report.answers, "doel": doel, "personen": "twee"}
        versions.keep(replace(report, answers=answers, modified=MOMENT - timedelta(hours=hours)))
    assert snap_compare(app(report), run_before=compared, terminal_size=size)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", ["leave", "changed"])
def test_what_is_asked_when_text_is_at_stake(
    name: str, size: tuple[int, int], report: Draft, app: MakeApp, snap_compare: Compare
) -> None:
    dialogs = {
        "leave": LeaveDialog("schijf vol", "Doel, Locaties"),
        "changed": ChangedDialog("Doel", "", "F12"),
    }

    async def ask(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.app.push_screen(dialogs[name])
        await pilot.pause()

    assert snap_compare(app(report), run_before=ask, terminal_size=size)


def test_the_reports_in_light(
    report: Draft, store: DraftStore, app: MakeApp, snap_compare: Compare
) -> None:
    store.save(replace(report, id="2026-11-23-fghij", title="Werkbezoek Gent", finished=MOMENT))
    program = app()
    program.theme = themes.LIGHT.name
    assert snap_compare(program, run_before=listed, press=["down"], terminal_size=(120, 40))


def test_the_empty_start(app: MakeApp, snap_compare: Compare) -> None:
    assert snap_compare(app(), run_before=listed, terminal_size=(80, 24))
