"""Work in a thread that may hang: nothing waits for it when the program ends."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from reisverslag_tui.errors import ReisverslagError

_T = TypeVar("_T")


async def aside(do: Callable[[], _T]) -> _T:
    """Return what `do` returns, or raise the ReisverslagError that it raises.

    With `asyncio.to_thread` the program could not end before `do` does.
    """
    future: Future[_T] = Future()
    future.set_running_or_notify_cancel()  # from now on a worker that is cancelled leaves it alone

    def run() -> None:
        try:
            future.set_result(do())
        except ReisverslagError as error:
            future.set_exception(error)

    Thread(target=run, name="aside", daemon=True).start()
    return await asyncio.wrap_future(future)
