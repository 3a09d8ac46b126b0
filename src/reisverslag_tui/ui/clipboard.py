"""Whether a text can be sent to the clipboard: a terminal itself never says."""

from collections.abc import Mapping

MOST = 50_000
"""The bytes that are sent at most.

Terminals, hterm and older xterms among them, stop at 100,000 characters of base64, which is 74,994
bytes (`OSC_52_MAX_SEQUENCE` in hterm's `osc52.sh`); what goes over that is lost, or cut off.
"""


NOTHING_TO_PASTE = "Hier is nog niets gekopieerd. Plak met je terminal, vaak met Ctrl+Shift+V."
"""What is said to someone who pastes while the program's own clipboard is empty."""


def objection(text: str, environment: Mapping[str, str]) -> str:
    """Return why a text will not get to the clipboard, as far as that is known, or nothing."""
    if len(text.encode()) > MOST:
        return "Je verslag is te lang voor het klembord van een terminal."
    deaf = environment.get("TERM") == "linux" or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    if deaf or "STY" in environment:  # GNU screen keeps it to itself
        return "Deze terminal kan niets op het klembord zetten."
    return ""


def sent(environment: Mapping[str, str]) -> str:
    """Return what may be said of a text that was sent to the clipboard."""
    if "TMUX" in environment:
        where = "tmux neemt dat alleen aan na:\ntmux set -s set-clipboard on\n"
    else:
        where = "Niet elke terminal neemt dat aan."
    return (
        f"De tekst is naar het klembord gestuurd. {where} "
        "Plak om het te controleren, of sla het verslag op in een bestand."
    )
