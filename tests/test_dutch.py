"""All that the user reads is Dutch, and every word of it has been looked at."""

import argparse
import ast
import errno
import functools
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual

from tests import dutch

_COMMON_ENGLISH = """
    the and for from with without this that these those you your it its be been are not but which
    when where what who how any can cannot will would should could may must have has had do does
    to on at by as if then than so yes no none all more less most other others into out up down
    about after before between below above here there now new old first last next previous file
    files folder directory save saved load loading delete deleted remove removed edit copy cut paste
    undo redo select selected search find found match matches cancel close exit quit back help
    error errors warning invalid failed failure missing unknown wrong value name path key keys press
    pressed button show hide view choose command commands word words line lines text page screen
    user default please try again done finished ready empty full less open print
"""
_DUTCH_TOO = set("in is menu of open print start was word end home had tab protocol".split())  # noqa: SIM905 - easier read
"""Words that are both Dutch and English, or are on the keys of a keyboard."""


@functools.cache
def english() -> set[str]:
    """Return the words of what Textual, argparse and the system say, and others like them."""
    said = [_COMMON_ENGLISH, *map(os.strerror, errno.errorcode)]
    said += _gettext(Path(argparse.__file__))
    for path in sorted(Path(textual.__file__).parent.rglob("*.py")):
        said += _descriptions(path)
    return {word.casefold() for text in said for word in re.findall(r"[^\W\d_]+", text)}


def _gettext(path: Path) -> Iterator[str]:
    for node in _calls(path, "_"):
        yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def _descriptions(path: Path) -> Iterator[str]:
    for node in _calls(path, "Binding"):
        yield from (str(arg.value) for arg in node.args[2:3] if isinstance(arg, ast.Constant))


def _calls(path: Path, name: str) -> Iterator[ast.Call]:
    source = path.read_text(encoding="utf-8")
    if f"{name}(" in source:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield node


def test_every_word_in_the_program_has_been_looked_at() -> None:
    found = {word: place for place, text in dutch.sources() for word in dutch.unknown(text)}
    assert not found, "if they are Dutch, add these words to tests/data/words.txt"


def test_no_word_that_may_be_read_is_english() -> None:
    assert len(english()) > 300
    assert dutch.vocabulary() & english() == _DUTCH_TOO & dutch.vocabulary()


def test_the_words_are_in_order_and_lower_case() -> None:
    words = dutch.WORDS.read_text(encoding="utf-8").split()
    assert words == sorted({word.casefold() for word in words})


ENGLISH_SENTENCES = [
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
]


@pytest.mark.parametrize("sentence", ENGLISH_SENTENCES)
def test_what_is_english_is_caught_wherever_it_stands(sentence: str) -> None:
    assert set(dutch.unknown(sentence)) & english()
    for module in (f"say({sentence!r})", f"x = f'{{name}}: {sentence}.'", f"K(a, {sentence!r})"):
        assert any(dutch.unknown(text) for _line, text in dutch.literals(module)), module


NOT_READ = [
    '"""Return the words."""',
    "def f(x: 'Not | None') -> 'No Match': ...",
    "match(r'No such file')",
    "run(f'app.show({name!r}, True)')",
    "Static(classes='quiet not-found' if found else 'text quiet')",
    "SYNONYMS = {'a': 'quit exit'}",
    "Content.assemble(('x', 'bold $accent'))",
    "environ['NO_COLOR']",
    "self.query('Button')",
    "name = 'found'",
]


@pytest.mark.parametrize("module", NOT_READ)
def test_what_no_user_reads_is_left_out(module: str) -> None:
    assert list(dutch.literals(module)) == []


def test_words_that_are_quoted_or_cut_off_are_left_out() -> None:
    assert dutch.unknown("Dit begrijp ik niet: Prnt", ["prnt"]) == []
    assert dutch.unknown("xxxxxxx Een vraag en een antwo…") == []
    assert dutch.unknown("Typ:  stty\n  -ixon") == []
    assert dutch.unknown("Een stty") == ["stty"]
