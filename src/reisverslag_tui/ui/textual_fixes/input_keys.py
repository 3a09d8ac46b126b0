"""Which key a control sequence stands for: xterm, rxvt, Linux console, kitty and modifyOtherKeys.

A key has the name that Textual has for it: its modifiers in alphabetical order, and what a terminal
sends for Shift+F1 is F13. `tests/unit/ui/test_input_keys.py` tests it; `keyboard.py` says why it is
here.
"""

import re
import sys
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from textual import constants
from textual.keys import _character_to_key

from reisverslag_tui.ui.textual_fixes.input_tokens import ESC


class Press(NamedTuple):
    """What a key does: it is the one called `key`, or it types `text`."""

    key: str = ""
    text: str = ""


class _Form(NamedTuple):
    """A form that sequences have: what they call each key, and which modifiers they imply."""

    pattern: re.Pattern[str]
    keys: Mapping[str, str]
    bits: int = 0


def _form(pattern: str, keys: Mapping[str, str], bits: int = 0) -> _Form:
    """Make a form; `MODIFIERS` is their number, and what happened to the key: not that it rose."""
    pattern = pattern.replace("MODIFIERS", r"(?P<modifiers>\d{1,3})(?::[12])?")
    return _Form(re.compile(pattern.replace("KEY", "?P<key>")), keys, bits)


def _table(sent: str, keys: str) -> dict[str, str]:
    return dict(zip(sent.split(), keys.split(), strict=True))


_SHIFT, _ALT, _CTRL, _SUPER, _HYPER, _META = (1 << bit for bit in range(6))
_MODIFIERS = (
    *(("alt", _ALT), ("ctrl", _CTRL), ("hyper", _HYPER)),
    *(("meta", _META), ("shift", _SHIFT), ("super", _SUPER)),
)

_MOVES = _table("A B C D F H", "up down right left end home")
_F1_TO_F4 = _table("P Q R S", "f1 f2 f3 f4")
_ARROWS = _table("a b c d", "up down right left")
_NUMBERS = {
    **_table("1 2 3 4 5 6 7 8", "home insert delete end pageup pagedown home end"),
    **_table("11 12 13 14 15 17 18 19 20", "f1 f2 f3 f4 f5 f6 f7 f8 f9"),
    **_table("21 23 24 25 26 28 29", "f10 f11 f12 f13 f14 f15 f16"),
    **_table("31 32 33 34", "f17 f18 f19 f20"),
}
_FORMS = (
    _form(r"\[(?:(?:1;)?MODIFIERS)?(KEY[A-DFH])", _MOVES),
    _form(r"\[1;(?!1R)MODIFIERS(KEY[P-S])", _F1_TO_F4),  # 1;1R is the place of the cursor
    _form(r"\[(KEY\d\d?)(?:;MODIFIERS)?~", _NUMBERS),
    _form(r"\[(KEY\d\d?)\$", _NUMBERS, _SHIFT),
    _form(r"\[(KEY\d\d?)\^", _NUMBERS, _CTRL),
    _form(r"\[(KEY\d\d?)@", _NUMBERS, _CTRL | _SHIFT),
    _form(r"\[(KEY[a-d])", _ARROWS, _SHIFT),
    _form(r"\[(?:1;MODIFIERS)?(KEYZ)", {"Z": "tab"}, _SHIFT),
    _form(r"\[\[(KEY[A-E])", _table("A B C D E", "f1 f2 f3 f4 f5")),
    _form(r"O(?:(?:1;)?MODIFIERS)?(KEY[A-DFHP-S])", _MOVES | _F1_TO_F4),
    _form(r"O(KEY[a-d])", _ARROWS, _CTRL),
    *([] if constants.DISABLE_KITTY_KEY else [_form(r"\[(KEY[P-S])", _F1_TO_F4)]),
)
_KEYPAD = dict(zip(" IMXjklmnopqrstuvwxy", " \t\r=*+,-./0123456789", strict=True))

