"""Work that the app goes on with, whatever screen is left meanwhile."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.app import App


def run_in_worker(
    app: App[Any],
    group: str,
    flow: Callable[..., Awaitable[None]],
    *args: object,
    exclusive: bool = False,
) -> None:
    """Call an async function in a worker of the app; `exclusive` ends others of its group.

    It is called in the worker: of a coroutine that is cancelled before it begins Python warns.
    """
    app.run_worker(partial(flow, *args), group=group, exclusive=exclusive)
