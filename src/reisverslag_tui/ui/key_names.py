"""The Dutch names of keys, and the order in which they are listed."""

import re

from textual.keys import key_to_character

_NAMES = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "space": "Spatie",
    "super": "Cmd",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_FIRST_SHIFTED, _LAST_SHIFTED = 13, 24  # what Textual calls F13 is Shift+F1 to a terminal


def key_name(key: str) -> str:
    """Return the name on the screen of one of Textual's keys: "Shift+F1" for "f13"."""
    *modifiers, last = key.split("+")
    return "+".join((*map(_part_name, modifiers), _part_name(last)))


def _part_name(part: str) -> str:
    number = int(part[1:]) if re.fullmatch(r"f\d+", part) else 0
    if _FIRST_SHIFTED <= number <= _LAST_SHIFTED:
        return f"Shift+F{number - _FIRST_SHIFTED + 1}"
    character = part if len(part) == 1 else key_to_character(part)
    if character and not character.isspace() and character.isprintable():
        return character.upper() if character.isascii() else character
    return _NAMES.get(part, part.capitalize())


def bar_order(key: str) -> tuple[bool, int]:
    """Return the sort key for the key bar: Enter first, function keys last, by number."""
    function_key = key.startswith("f") and key[1:].isdecimal()
    return function_key, int(key[1:]) if function_key else int(key != "enter")


def help_order(key: str) -> tuple[bool, int]:
    """Return the sort key for the help: function keys first, by number."""
    function_key, number = bar_order(key)
    return not function_key, number
