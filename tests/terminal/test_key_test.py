"""What terminals really send is seen as the right key."""

from pathlib import Path

from tests.terminal.terminal import ESCAPE, F10, Terminal

SENT = {
    "é ".encode("latin-1"): "✓é",  # with what follows: it might have been the first half of one
    "é".encode(): "é (U+00E9)",
    "€".encode("cp1252"): "€ (U+20AC)",
    "ë".encode(): "ë (U+00EB)",
    b"e\xcc\x81": "\u0301 (U+0301)",
    b"\x1bOP": "F1 (f1)",
    b"\x1b[11~": "F1 (f1)",
    b"\x1b[[A": "F1 (f1)",
    b"\x1b[[E": "F5 (f5)",
    b"\x1b[15~": "F5 (f5)",
    b"\x1b[1;2P": "Shift+F1 (f13)",
    b"\x1b[25~": "Shift+F1 (f13)",
    b"\x1b[23;2~": "Shift+F11 (f23)",
    b"\x1b[24~": "F12 (f12)",
    F10.encode(): "F10 (f10)",
    b"\x13": "Ctrl+S (ctrl+s)",
    b"\x11": "Ctrl+Q (ctrl+q)",
    b"\x0f": "Ctrl+O (ctrl+o)",
    b"\x1a": "Ctrl+Z (ctrl+z)",
    b"\x1bOH": "Home (home)",
    b"\x1b[1~": "Home (home)",
    b"\x1b[F": "End (end)",
    b"\x1b[1;5D": "Ctrl+← (ctrl+left)",
    b"\x1b[3~": "Del (delete)",
    b"\x1b[200~Gent\x1b[201~": "geplakt 'Gent'",
}


def test_a_key_is_known_by_what_the_terminal_sends(tmp_path: Path) -> None:
    with Terminal("toetsen", data=tmp_path) as terminal:
        terminal.wait_for("Typ een é")
        for sent, wanted in SENT.items():
            terminal.type("x")
            terminal.wait_for("x (U+0078)")
            terminal.type(sent)
            terminal.wait_for(wanted)
        terminal.type(ESCAPE + ESCAPE)
        assert terminal.wait_for_end() == 0
