"""What to do about a key that does not arrive: advice by key and by kind of terminal."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reisverslag_tui.ui.keyboard_test.probes import Probe

NOT_UTF_8 = "not-utf-8"
"""The kind of a terminal whose locale has no é."""


@dataclass(frozen=True)
class Advice:
    """A text for the probes whose id or group is among `keys`, in `terminal`, or in any if ""."""

    keys: frozenset[str]
    text: str
    terminal: str = ""

    def fits(self, probe: Probe, kinds: frozenset[str]) -> bool:
        """Return whether it is for a probe in a terminal of these kinds."""
        return bool(self.keys & {probe.id, probe.group}) and (
            not self.terminal or self.terminal in kinds
        )


# Read when the module is loaded: later the program's own files may be gone.
_DATA = tomllib.loads(Path(__file__).with_name("advice.toml").read_text(encoding="utf-8"))

ADVICE = tuple(
    Advice(frozenset(entry["keys"]), entry["text"], entry.get("terminal", ""))
    for entry in _DATA["advice"]
)
"""All there is, the most particular first."""

TERMINALS: Mapping[str, Mapping[str, str]] = _DATA["terminals"]
"""The `variable` and the `pattern` by which a kind of terminal is recognised."""


def terminal_kinds(environ: Mapping[str, str]) -> frozenset[str]:
    """Return the kinds of terminal that fit the environment."""
    found = {
        kind
        for kind, sign in TERMINALS.items()
        if re.search(sign["pattern"], environ.get(sign["variable"], ""))
    }
    variables = ("LC_ALL", "LC_CTYPE", "LANG")  # the first that is not empty counts
    locale = next((value for name in variables if (value := environ.get(name))), "")
    if not re.search(r"utf-?8", locale, re.IGNORECASE):
        found.add(NOT_UTF_8)
    return frozenset(found)


def advice(probes: Iterable[Probe], kinds: frozenset[str]) -> dict[str, str]:
    """Return what to do in a terminal of these kinds, by the names of the keys it is for."""
    names: dict[str, list[str]] = {}
    for probe in probes:
        text = next(each.text for each in ADVICE if each.fits(probe, kinds))
        names.setdefault(text, []).append(probe.name)
    return {", ".join(same): text for text, same in names.items()}
