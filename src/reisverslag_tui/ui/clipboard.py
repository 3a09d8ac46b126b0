"""The clipboard of the terminal (OSC 52), which never confirms that it took a text."""

from collections.abc import Mapping

MAXIMUM_SIZE = 50_000
"""The largest text that is sent, in bytes.

Terminals, hterm and older xterms among them, stop at 100,000 characters of base64, which is 74,994
bytes (`OSC_52_MAX_SEQUENCE` in hterm's `osc52.sh`); a longer text is lost, or cut off.
"""

NOTHING_TO_PASTE = "Hier is nog niets gekopieerd. Plak met je terminal, vaak met Ctrl+Shift+V."
"""The message on pasting while the program's own clipboard is empty."""


def objection(text: str, environment: Mapping[str, str]) -> str:
    """Return in Dutch why a text will not reach the clipboard, as far as is known, or ""."""
    if len(text.encode()) > MAXIMUM_SIZE:
        return "Je verslag is te lang voor het klembord van een terminal."
    unsupported = (
        environment.get("TERM") == "linux" or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    )
    if unsupported or "STY" in environment:  # GNU screen keeps it to itself
        return "Deze terminal kan niets op het klembord zetten."
    return ""


def sent_message(environment: Mapping[str, str]) -> str:
    """Return the message, in Dutch, after a text was sent to the clipboard."""
    if "TMUX" in environment:
        where = "tmux neemt dat alleen aan na:\ntmux set -s set-clipboard on\n"
    else:
        where = "Niet elke terminal neemt dat aan."
    return (
        f"De tekst is naar het klembord gestuurd. {where} "
        "Plak om het te controleren, of sla het verslag op in een bestand."
    )
