"""The keys that a terminal should send, and which of them have arrived."""

import unicodedata
from dataclasses import dataclass, replace

PASTE = "paste"
"""The probe that asks to paste something."""

CLIPBOARD = "clipboard"
"""The probe that asks to paste what the program has copied."""

COPIED = "dienstreis"
"""The word that is copied for CLIPBOARD."""

_TYPED_MAXIMUM = 40  # characters: more than any probe asks for


@dataclass(frozen=True)
class Probe:
    """Something to press; `id` is Textual's name of the key, or the character it types."""

    id: str
    name: str
    ask: str
    group: str


def _keys(group: str, **names: str) -> tuple[Probe, ...]:
    return tuple(
        Probe(key.replace("_", "+"), name, f"Druk op {name}", group) for key, name in names.items()
    )


PROBES = (
    *(Probe(letter, letter, f"Typ een {letter}", "Letters") for letter in "éëï"),
    Probe("€", "€", "Typ een € (vaak AltGr+5 of AltGr+E)", "Letters"),
    *_keys("Functietoetsen", **{f"f{number}": f"F{number}" for number in range(1, 13)}),
    *_keys("Functietoetsen", f13="Shift+F1"),
    *_keys("Met Ctrl", ctrl_s="Ctrl+S", ctrl_q="Ctrl+Q", ctrl_o="Ctrl+O", ctrl_r="Ctrl+R"),
    *_keys("Met Ctrl", ctrl_n="Ctrl+N", ctrl_z="Ctrl+Z"),
    *_keys("Bewegen", up="↑", down="↓", left="←", right="→", home="Home", end="End"),
    *_keys("Bewegen", pageup="PgUp", pagedown="PgDn", delete="Del"),
    *_keys("Bewegen", ctrl_left="Ctrl+←", shift_right="Shift+→"),
    Probe(PASTE, "plakken", "Kopieer ergens een woord en plak het hier", "Plakken"),
    Probe(
        CLIPBOARD,
        "klembord",
        f"Op je klembord staat nu het woord '{COPIED}', als het goed is. Plak het hier",
        "Plakken",
    ),
)
"""All probes, in the order of asking. Enter and Esc are none: they lead through the test."""

GROUPS = tuple(dict.fromkeys(probe.group for probe in PROBES))
"""The groups of the probes, in order."""

_CHARACTERS = tuple(probe.id for probe in PROBES if probe.group == "Letters")
_IDS = frozenset(probe.id for probe in PROBES)


@dataclass(frozen=True)
class Checklist:
    """The ids of the probes that arrived and of those given up, and the last characters typed."""

    arrived: frozenset[str] = frozenset()
    given_up: frozenset[str] = frozenset()
    typed: str = ""

    @property
    def asked(self) -> Probe | None:
        """The probe that is asked for: the first that is neither arrived nor given up, or None."""
        known = self.arrived | self.given_up
        return next((probe for probe in PROBES if probe.id not in known), None)

    @property
    def missed(self) -> tuple[Probe, ...]:
        """The probes that were given up."""
        return tuple(probe for probe in PROBES if probe.id in self.given_up)

    def pressed(self, key: str) -> "Checklist":
        """Return the list after a key that types nothing; it need not be the one asked for."""
        return self._with(key)

    def wrote(self, character: str) -> "Checklist":
        """Return the list after a character; an accent may arrive as a character of its own."""
        typed = unicodedata.normalize("NFC", self.typed + character)[-_TYPED_MAXIMUM:]
        found = [letter for letter in _CHARACTERS if typed.endswith(letter)]
        if typed.endswith(COPIED) and self.asked and self.asked.id == CLIPBOARD:
            found.append(CLIPBOARD)
        return replace(self._with(*found), typed=typed)

    def pasted(self, text: str) -> "Checklist":
        """Return the list after a bracketed paste."""
        return self._with(PASTE, *([CLIPBOARD] if text.strip() == COPIED else []))

    def gave_up(self) -> "Checklist":
        """Return the list with the probe that is asked for given up."""
        asked = self.asked
        return replace(self, given_up=self.given_up | {asked.id}) if asked else self

    def mark(self, probe: Probe) -> str:
        """Return the sign of a probe: arrived, given up, or not asked for yet."""
        if probe.id in self.arrived:
            return "✓"
        return "✗" if probe.id in self.given_up else "·"

    def _with(self, *ids: str) -> "Checklist":
        known = _IDS.intersection(ids)
        return replace(self, arrived=self.arrived | known, given_up=self.given_up - known)
