"""Nothing of who runs the tests gets into them."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.environment import environment

_THEIRS = {
    "TZ": "America/St_Johns",
    "LC_ALL": "nl_NL.UTF-8",
    "LANGUAGE": "de",
    "TERM": "dumb",
    "COLUMNS": "40",
    "LINES": "9",
    "NO_COLOR": "1",
    "TEXTUAL_FPS": "1",
    "EDITOR": "vi",
    "XDG_CONFIG_HOME": "/etc",
    "REISVERSLAG_DATA": "/etc",
    "TMUX": "x",
    "PRINTER": "hp",
}
_LOOK = "import json, os, time, tests; print(json.dumps([dict(os.environ), time.timezone]))"


def test_the_environment_of_the_tests_is_the_same_for_everybody() -> None:
    def seen(**more: str) -> object:
        found = subprocess.run(
            [sys.executable, "-c", _LOOK],
            env={"PATH": os.environ["PATH"], **more},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            check=True,
        )
        return json.loads(found.stdout)

    assert seen(**_THEIRS) == seen()


def test_what_is_started_has_the_same_environment() -> None:
    given = environment(COLUMNS="40")
    assert given["TZ"] == os.environ["TZ"]
    assert given["COLUMNS"] == "40"
    assert not {"PYTEST_CURRENT_TEST", "LC_ALL", "NO_COLOR"} & set(given)


@pytest.mark.time
def test_what_is_started_has_the_same_clock_and_zone() -> None:
    program = "import time; print(time.time(), time.timezone)"
    started = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, check=True
    )
    now, zone = map(float, started.stdout.split())
    assert abs(now - time.time()) < 60
    assert zone == time.timezone
