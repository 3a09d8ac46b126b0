"""English that a user would come to read, found by words that no Dutch sentence has."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "reisverslag_tui"

_TELLTALES = frozenset(
    """
    about add after again allowed already and any are arguments available bad because been before
    below between bottom but can cancel cannot changed choice command commands conflicting copy
    could cut delete denied device directory does done down edit else empty error errors exceeded
    exists exit expected failed fewer find first folder for found from has have hide how if
    ignored illegal invalid its keys largest last left less line lines load loading matches
    maximize minimize missing more most move must new next not nothing now operation options other
    out page palette password paste pause permission please press pressed previous quit read ready
    redo refused remove removed required reset right save saved screen screenshot scroll search
    select selected should show size submit such text that the theme then there these they this
    those tip to toggle too try unavailable undo unexpected unknown unreachable unrecognized up
    usage value values view warning were what when where which while who with without would write
    wrong yes you your
    """.split()  # noqa: SIM905 - easier to read
)

_FOREIGN = (
    *("Profiles > Keys", "Report keys using CSI u", "bracketed paste", "export LANG"),
    *(
        "default-terminal",
        "screen-256color",
        "xterm-keys",
        "In screen:",
        "in screen:",
        "term screen",
        "key =",
    ),
)
"""What is called so in other programs, or must be typed to the letter."""

_NOT_TEXT = ("keys", "pattern", "terminal")  # keys of TOML tables: of names, not of texts

_NOT_READ = re.compile(r"\{[\w.]*\}|\$[\w-]+")  # what is filled in, a colour
_PATTERN = re.compile(r"[\\^]|\(\?|\(\.")  # of a regular expression
_WORD = re.compile(r"[^\W\d_]+")


def english_in(text: str) -> frozenset[str]:
    """Return the English words of a text, but for what it quotes of other programs."""
    text = " ".join(text.split())
    for foreign in _FOREIGN:
        text = text.replace(foreign, "")
    return _TELLTALES & {word.casefold() for word in _WORD.findall(_NOT_READ.sub("", text))}


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and text of what a module may show: no docstrings, names or patterns."""
    tree = ast.parse(source)
    outer = [node for node in ast.walk(tree) if _is_unread(node)]
    outer += [found for node in ast.walk(tree) for found in _annotations(node)]
    unread = {id(inner) for node in outer for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.strip()
            is_shown = " " in text or (text[:1].isupper() and not text.isupper())
            if is_shown and id(node) not in unread and not _PATTERN.search(text):
                yield node.lineno, text


def _is_unread(node: ast.AST) -> bool:
    """Tell whether no literal in it is shown: a docstring, words that are searched for, names."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.keyword(arg="classes" | "synonyms") | ast.Call(func=ast.Name(id="_table")):
            return True
    return False


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the types that a node is said to have."""
    for name in ("annotation", "returns"):
        if isinstance(found := getattr(node, name, None), ast.AST):
            yield found


def sources() -> Iterator[tuple[str, str]]:
    """Yield what the program's own files may show, and where: literals, and texts in TOML."""
    for path in sorted(SOURCE.rglob("*.py")):
        for line, text in literals(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(SOURCE)}:{line}", text
    for path in sorted(SOURCE.rglob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_TEXT:
                yield from _texts(inner)
