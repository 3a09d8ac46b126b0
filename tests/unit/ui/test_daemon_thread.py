"""Work beside the program, which may fail, hang, or come to nothing."""

import asyncio
from threading import Event

import pytest

from reisverslag_tui.errors import UsageError
from reisverslag_tui.ui.daemon_thread import run_in_daemon_thread

PATIENCE = 10.0


def _fail() -> None:
    raise UsageError("zo niet")


async def test_what_is_done_aside_is_returned_and_so_is_why_it_could_not_be() -> None:
    assert await run_in_daemon_thread(lambda: 3) == 3
    with pytest.raises(UsageError, match="zo niet"):
        await run_in_daemon_thread(_fail)


async def test_who_is_cancelled_waits_no_longer_and_the_work_goes_on() -> None:
    begun, may_end, ended = Event(), Event(), Event()

    def work() -> None:
        begun.set()
        may_end.wait(PATIENCE)
        ended.set()

    waiting = asyncio.create_task(run_in_daemon_thread(work))
    assert await asyncio.to_thread(begun.wait, PATIENCE)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    may_end.set()
    assert await asyncio.to_thread(ended.wait, PATIENCE)