_OTHER_KEY = re.compile(r"\[27;(\d{1,3});(\d{1,7})~")
_KITTY = re.compile(
    r"\[(\d{1,7})(?::(\d{0,7}))?(?::\d{0,7})?(?:;(\d{0,3})(?::[12])?(?:;(\d{1,7}(?::\d{1,7})*)?)?)?u"
)
_KITTY_KEYPAD = dict(enumerate("0123456789./*-+\r=,", 57399))
_KITTY_KEYS = _table(
    "57417 57418 57419 57420 57421 57422 57423 57424 57425 57426",
    "left right up down pageup pagedown home end insert delete",
)
_CODES = {8: "backspace", 9: "tab", 13: "enter", 27: "escape", 32: "space", 127: "backspace"}
_SAME_WITH_SHIFT = ("backspace", "enter", "space")
_TYPED = {"backspace": "\x7f", "enter": "\r", "space": " ", "tab": "\t"}
_WITH_ALT = {  # on a Mac the letters stand for an arrow
    "b": Press("ctrl+left"),
    "f": Press("ctrl+right"),
    "\x7f": Press("alt+backspace"),
    "\x08": Press("alt+backspace"),
    "\t": Press("shift+tab"),
}


@lru_cache(256)
def press(sequence: str) -> Press | None:
    """Return what a whole control sequence stands for; None if that is not a key.

    With another Esc before it, a key is that key with Alt; with more it is none.
    """
    body = sequence.lstrip(ESC)
    escapes = len(sequence) - len(body)
    if escapes > 2:
        return None
    has_alt = escapes == 2
    for form in _FORMS:
        if match := form.pattern.fullmatch(body):
            groups = match.groupdict()
            bits = _bits(groups.get("modifiers")) | form.bits | (_ALT if has_alt else 0)
            return _named(form.keys[groups["key"]], bits) if groups["key"] in form.keys else None
    return None if has_alt else _typing(body)


def _typing(body: str) -> Press | None:
    """Return what those sequences stand for that keys have which type something."""
    if len(body) == 1:
        return _WITH_ALT.get(body) or (_coded(ord(body), _ALT) if body.isprintable() else None)
    if body[0] == "O" and body[1:] in _KEYPAD:
        return Press(text=_KEYPAD[body[1:]])
    if match := _OTHER_KEY.fullmatch(body):
        return _coded(int(match[2]), _bits(match[1]))
    if match := _KITTY.fullmatch(body):
        return _kitty(*match.groups())
    return None


def _kitty(code: str, shifted: str | None, modifiers: str | None, text: str | None) -> Press | None:
    bits = _bits(modifiers)
    if text and not bits & ~(_SHIFT | _ALT):
        typed = [_character(int(part)) for part in text.split(":")]
        return Press(text="".join(typed)) if all(typed) else None
    if code in _KITTY_KEYS:
        return _named(_KITTY_KEYS[code], bits)
    if bits == _SHIFT and shifted:
        return _coded(int(shifted), 0)
    sign = _KITTY_KEYPAD.get(int(code))
    return _coded(ord(sign) if sign else int(code), bits)


def _coded(code: int, bits: int) -> Press | None:
    """Return a key that is called by its character."""
    if code in _CODES:
        return _named(_CODES[code], bits)
    character = _character(code)
    if not character:
        return None
    if not bits & ~_SHIFT:
        return Press(text=character.upper() if bits else character)
    return _named(_character_to_key(character), bits)


def _character(code: int) -> str:
    """Return a character that can be typed, or nothing."""
    character = chr(code) if code <= sys.maxunicode else "\0"
    return "" if unicodedata.category(character)[0] == "C" else character


def _named(key: str, bits: int) -> Press | None:
    """Return a key with modifiers; with Alt an arrow goes as far as with Ctrl.

    Alt with Del is no key: programs differ in what it deletes.
    """
    if key == "delete" and bits & _ALT:
        return None
    if key in _ARROWS.values() and bits & (_ALT | _SUPER) and not bits & _CTRL:
        bits = bits & _SHIFT | _CTRL
    if bits & _SHIFT and re.fullmatch(r"f([1-9]|1[0-2])", key):
        key, bits = f"f{int(key[1:]) + 12}", bits & ~_SHIFT
    if not bits or (bits == _SHIFT and key in _SAME_WITH_SHIFT):
        return Press(text=_TYPED[key]) if key in _TYPED else Press(key)
    return Press("+".join([*(name for name, bit in _MODIFIERS if bits & bit), key]))


def _bits(modifiers: str | None) -> int:
    """Return the modifiers, of which a terminal sends the sum and one; no Caps or Num Lock."""
    return max(0, int(modifiers or 1) - 1) & 0x3F
