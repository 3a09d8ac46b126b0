"""Run a blocking call; process exit does not wait for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from reisverslag_tui.errors import ReisverslagError

_T = TypeVar("_T")


async def run_in_daemon_thread(call: Callable[[], _T]) -> _T:
    """Return what `call` returns, or raise the ReisverslagError that it raises.

    The process can't exit before a call in `asyncio.to_thread` is done.
    """
    future: Future[_T] = Future()
    future.set_running_or_notify_cancel()  # cancelling the waiting task no longer cancels it

    def run() -> None:
        try:
            future.set_result(call())
        except ReisverslagError as error:
            future.set_exception(error)

    Thread(target=run, name="blocking call", daemon=True).start()
    return await asyncio.wrap_future(future)
