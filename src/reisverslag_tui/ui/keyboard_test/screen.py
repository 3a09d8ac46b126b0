"""The screen that tests which keys the terminal sends."""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.ui.key_names import key_name
from reisverslag_tui.ui.keyboard_test.advice import advice
from reisverslag_tui.ui.keyboard_test.probes import (
    CLIPBOARD,
    COPIED,
    GROUPS,
    PASTE,
    PROBES,
    Checklist,
    Probe,
)

_INTRO = (
    "Hier zie je welke toetsen je terminal doorgeeft. Ze doen hier niets, ook F10 niet. Komt een "
    "toets niet aan, druk dan op Enter: je leest wat je kunt doen en gaat naar de volgende."
)
_ONCE_MORE = "Nog een keer Esc: terug."
_NOT_A_PASTE = "Er komen losse letters aan: je terminal zegt niet dat je plakt."
_OTHER_PASTE = "Er is iets anders geplakt."


class KeyTestScreen(ModalScreen[None], inherit_bindings=False):
    """Asks for keys one by one and shows what arrived; without bindings no key runs a command.

    `terminal_kinds` are those of `advice.terminal_kinds`.
    """

    CSS_PATH = "screen.tcss"

    def __init__(self, terminal_kinds: frozenset[str]) -> None:
        super().__init__()
        self._terminal_kinds = terminal_kinds
        self._checklist = Checklist()
        self._asked: Probe | None = None
        self._leaving = False

    @override
    def compose(self) -> ComposeResult:
        """Yield what is asked for, what arrived last, the marks of all keys, and the advice."""
        yield Static("Toetsen testen", classes="question")
        yield Static(_INTRO, id="intro", classes="hint")
        yield Static(id="asked")
        yield Static(id="came", classes="quiet")
        with VerticalScroll(id="found", can_focus=False):
            for number, group in enumerate(GROUPS):
                with Horizontal(classes="group"):
                    yield Static(group, classes="quiet")
                    yield Static(id=f"group-{number}")
            yield Static(id="advice")
        yield Static(id="ways")

    def on_mount(self) -> None:
        """Ask for the first key."""
        self._show("")

    async def on_key(self, event: events.Key) -> None:
        """Handle every key: Esc twice leaves, Enter gives up what is asked for."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            await self._escape()
            return
        self._leaving = False
        if event.key == "enter":
            await self._give_up()
        elif event.character and event.is_printable:
            self._typed(event.character)
        else:
            self._pressed(event.key)

    def on_paste(self, event: events.Paste) -> None:
        """Note what was pasted."""
        event.stop()
        self._leaving = False
        asked = self._checklist.asked
        wrong = asked and asked.id == CLIPBOARD and event.text.strip() != COPIED
        self._checklist = self._checklist.pasted(event.text)
        self._show(
            _OTHER_PASTE if wrong else f"aangekomen: geplakt '{clean_line(event.text)[:30]}'"
        )

    async def _escape(self) -> None:
        if self._leaving:
            self.dismiss()
        else:
            self._leaving = True
            self.query_one("#came", Static).update(_ONCE_MORE)

    async def _give_up(self) -> None:
        if self._checklist.asked is None:
            self.dismiss()
            return
        self._checklist = self._checklist.gave_up()
        self._show("")
        found = self.query_one("#found")
        (found.scroll_end if self._checklist.asked else found.scroll_home)(animate=False)

    def _typed(self, character: str) -> None:
        asked = self._checklist.asked
        loose = asked and asked.id == PASTE
        self._checklist = self._checklist.wrote(character)
        name = f"aangekomen: {character} (U+{ord(character):04X})"
        self._show(_NOT_A_PASTE if loose else name)

    def _pressed(self, key: str) -> None:
        self._checklist = self._checklist.pressed(key)
        self._show(f"aangekomen: {key_name(key)} ({key})")
        if self._checklist.asked is None:
            self._scroll(key)

    def _scroll(self, key: str) -> None:
        """Scroll the advice with the arrows and page keys, once nothing is left to ask."""
        found = self.query_one("#found")
        moves = {
            "up": found.scroll_up,
            "down": found.scroll_down,
            "pageup": found.scroll_page_up,
            "pagedown": found.scroll_page_down,
        }
        if key in moves:
            moves[key](animate=False)

    def _show(self, arrived: str) -> None:
        """Show `arrived`, what is asked for now, the marks and the advice."""
        before, asked = self._asked, self._checklist.asked
        self._asked = asked
        text = f"{asked.ask}: nog niet aangekomen." if asked else self._conclusion()
        self.query_one("#asked", Static).update(Content(text))
        self.query_one("#came", Static).update(Content(arrived))
        self._show_groups()
        self.query_one("#advice", Static).update(Content("\n").join(self._advice()))
        self.query_one("#ways", Static).update(_key_bar("Komt niet aan" if asked else "Terug"))
        if asked and asked.id == CLIPBOARD and asked is not before:
            self.app.copy_to_clipboard(COPIED)

    def _conclusion(self) -> str:
        if self._checklist.missed:
            return "Klaar. Bij wat niet aankomt staat hieronder wat je kunt doen."
        return "Klaar. Alles komt aan."

    def _show_groups(self) -> None:
        for number, group in enumerate(GROUPS):
            probes = (probe for probe in PROBES if probe.group == group)
            marks = (f"{self._checklist.mark(probe)}{probe.name}" for probe in probes)
            self.query_one(f"#group-{number}", Static).update(Content("  ".join(marks)))

    def _advice(self) -> Iterator[Content]:
        for names, text in advice(self._checklist.missed, self._terminal_kinds).items():
            yield Content.assemble("\n", (names, "bold $accent"), f"\n{text}")


def _key_bar(on: str) -> Content:
    """Return the keys that do something here, drawn as a key bar; Enter does what `on` says."""
    return Content.assemble(
        ("Enter", "bold $footer-key-foreground"),
        f" {on}   ",
        ("2× Esc", "bold $footer-key-foreground"),
        " Terug",
    )
