"""Waiting until widgets have handled their messages, for which Textual 8.2 has no public call.

Each widget handles its messages in a task of its own, so that a key may still be on its way when
the next one arrives. `tests/ui/test_typing.py` (no key overtakes what was typed before it) fails
without this.
"""

import asyncio
from contextlib import suppress

from textual.widget import Widget

_PATIENCE = 1.0  # seconds


async def wait_until_idle(widget: Widget, patience: float = _PATIENCE) -> None:
    """Wait until a widget, and then each one around it, has handled its messages.

    `patience` is the number of seconds after which waiting ends in any case.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(patience):
            for node in widget.ancestors_with_self:
                handled = asyncio.Event()
                if isinstance(node, Widget) and node.call_later(handled.set):
                    await handled.wait()
