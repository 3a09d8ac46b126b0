"""Lists in an answer: what Enter makes of them while one types."""

import re

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*•]|(?P<number>\d{1,4})(?P<after>[.)]))(?P<gap>[ \t]+)")


def next_marker(line: str, column: int) -> str:
    """Return the marker that the line after `line` begins with if Enter is pressed at `column`.

    It is that of `line`, with its indent, and the next number if it has one. Empty if `line` is no
    item of a list, or if `column` is before its text.
    """
    item = _ITEM.match(line)
    if not item or column < item.end():
        return ""
    if not item["number"]:
        return item[0]
    number = str(int(item["number"]) + 1)
    return item["indent"] + number + item["after"] + item["gap"]


def is_empty_item(line: str) -> bool:
    """Tell whether `line` is an item of a list without a text."""
    return _ITEM.fullmatch(line) is not None


def own_marker(typed: str, given: int) -> str | None:
    """Return the marker that stays if one was typed behind the `given` characters of another.

    `typed` is the line up to the cursor. Who types a marker out of habit, behind one that came by
    itself, so has one and not two. None if no whole marker was typed, or another number than came
    by itself: an item may well begin with one.
    """
    own = typed[given:]
    if not is_empty_item(own) or not is_empty_item(typed[:given]):
        return None
    if own.strip()[0].isdecimal() and own.strip() != typed[:given].strip():
        return None
    indent = _ITEM.sub(r"\g<indent>", typed[:given])
    return own if own[0].isspace() else indent + own
