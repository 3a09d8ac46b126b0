"""What to do about a key that does not arrive: advice, by key and by kind of terminal."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reisverslag_tui.ui.keyboard_test.probes import CLIPBOARD, PASTE, Probe

NOT_UTF_8 = "not-utf-8"
"""The trait of a terminal whose locale holds no é."""

_SIGNS = {
    "tmux": ("TERM", r"^(tmux|screen)"),
    "VS Code": ("TERM_PROGRAM", r"^vscode$"),
    "iTerm2": ("TERM_PROGRAM", r"^iTerm"),
    "Mac": ("TERM_PROGRAM", r"^Apple_Terminal$"),
    "GNOME": ("VTE_VERSION", r"."),
}
"""By what, in which variable of the environment, a kind of terminal is known."""


@dataclass(frozen=True)
class _Advice:
    """Goes for these keys, a pattern, in a terminal with this trait; in any if it is empty."""

    keys: str
    trait: str
    text: str


_LETTERS = "[éëï€]"
_FUNCTION = r"f\d+"
_MOVES = r"up|down|left|right|home|end|pageup|pagedown|delete"
_ADVICE = (
    _Advice(
        _LETTERS,
        NOT_UTF_8,
        "Je computer staat niet op UTF-8. Typ voor je start: export LANG=nl_NL.UTF-8 "
        "(of C.UTF-8), en kies in je terminal ook UTF-8.",
    ),
    _Advice(
        _LETTERS,
        "iTerm2",
        "Zet in iTerm2 bij Profiles > Keys de keuze 'Report keys using CSI u' uit.",
    ),
    _Advice(
        "€",
        "",
        "AltGr komt misschien aan als Alt. Zet in je terminal uit dat Alt een Esc stuurt, of "
        "kopieer het teken en plak het.",
    ),
    _Advice(
        _LETTERS,
        "",
        "Kies in je terminal de tekenset UTF-8, en een toetsenbord met dode toetsen: typ dan "
        "eerst ' of \" en daarna de letter.",
    ),
    _Advice(
        "f1|f10|f11",
        "GNOME",
        "Je terminal houdt deze toets zelf. Zet bij Voorkeuren > Sneltoetsen de hulp (F1), het "
        "menu (F10) en het volledige scherm (F11) uit. Stoppen kan ook met Ctrl+Q.",
    ),
    _Advice(
        "f10",
        "",
        "Je terminal opent er een menu mee. Zet dat uit, of stop met Ctrl+Q.",
    ),
    _Advice(
        "f11",
        "",
        "Je terminal maakt er het scherm groot mee. Zet dat uit bij de sneltoetsen. Alles staat "
        "ook bij Ctrl+O.",
    ),
    _Advice(
        _FUNCTION,
        "Mac",
        "Houd fn ingedrukt, of zet bij Systeeminstellingen > Toetsenbord de F-toetsen aan.",
    ),
    _Advice(
        f"{_FUNCTION}|{_MOVES}",
        "tmux",
        "Zet in ~/.tmux.conf: set -g default-terminal tmux-256color. In screen: term "
        "screen-256color. Shift en Ctrl erbij vragen in tmux ook: set -g xterm-keys on.",
    ),
    _Advice(
        "f13",
        "",
        "Je terminal houdt Shift+F1 zelf, of kent hem niet. Je vindt hetzelfde met Ctrl+O.",
    ),
    _Advice(
        _FUNCTION,
        "",
        "Houd fn ingedrukt als je laptop die toets heeft. In PuTTY: Terminal > Keyboard, kies "
        "'Xterm R6'. Alles staat ook bij Ctrl+O.",
    ),
    _Advice(
        r"ctrl\+s",
        "",
        "Je terminal zet met Ctrl+S het beeld stil; Ctrl+Q laat het weer lopen. Typ voor je "
        "start: stty -ixon (in screen: defflow off). Je tekst wordt ook vanzelf opgeslagen.",
    ),
    _Advice(
        r"ctrl\+q",
        "",
        "Je terminal houdt Ctrl+Q zelf, zoals VS Code doet. Stop met F10.",
    ),
    _Advice(
        r"ctrl\+[a-z]",
        "VS Code",
        "VS Code houdt deze toets zelf. Zet 'terminal.integrated.sendKeybindingsToShell' aan.",
    ),
    _Advice(
        r"ctrl\+[a-z]",
        "",
        "Je venster of browser houdt deze toets zelf. Kijk bij F1 welke toets hetzelfde doet.",
    ),
    _Advice(
        r"ctrl\+left",
        "",
        "Op een Mac wisselt deze toets van bureaublad: zet dat uit bij Systeeminstellingen > "
        "Toetsenbord > Sneltoetsen. Je kunt hem ook missen.",
    ),
    _Advice(
        r"shift\+right",
        "",
        "Selecteren met het toetsenbord gaat hier niet. Met de muis of met F7 gaat het wel.",
    ),
    _Advice(
        _MOVES,
        "",
        "Kijk of TERM past bij je terminal (xterm-256color is meestal goed). In PuTTY: Terminal "
        "> Keyboard, kies 'Standard'.",
    ),
    _Advice(
        PASTE,
        "",
        "Je terminal zegt niet dat je plakt (bracketed paste). Dan wordt elke regel als Enter "
        "gelezen. Plak regel voor regel, of gebruik: reisverslag vul VERSLAG VRAAG < bestand",
    ),
    _Advice(
        CLIPBOARD,
        "tmux",
        "Zet in ~/.tmux.conf: set -g set-clipboard on. Of sla je verslag op als bestand.",
    ),
    _Advice(
        CLIPBOARD,
        "",
        "Je terminal laat dit programma niet bij het klembord (OSC 52). Sla je verslag op als "
        "bestand, of selecteer met Shift en de muis.",
    ),
)
"""What to do, the most particular first."""


def traits(environ: Mapping[str, str]) -> frozenset[str]:
    """Return what the environment tells of the terminal."""
    found = {
        trait
        for trait, (variable, sign) in _SIGNS.items()
        if re.search(sign, environ.get(variable, ""))
    }
    places = ("LC_ALL", "LC_CTYPE", "LANG")  # the first that says something counts
    charset = next((value for place in places if (value := environ.get(place))), "")
    if not re.search(r"utf-?8", charset, re.IGNORECASE):
        found.add(NOT_UTF_8)
    return frozenset(found)


def advice(probes: Iterable[Probe], known: frozenset[str]) -> dict[str, str]:
    """Return what to do in a terminal with these traits; the keys it is for are its name."""
    names: dict[str, list[str]] = {}
    for probe in probes:
        names.setdefault(_text(probe, known), []).append(probe.name)
    return {", ".join(same): text for text, same in names.items()}


def _text(probe: Probe, known: frozenset[str]) -> str:
    return next(
        one.text
        for one in _ADVICE
        if (not one.trait or one.trait in known) and re.fullmatch(one.keys, probe.id)
    )
