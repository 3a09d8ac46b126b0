"""The environment of the tests and of what they start: the same on every computer."""

import os
import re
import time

_MACHINE = re.compile(
    "PATH|PYTHONPATH|TMPDIR|CI|(PYTEST|PY_|COV|HYPOTHESIS|TEXTUAL_SNAPSHOT|LD_|DYLD_).*"
)
"""What a computer needs to run the tests; all else that a developer has set is left out."""

_FIXED = {
    "HOME": "/nonexistent",  # each test has its own
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",  # Amsterdam, also where there are no files of zones
}
_PASSED_ON = ("PATH", "PYTHONPATH", "TESTS_SHIFT", "TMPDIR", "REISVERSLAG_DATA", *_FIXED)


def fix_environment() -> None:
    """Make the environment of this process that of the tests."""
    for name in list(os.environ):
        if not _MACHINE.fullmatch(name):
            del os.environ[name]
    os.environ.update(_FIXED)
    os.environ["TEXTUAL_FPS"] = "30"  # half of the usual; programs that are started keep that
    time.tzset()


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a program that a test starts."""
    return {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | more
