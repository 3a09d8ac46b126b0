"""Calls that may take for ever, such as those to a disk that does not answer."""

from _thread import start_new_thread
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_T = TypeVar("_T")


def call_within(seconds: float, do: Callable[[], _T]) -> _T:
    """Return what `do` returns, or raise what it raises; TimeoutError after so many seconds.

    It runs in a thread that process exit does not wait for. With no memory for one threading.Thread
    would wait for ever until it has begun.
    """
    future: Future[_T] = Future()

    def run() -> None:
        try:
            future.set_result(do())
        except BaseException as error:  # noqa: BLE001 - the outermost frame; the caller raises it
            future.set_exception(error)

    start_new_thread(run, ())
    return future.result(seconds)
