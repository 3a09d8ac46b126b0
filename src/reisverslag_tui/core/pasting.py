"""What is made of text that comes from a word processor, a mail or a web page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reisverslag_tui.core.text import clean, counted

# Joiners stay where writing needs them: in emoji, and in scripts that are not Latin, Greek or
# Cyrillic; a zero-width space stays between the words of Thai, Lao, Burmese and Khmer.
_JOINS = "\u0590-\u1cff\u2190-\u2bff\u3000-\ufeff\U00010000-\U0010ffff"
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_INVISIBLE = re.compile(
    f"[\u00ad\u180e\u2060-\u2064\ufffc]|(?<![{_SPACELESS}])\u200b|(?<![{_JOINS}])[\u200c\u200d]"
)
_HARD_SPACE = re.compile("[\u00a0\u202f]")
_HARD_HYPHEN = re.compile("\u2011")
# The private ones are how Word writes the bullets of the fonts Symbol and Wingdings.
_BULLET = re.compile(
    "(?m)^([ \t]*)(?:[•·▪■◦‣–\uf0b7\uf0a7\uf0d8\uf0fc\uf076][ \t]+|[-*o§] *\t[ \t]*)"
)
_NUMBER_AND_TAB = re.compile(r"(?m)^([ \t]*\d{1,4}[.)]) *\t[ \t]*")

_STEPS = (
    (_INVISIBLE, "", "onzichtbaar teken", "onzichtbare tekens"),
    (_HARD_SPACE, " ", "harde spatie", "harde spaties"),
    (_HARD_HYPHEN, "-", "hard streepje", "harde streepjes"),
    (_BULLET, r"\1- ", "opsommingsteken", "opsommingstekens"),
    (_NUMBER_AND_TAB, r"\1 ", "tab achter een nummer", "tabs achter een nummer"),
)


@dataclass(frozen=True)
class Pasted:
    """A text that was pasted, and what was changed in it, in Dutch: "3 harde spaties"."""

    text: str
    changes: Sequence[str]


def tidy_pasted(text: str, *, starts_line: bool = True) -> Pasted:
    """Return a pasted text as it would have been typed.

    Bullets at the beginning of a line become `- `, hard spaces and hyphens plain ones, a tab after
    a number a space; characters that are not seen go. Curly quotes, dashes and all letters stay.
    `text` is clean, and so is what becomes of it; `starts_line` if nothing stands before it on its
    line.
    """
    changes = []
    start = "" if starts_line else "\0"
    tidied = start + text
    for pattern, replacement, one, more in _STEPS:
        tidied, count = pattern.subn(replacement, tidied)
        if count:
            changes.append(counted(count, one, more))
    return Pasted(clean(tidied.removeprefix(start)) if changes else text, changes)
