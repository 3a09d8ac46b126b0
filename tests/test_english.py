"""All that the user reads is Dutch; what Textual, argparse and the system say is found at once."""

import argparse
import ast
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual

from tests.english import english_in, literals, sources

ROOT = Path(__file__).parent.parent


def test_nothing_that_the_program_may_show_is_english() -> None:
    found = [(place, words, text) for place, text in sources() if (words := english_in(text))]
    assert not found


@pytest.mark.parametrize("name", ["docs/handleiding.md", "tests/data/dienstreis-barcelona.txt"])
def test_dutch_is_not_taken_for_english(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").replace(".md", "").splitlines()
    assert not english_in("\n".join(line for line in lines if not line.startswith("    ")))


def _of_others() -> Iterator[str]:
    """Yield what argparse and the system say, and what Textual calls what its keys do."""
    yield from map(os.strerror, errno.errorcode)
    yield from _literals_in_calls(Path(argparse.__file__), "_")
    for path in Path(textual.__file__).parent.rglob("*.py"):
        yield from _literals_in_calls(path, "Binding")


def _literals_in_calls(path: Path, name: str) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    if f"{name}(" not in source:
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            argument = node.args[-1] if node.args else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def test_most_of_what_others_say_is_found() -> None:
    sentences = {text for text in _of_others() if " " in text}
    assert len(sentences) > 150
    missed = {text for text in sentences if not english_in(text)}
    assert len(missed) < len(sentences) / 3, missed


ENGLISH = [
    "Search for commands…",
    "No matches found",
    "Select",
    "Undo",
    "File not found",
    "Invalid value",
    "Focus Next",
    "the following arguments are required: VERSLAG",
    "No space left on device",
    "Press ctrl+q to quit the app",
    "Do you want\n        to save?",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_sentence_is_found_wherever_it_stands(text: str) -> None:
    assert english_in(text)
    for module in (
        f"say({text!r})",
        f"x = f'{{name}}: {' '.join(text.split())}.'",
        f"K(a, {text!r})",
    ):
        assert any(english_in(shown) for _line, shown in literals(module)), module


NOT_SHOWN = [
    '"""Return the words."""',
    "match(r'(?P<not>No such file)')",
    "Command('a', synonyms='quit exit')",
    "Static(classes='text not-found')",
    "name = 'found'",
]


@pytest.mark.parametrize("module", NOT_SHOWN)
def test_what_no_user_reads_is_left_out(module: str) -> None:
    assert list(literals(module)) == []
