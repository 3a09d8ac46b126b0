"""What the program tells the shell."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command; 128 + n stands for an end by signal n."""

    GOOD = 0
    FAILED = 1
    USAGE = 2
    BUG = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    BROKEN_PIPE = 141
