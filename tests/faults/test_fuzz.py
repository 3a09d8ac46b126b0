"""Random input: nothing is typed but what is text, nothing is left, and nothing is lost."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from reisverslag_tui.core.text import clean
from tests.faults.fuzz import cut, garbage, pieces
from tests.faults.typist import open_answer, saved_answer
from tests.line import Line
from tests.stores import store_in
from tests.terminal.terminal import F10, Terminal

Record = Callable[[str, object], None]
_ROUND = 20_000  # bytes that one run of the program gets: it is slow in long paragraphs
_NOTHING = b"\x1b[0n"  # a sequence that ends one that is not complete
_PAUSES = (0.0, 0.0, 0.05, 0.3, 1.3)  # seconds


def text_of(line: Line) -> str:
    """Return what has been typed and pasted; any key but with Alt would be one too many."""
    text = ""
    for message in line.messages:
        if isinstance(message, events.Paste):
            text += clean(message.text)
        elif isinstance(message, events.Key) and message.is_printable:
            text += message.character or ""
        else:
            assert isinstance(message, events.Key), message
            assert message.key.startswith("alt+"), message
    return text


def test_random_input_types_what_is_text(
    chance: random.Random, request: pytest.FixtureRequest, record_property: Record
) -> None:
    line, size = Line(), 0
    for piece in pieces(chance, 10 * request.config.getoption("fuzz")):
        for part in cut(chance, piece.sent):
            line.send(part)
            if part != piece.sent[-len(part) :]:
                line.send(chance.choice(_PAUSES))
        line.send(piece.pause)
        assert text_of(line) == piece.text, piece
        line.messages.clear()
        size += len(piece.sent)
    record_property("fuzz", ["keyboard", size])


def send(terminal: Terminal, data: bytes) -> None:
    """Send bytes, and read meanwhile what the program draws."""
    terminal.type(data)
    while terminal.take(0):
        pass


def test_random_input_at_a_question_types_what_is_text(
    quick_path: Path, chance: random.Random, request: pytest.FixtureRequest, record_property: Record
) -> None:
    size = 0
    while size < request.config.getoption("fuzz"):
        data, expected = quick_path / str(size), ""
        with open_answer(data, "") as terminal:
            terminal.wait_for("Vraag 3 van 7")
            for piece in pieces(chance, _ROUND):
                after = _NOTHING if piece.pause else b""
                for part in cut(chance, piece.sent + after):
                    send(terminal, part)
                expected, size = expected + piece.text, size + len(piece.sent)
            send(terminal, F10.encode())
            assert terminal.wait_for_end() == 0
            assert not terminal.disorder
        assert saved_answer(data) == expected
    record_property("fuzz", ["a question", size])


def test_garbage_leaves_a_report_where_it_is(
    quick_path: Path, chance: random.Random, request: pytest.FixtureRequest, record_property: Record
) -> None:
    size = 0
    while size < request.config.getoption("fuzz") // 10:
        data = quick_path / str(size)
        with open_answer(data, "tekst") as terminal:
            terminal.wait_for("Vraag 3 van 7")
            for part in cut(chance, garbage(chance, _ROUND // 10)):
                send(terminal, part)
            send(terminal, b"\x18" + F10.encode() * 3)
            assert terminal.wait_for_end() == 0
            assert not terminal.disorder
        drafts, broken = store_in(data).drafts()
        assert len(drafts) == 1
        assert not broken
        size += _ROUND // 10
    record_property("fuzz", ["garbage", size])
