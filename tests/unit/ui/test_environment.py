import os

import pytest

from reisverslag_tui.storage.settings import Settings
from reisverslag_tui.ui.colours import Colours
from reisverslag_tui.ui.textual_fixes.environment import environment_for_textual, seen_by_textual

KITTY = "TEXTUAL_DISABLE_KITTY_KEY"


def test_textual_sees_of_its_own_variables_only_what_is_believed() -> None:
    others = {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "HOME": "/home/a"}
    odd = {
        **{f"TEXTUAL{name}": "x" for name in ("", "_PRESS", "_LOG", "_DRIVER", "_FPS", "_NEW")},
        "COLUMNS": "80",
        "LINES": "²",
        "ESCDELAY": "1",
        "NO_COLOR": "",
    }
    assert seen_by_textual(others | odd, Settings()) == others | {
        "TEXTUAL_COLOR_SYSTEM": Colours.MANY,
        "TEXTUAL_FPS": "120",
        KITTY: "1",
    }


@pytest.mark.parametrize(
    ("variable", "setting", "expected"),
    [("0", False, "0"), ("1", True, "1"), ("", True, "0"), ("ja", False, "1"), (None, True, "0")],
)
def test_the_kitty_protocol_is_as_the_variable_says_or_else_the_setting(
    variable: str | None, setting: bool, expected: str
) -> None:
    environment = {} if variable is None else {KITTY: variable}
    assert seen_by_textual(environment, Settings(kitty=setting))[KITTY] == expected


@pytest.mark.parametrize(("value", "seen"), [("", None), ("1", "1"), (None, None)])
def test_no_colour_is_seen_if_it_says_something(value: str | None, seen: str | None) -> None:
    environment = {} if value is None else {"NO_COLOR": value}
    assert seen_by_textual(environment, Settings()).get("NO_COLOR") == seen


def test_afterwards_the_environment_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TEXTUAL_PRESS", "q")
    before = dict(os.environ)
    with environment_for_textual(Settings()) as colours:
        assert "COLUMNS" not in os.environ
        assert os.environ["TEXTUAL_COLOR_SYSTEM"] == colours
    assert dict(os.environ) == before
