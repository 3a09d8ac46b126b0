"""Which key a command is to have."""

from collections.abc import Callable, Iterable

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.ui.dialogs.dialog import Dialog
from reisverslag_tui.ui.key_names import key_name


class _Listener(Static, can_focus=True):
    """Hears every key that the dialog itself does not need."""

    class Pressed(Message):
        """A key was pressed; `key` is what it is called in Dutch, in small letters."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_key(self, event: events.Key) -> None:
        """Tell of the key, and let it do nothing else."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Pressed(key_name(event.key).lower()))


class KeyDialog(Dialog[str]):
    """Waits for a key; is dismissed with its name, or with None.

    `objection` returns in Dutch why a key can't be had, or nothing if it can.
    """

    FIRST = "_Listener"
    how_to_answer = "Druk op de toets die je wilt. Een die niet kan, wordt geweigerd."

    def __init__(self, command: str, present: str, objection: Callable[[str], str]) -> None:
        super().__init__()
        self._command = command
        self._present = present
        self._objection = objection

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield what is asked, and what is wrong with the key that was pressed."""
        yield Static(Content(f"Een andere toets voor '{self._command}'"), classes="question")
        yield Static(Content(f"Nu is dat {self._present}."), classes="text")
        yield _Listener("Druk op de nieuwe toets. Esc: laat maar.", classes="hint")

    @on(_Listener.Pressed)
    def _pressed(self, event: _Listener.Pressed) -> None:
        if objection := self._objection(event.key):
            name = event.key.capitalize() if len(event.key) > 1 else event.key.upper()
            text = Content(f"{name} kan niet: {objection}. Druk op een andere toets, of op Esc.")
            self.query_one(_Listener).update(text)
        else:
            self.answer(event.key)
