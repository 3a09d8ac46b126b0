"""How text is wrapped at a number of terminal cells."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_PREFIX = re.compile(r"[ \t]*(?:(?:[-*•]|\d+[.)])[ \t]+)?")
_WORD_OR_GAP = re.compile(r"[ \t]+|[^ \t]+")
_TAB_STOP = 8


def wrap(text: str, width: int) -> str:
    """Wrap each line of `text` at `width` terminal cells; 0 leaves it as it is.

    A list line hangs its continuation below its text, an indented line below its indent. A word
    longer than `width` is never broken. Nothing changes but that the white space at which a line
    is broken becomes a line end and the hanging indent.
    """
    if not width:
        return text
    return "\n".join(piece for line in text.split("\n") for piece in _wrap_line(line, width))


def _wrap_line(line: str, width: int) -> Iterator[str]:
    if "\t" not in line and cell_len(line) <= width:
        yield line
        return
    prefix = line[: _prefix_length(line)]
    hang = _hanging_indent(prefix, width)
    current, gap = prefix, ""
    for token in _WORD_OR_GAP.findall(line, len(prefix)):
        if token.isspace():
            gap += token
        elif current == prefix or _width((current + gap + token).rstrip()) <= width:
            current, gap = current + gap + token, ""
        else:
            yield current.rstrip()
            current, gap = hang + token, ""
    yield current


def _prefix_length(line: str) -> int:
    """Return the length of the indent and list marker with which `line` begins."""
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _hanging_indent(prefix: str, width: int) -> str:
    """Return the spaces below which a line goes on after `prefix`, if they leave room for words."""
    indent = _width(prefix)
    return " " * indent if indent <= width // 2 else ""


def _width(text: str) -> int:
    """Return the cells `text` takes from the left margin, tabs going on to the next stop."""
    width = 0
    for index, part in enumerate(text.split("\t")):
        if index:
            width += _TAB_STOP - width % _TAB_STOP
        width += cell_len(part)
    return width
