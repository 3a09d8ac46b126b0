"""What the user can read, and the words that may stand in it.

A new word must be added by hand to `data/words.txt`, sorted as by `LC_ALL=C sort -u`, so that
somebody looks at it. What is missing there of the source is printed by `python -m tests.dutch`.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

_HERE = Path(__file__).parent
SOURCE = _HERE.parent / "src" / "reisverslag_tui"
WORDS = _HERE / "data" / "words.txt"

_WORD = re.compile(r"[^\W\d_]+")
_CUT_OFF = re.compile(r"\w+(…|\.\.\.(?=\S))")
_FOREIGN = (
    *("Report keys using CSI u", "Profiles > Keys", "Terminal > Keyboard", "bracketed paste"),
    *("set -s set-clipboard on", "true (aan) of false (uit)", "Apple_Terminal", "key ="),
    *("set -g default-terminal", "set -g xterm-keys on", "set -g set-clipboard on"),
    *("tmux-256color", "xterm-256color", "screen-256color", "~/.tmux.conf", "VS Code"),
    *("stty -ixon", "defflow off", "export LANG=nl_NL.UTF-8", "terminal.integrated."),
    *("sendKeybindingsToShell", "In screen:", "cat antwoord.txt", "VISUAL of EDITOR"),
    *("--help", "--version"),
)
"""What is called so in other programs, or must be typed to the letter."""

_ID = re.compile(r"\d{4}-\d\d-\d\d-\w+")

_NO_TEXT = re.compile(
    r"[A-Z0-9_]+"  # a variable of the environment, a placeholder of the command line
    r"|[#.][\w-].*"  # a selector
    r"|(app|screen)\.\w+(\(.*)?"  # an action
    r"|((bold|dim|italic|reverse|underline|\$[\w-]+)(\s|$))+"  # a style
    r"|[a-z]+( -[a-z]+)+"  # names of classes
    r"|(?s:.*\x1b.*)"  # for the terminal
)

_UNREAD_CALLS = ("TypeVar", "tomllib.loads", ".query", ".query_one", ".environ.get")
"""Calls whose arguments name something."""


def vocabulary() -> frozenset[str]:
    """All words that may be read, in lower case."""
    return frozenset(WORDS.read_text(encoding="utf-8").split())


def unknown(text: str, quoted: Iterable[str] = ()) -> list[str]:
    """Return the words of `text` that nobody has looked at, but for those that it may quote."""
    said = {word.casefold() for word in _WORD.findall(" ".join(quoted))}
    words = {word.casefold() for word in _WORD.findall(_own(text))}
    new = words - vocabulary() - said
    return sorted(word for word in new if len(set(word)) > 1)  # "xxxx" is no word


def _own(text: str) -> str:
    """Return `text` without foreign names, ids, what is filled in, and words that are cut off."""
    text = " ".join(_CUT_OFF.sub("", _ID.sub("", re.sub(r"\{\w*\}", "", text))).split())
    for name in _FOREIGN:
        text = text.replace(name, "")
    return text


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each literal in a module that the user may come to read.

    Left out are, by their form: docstrings, annotations, patterns (raw strings), names (one word
    without a capital), and what `_NO_TEXT` tells; by their place: what is sought and not shown.
    """
    lines = source.splitlines()
    tree = ast.parse(source)
    left_out = {id(inner) for node in _unread(tree) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            raw = lines[node.lineno - 1].encode()[node.col_offset :][:2].lower() in (b'r"', b"r'")
            if id(node) not in left_out and not raw and _is_text(node.value):
                yield node.lineno, node.value


def _unread(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the parts of a module in which no literal is read by a user."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.arg(annotation=ast.AST() as annotation)
                | ast.AnnAssign(annotation=annotation)
                | ast.FunctionDef(returns=ast.AST() as annotation)
            ):
                yield annotation
            case (
                ast.Expr(value=ast.Constant())  # a docstring
                | ast.keyword(arg="classes")
                | ast.Assign(targets=[ast.Name(id="SYNONYMS" | "FIRST")])
            ):
                yield node
            case ast.Call(func=func) if ast.unparse(func).endswith(_UNREAD_CALLS):
                yield from node.args
            case ast.JoinedStr(values=[ast.Constant(value=str(first)), *_]):
                if _NO_TEXT.fullmatch(first):
                    yield node


def _is_text(text: str) -> bool:
    if _NO_TEXT.fullmatch(text):
        return False
    words = _WORD.findall(text)
    return bool(words) and (bool(re.search(r"\s", text.strip())) or words[0][0].isupper())


def sources() -> Iterator[tuple[str, str]]:
    """Yield what can be read in the program's own files, and where: literals, and the forms."""
    for path in sorted(SOURCE.rglob("*.py")):
        for line, text in literals(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(SOURCE)}:{line}", text
    for path in sorted(SOURCE.rglob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


if __name__ == "__main__":
    new = {word for _place, text in sources() for word in unknown(text)}
    print("\n".join(sorted(new)))  # noqa: T201 - this is what it is for
