"""A line from a terminal to the keyboard of the program, with a clock of its own."""

from textual import events
from textual.message import Message

from reisverslag_tui.ui.textual_fixes.keyboard import Keyboard


class Line:
    """What is sent over it comes at once; `messages` is all that became of it."""

    def __init__(self, erase: bytes = b"\x7f") -> None:
        self._now = 0.0
        self.keyboard = Keyboard(erase=erase, clock=lambda: self._now)
        self.messages: list[Message] = []

    def send(self, *parts: str | bytes | float) -> list[str]:
        """Send these, with pauses between them, in seconds; return what has come since."""
        before = len(self.messages)
        for part in parts:
            if isinstance(part, float):
                self._wait(part)
            else:
                data = part if isinstance(part, bytes) else part.encode()
                self.messages.extend(self.keyboard.messages(data))
        return [shown(message) for message in self.messages[before:]]

    def hand_on(self) -> list[str]:
        """Have what has come of a paste handed on; return that."""
        return [shown(message) for message in self.keyboard.pasted()]

    def _wait(self, seconds: float) -> None:
        end = self._now + seconds
        while self._now < end:  # as often as the driver looks
            self._now = min(end, self._now + 0.1)
            self.messages.extend(self.keyboard.late_messages())


def shown(message: Message) -> str:
    if isinstance(message, events.Key):
        return message.key
    if isinstance(message, events.Paste):
        return f"paste {message.text!r}"
    return type(message).__name__
