"""The manual, taken apart, so that what it tells can be held against the program."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

_TEXT = (Path(__file__).parent.parent / "docs" / "handleiding.md").read_text(encoding="utf-8")
PROSE, _, _TABLES = _TEXT.partition("\n## Toetsen\n")


def commands() -> list[list[str]]:
    """Return what is to be typed after `reisverslag`, line by line; a redirection is left out."""
    lines = re.findall(r"^    (?:[A-Z_]+=\S+ )?reisverslag\b(.*)$", PROSE, re.MULTILINE)
    return [shlex.split(re.split(" [#>]", line)[0]) for line in lines]


def settings() -> str:
    """Return the example of a file of settings."""
    found = re.search(r"```toml\n(.*?)```", PROSE, re.DOTALL)
    assert found
    return found[1]


def bold() -> set[str]:
    """Return what is bold in the sentences, which is what keys are."""
    return set(re.findall(r"\*\*(.+?)\*\*", PROSE))


def tables() -> Mapping[str, Mapping[str, str]]:
    """Return the tables of keys: what each key does, by the name of the screen."""
    _, *parts = _TABLES.split("\n### ")
    rows = re.compile(r"^\| (\S.*?) +\| (\S.*?) +\|$", re.MULTILINE)
    return {part.splitlines()[0]: dict(rows.findall(part)[1:]) for part in parts}
