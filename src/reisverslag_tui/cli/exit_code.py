"""The exit codes of the program."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit code of every command; 128 + n is the end by signal n."""

    SUCCESS = 0
    FAILURE = 1
    USAGE = 2
    BUG = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    BROKEN_PIPE = 141
