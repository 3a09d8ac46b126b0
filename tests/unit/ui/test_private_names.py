"""No name of ours hides a private one of Textual's, unless that is meant."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache

from textual.app import App
from typing_extensions import override

from reisverslag_tui import ui

MEANT = {("TerminalDriver", "_file")}
"""Attributes of Textual's that we set on purpose, by class and name."""


@cache
def _names(cls: type) -> frozenset[str]:
    """The private names that a class itself defines: in its body, and on `self`."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    names = {name for node in ast.iter_child_nodes(body) for name in _defined(node, in_body=True)}
    return frozenset(name for name in names if name.startswith("_") and not name.startswith("__"))


def _defined(node: ast.AST, *, in_body: bool) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name):
            yield name
            return  # what is inside is not of this class
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if in_body:
            yield name
        case ast.Name(id=name, ctx=ast.Store()) if in_body:
            yield name
        case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
            yield name
    in_body = in_body and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from _defined(child, in_body=in_body)


def _is_textuals(cls: type) -> bool:
    return cls.__module__.startswith("textual.")


def _subclasses() -> Iterator[type]:
    """Every class of ours that is also one of Textual's."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        for cls in vars(importlib.import_module(module.name)).values():
            is_own = isinstance(cls, type) and cls.__module__ == module.name
            if is_own and any(map(_is_textuals, cls.__mro__)):
                yield cls


def _hidden(cls: type) -> set[str]:
    """The private names of Textual's that a class of ours hides without declaring it."""
    theirs = {name for base in cls.__mro__ if _is_textuals(base) for name in _names(base)}
    return {
        name
        for name in _names(cls) & theirs
        if not getattr(vars(cls).get(name), "__override__", False)
        and (cls.__name__, name) not in MEANT
    }


def test_no_name_of_ours_hides_a_private_one_of_textuals() -> None:
    hidden = {cls.__qualname__: _hidden(cls) for cls in _subclasses()}
    assert hidden
    assert {name: found for name, found in hidden.items() if found} == {}


class Collides(App[None]):
    """Hides an attribute and a method of Textual's; what it overrides does not count."""

    def __init__(self) -> None:
        super().__init__()
        self._driver = None

    async def _shutdown(self) -> None:
        """End."""

    @override
    def _fatal_error(self) -> None:
        """End."""


def test_a_collision_is_found() -> None:
    assert _hidden(Collides) == {"_driver", "_shutdown"}
