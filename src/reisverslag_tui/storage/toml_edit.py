"""Change one value in the text of a TOML file, and leave everything else as it was typed."""

import re
import tomllib
from collections.abc import Mapping, Sequence

import tomli_w

from reisverslag_tui.core.toml import Document
from reisverslag_tui.errors import Unreadable

_ASSIGNMENT = re.compile(
    r"""([^=]*=[ \t]*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^#"']*?)([ \t]*(?:\#.*)?\r?)"""
)
_HEADER = re.compile(r"[ \t]*\[")


def with_value(document: Document, keys: Sequence[str], value: str | int | None) -> str:
    """Return the text of a document in which one key has another value; None takes it out.

    `keys` is a name, or a table and a name in it. Only whole lines are changed, and what comes of
    it is read to see that nothing else became different; Unreadable if that is not so, for a value
    that stands there in a way no person is likely to write.
    """
    at = document.line(*keys) if _has(document.values, keys) else None
    lines = document.text.split("\n")
    if value is None:
        if at is None:
            return document.text
        del lines[at - 1]
    elif at is None:
        _add(lines, document, keys, _literal(value))
    elif match := _ASSIGNMENT.fullmatch(lines[at - 1]):
        lines[at - 1] = f"{match[1]}{_literal(value)}{match[2]}"
    text = "\n".join(lines)
    if not _reads_as(text, _wanted(document.values, keys, value)):
        name, line = ".".join(keys), f"regel {at}" if at else "het bestand"
        raise Unreadable(f"{line} kan ik niet wijzigen; verander {name} daar zelf")
    return text


def _wanted(
    values: Mapping[str, object], keys: Sequence[str], value: str | int | None
) -> dict[str, object]:
    changed, first = dict(values), keys[0]
    if len(keys) > 1:
        inner = values.get(first, {})
        changed[first] = _wanted(inner if isinstance(inner, dict) else {}, keys[1:], value)
    elif value is None:
        changed.pop(first, None)
    else:
        changed[first] = value
    return changed


def _has(values: Mapping[str, object], keys: Sequence[str]) -> bool:
    inner: object = values
    for key in keys:
        if not isinstance(inner, Mapping) or key not in inner:
            return False
        inner = inner[key]
    return True


def _add(lines: list[str], document: Document, keys: Sequence[str], literal: str) -> None:
    """Add a line: below the header of its table, or above the first table of all."""
    *table, name = keys
    line = f"{name} = {literal}"
    if table and table[0] in document.values:
        lines.insert(document.line(*table) or 0, line)
    elif table:
        _append(lines, *([""] if any(lines) else []), f"[{table[0]}]", line)
    else:
        at = _end_of_top(lines)
        if at == len(lines):
            _append(lines, line)
        else:
            lines[at:at] = [line, ""] if lines[at].strip() else [line]


def _end_of_top(lines: Sequence[str]) -> int:
    """Return where what is in no table ends, before the comment that goes with the first table."""
    at = next((at for at, text in enumerate(lines) if _HEADER.match(text)), len(lines))
    if at < len(lines):
        for kind in ("#", ""):
            while at and lines[at - 1].strip()[:1] == kind:
                at -= 1
    return at


def _append(lines: list[str], *more: str) -> None:
    """Add lines at the end, which has a newline before and after them."""
    while lines and not lines[-1].strip():
        lines.pop()
    lines += [*more, ""]


def _literal(value: str | int) -> str:
    return tomli_w.dumps({"key": value}).removeprefix("key = ").rstrip("\n")


def _reads_as(text: str, wanted: Mapping[str, object]) -> bool:
    """Tell whether a text holds these values and no others."""
    try:
        return _comparable(tomllib.loads(text)) == _comparable(wanted)
    except tomllib.TOMLDecodeError:
        return False


def _comparable(value: object) -> str:
    """Return a value as text, in which NaN is equal to itself, 1 is not true, and order is none."""
    if isinstance(value, Mapping):
        return f"{{{[(key, _comparable(value[key])) for key in sorted(value)]}}}"
    if isinstance(value, list):
        return str([_comparable(item) for item in value])
    return repr(value)
