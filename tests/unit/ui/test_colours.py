"""How many colours a terminal is sent."""

import pytest

from reisverslag_tui.ui.colours import Colours, colours_for

ALL = {"COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color", **ALL}, Colours.ALL),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, Colours.ALL),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "tmux-256color"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "alacritty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.NONE),
        ({"TERM": "xterm", "COLORTERM": "yes"}, Colours.NONE),
        ({"TERM": "linux"}, Colours.NONE),
        ({"TERM": "vt100"}, Colours.NONE),
        ({"TERM": "ansi"}, Colours.NONE),
        ({}, Colours.NONE),
        ({"TERM": "screen"}, Colours.NONE),
        # GNU screen 4 takes 38;2;R;G;B for five codes, of which 5 blinks.
        ({"TERM": "screen", **ALL}, Colours.NONE),
        ({"TERM": "screen", "STY": "1.pts", "TMUX": "around it", **ALL}, Colours.NONE),
        ({"TERM": "screen.xterm-256color", **ALL}, Colours.MANY),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux", **ALL}, Colours.ALL),  # noqa: S108 - a value
        ({"TERM": "tmux-256color", **ALL}, Colours.ALL),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", **ALL}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "", **ALL}, Colours.ALL),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, Colours.MANY),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"}, Colours.NONE),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "mauve"}, Colours.MANY),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "256", "NO_COLOR": "1"}, Colours.NONE),
    ],
    ids=str,
)
def test_the_environment_says_how_many(environment: dict[str, str], expected: Colours) -> None:
    assert colours_for(environment) is expected
