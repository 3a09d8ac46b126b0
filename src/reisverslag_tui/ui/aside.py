"""Work in a thread that may hang: nothing waits for it when the program ends."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

from reisverslag_tui.errors import ReisverslagError

_T = TypeVar("_T")


async def aside(do: Callable[[], _T]) -> _T:
    """Return what `do` returns, or raise the ReisverslagError that it raises.

    With `asyncio.to_thread` the program could not end before `do` does.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_T] = loop.create_future()

    def settle(set_outcome: Callable[[Any], None], outcome: object) -> None:
        if not done.done():  # by a worker that was cancelled
            set_outcome(outcome)

    def tell(set_outcome: Callable[[Any], None], outcome: object) -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, set_outcome, outcome)

    def run() -> None:
        try:
            outcome = do()
        except ReisverslagError as error:
            tell(done.set_exception, error)
        else:
            tell(done.set_result, outcome)

    Thread(target=run, name="aside", daemon=True).start()
    return await done
