"""Leaving the program: what is pressed just behind that key, and what is still being done."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.settings import SettingsFile, write_setting
from tests.ui.conftest import Start
from tests.ui.user import PATIENCE


@pytest.mark.parametrize(
    ("stop", "key"),
    [("f10", "f9"), ("f10", "f3"), ("f10", "ctrl+g"), ("ctrl+q", "enter"), ("ctrl+q", "f1")],
)
async def test_a_key_just_behind_the_one_that_stops_comes_too_late(
    start: Start, draft: Draft, stop: str, key: str
) -> None:
    async with start(draft) as user:
        await user.write("2")
        await user.hammer(stop, key)
        await user.ended()
        assert user.app.fault is None
        assert user.answers() == {"personen": "2"}


async def test_a_setting_chosen_just_before_a_signal_is_written(
    start: Start, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(path: Path, keys: Sequence[str], value: str | int | None) -> SettingsFile:
        begun.set()
        go_on.wait(PATIENCE)
        return write_setting(path, keys, value)

    monkeypatch.setattr("reisverslag_tui.ui.preferences.write_setting", slowly)
    async with start() as user:
        await user.press("f11", "down", "down", "down")
        await user.hammer("enter", "down", "enter")
        await user.until(begun.is_set)
        user.app.leave_soon()  # as a signal does
        go_on.set()
        await user.ended()
    assert len(settings.read_text(encoding="utf-8").splitlines()) == 2
