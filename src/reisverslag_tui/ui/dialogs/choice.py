"""A message with a few buttons."""

from collections.abc import Iterable, Mapping

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static
from typing_extensions import override

from reisverslag_tui.core.text import clean
from reisverslag_tui.ui import bindings
from reisverslag_tui.ui.dialogs.dialog import Dialog
from reisverslag_tui.ui.textual_fixes.selectable_text import SelectableText

_AROUND = 4  # cells around the words of a button
_WIDTH = 62  # cells for the buttons of a dialog, in a terminal that is not narrow


class ChoiceDialog(Dialog[str]):
    """Says something and asks what to do; is dismissed with the key of the button, or None.

    The button `chosen` has the focus, or else the first: make it one that loses nothing.
    """

    BINDINGS = bindings.of(*bindings.BUTTONS)

    def __init__(self, title: str, text: str, buttons: Mapping[str, str], chosen: str = "") -> None:
        super().__init__(f"#{chosen}" if chosen in buttons else "")
        self._title = title
        self._text = text
        self._buttons = buttons

    @override
    def compose_dialog(self) -> Iterable[Widget]:
        """Yield the words and the buttons."""
        yield Static(Content(self._title), classes="question")
        yield SelectableText(Content(clean(self._text)), classes="text")
        beside = sum(len(label) + _AROUND for label in self._buttons.values()) <= _WIDTH
        with Horizontal(classes="buttons" if beside else "buttons -stacked"):
            for key, label in self._buttons.items():
                yield Button(Content(label), id=key, compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.answer(event.button.id)
