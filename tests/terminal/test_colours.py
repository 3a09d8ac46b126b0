"""A terminal is sent the colours it has, and without any all is to be told apart too."""

import re
from pathlib import Path

from reisverslag_tui.core.new_drafts import new_draft
from tests.clock import MOMENT
from tests.stores import store_in
from tests.terminal.terminal import CTRL_G, CTRL_L, CTRL_T, ENTER, F2, Terminal

DOWN, TAB, SELECT = "\x1b[B", "\t", "\x1b[1;2C"


def colours_in(sent: bytearray) -> set[str]:
    """Return the codes for colours among what was sent, those of the default colours too."""
    codes = b";".join(re.findall(rb"\x1b\[([\d;:]*)m", sent)).replace(b":", b";").decode()
    return set(re.findall(r"(?<!\d)(?:[34]\d|9[0-7]|10[0-7]|58)(?!\d)", codes))


def reversed_text(terminal: Terminal) -> list[str]:
    """Return what stands out on the screen by being reversed, scrollbars left out."""
    rows = (terminal.screen.buffer[row] for row in range(terminal.screen.lines))
    columns = range(terminal.screen.columns)
    texts = ("".join(row[at].data if row[at].reverse else "\t" for at in columns) for row in rows)
    return [part.strip() for text in texts for part in text.split("\t") if part.strip(" ▁▂▃▄▅▆▇█")]


def see_reversed(terminal: Terminal, *texts: str) -> None:
    terminal.wait_for(lambda: reversed_text(terminal) == list(texts))


def test_without_colours_what_is_chosen_is_seen_all_the_same(tmp_path: Path) -> None:
    for title in ("Gent", "Malmö"):
        store_in(tmp_path).save(new_draft(title, MOMENT))
    with Terminal(data=tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("2 verslagen")
        first = reversed_text(terminal)
        assert len(first) == 3, "the cursor of the search line, and two lines of a report"
        terminal.type(DOWN)
        terminal.wait_for(lambda: len(both := reversed_text(terminal)) == 3 and both != first)
        terminal.type(ENTER)
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("drie" + "\x1b[D" * 4)
        see_reversed(terminal, "d")
        terminal.type(SELECT * 3)
        see_reversed(terminal, "e")
        assert all(terminal.screen.buffer[7][4 + at].underscore for at in range(3))
        terminal.type(TAB)
        see_reversed(terminal, "Volgende ›")
        terminal.type(CTRL_G)
        see_reversed(terminal, "1  Personen")
        terminal.type("3")
        terminal.wait_for("Vraag 3 van 7")
        terminal.type(CTRL_L)
        terminal.wait_for("De kleuren zijn hier")
        terminal.type(CTRL_T + "\x1b[H")
        terminal.wait_for(lambda: reversed_text(terminal) in (["G"], ["M"]))
        terminal.type(ENTER + F2)
        see_reversed(terminal, "Vul in")
        assert terminal.screen.buffer[0][2].data == "A"
    assert not colours_in(terminal.sent)


def test_a_terminal_of_256_colours_is_sent_no_others(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert b"\x1b[38;5;" in terminal.sent
        assert b"8;2;" not in terminal.sent


def test_a_terminal_of_all_colours_is_sent_them_though_no_color_is_empty(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path, COLORTERM="truecolor", NO_COLOR="") as terminal:
        terminal.wait_for("Vraag 1 van 7")
        assert b"\x1b[38;2;" in terminal.sent
