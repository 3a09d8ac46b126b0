"""Calls of the system that fail, or in which the process ends, as Python makes them."""

import builtins
import errno
import fcntl
import io
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import Any

Call = Callable[[], Any]
Opener = Callable[[str, int], int]

_CALLS = {
    builtins: ("open",),
    os: (
        *("access", "chmod", "close", "fstat", "fsync", "link", "listdir", "lstat", "mkdir"),
        *("open", "readlink", "rename", "replace", "rmdir", "scandir", "stat", "unlink", "utime"),
        "write",
    ),
    fcntl: ("flock",),
}
_THAT_NAME = ("link", "mkdir", "open", "rename", "replace", "unlink")
_THAT_CHANGE = (*_THAT_NAME, "chmod", "close", "flock", "fsync", "utime", "write")
_open, _write = open, os.write  # as they were before any fault


@dataclass(frozen=True)
class Fault:
    """What becomes of a call: of any, or `only` of these, and, if `lasting`, of all after it too.

    `act` is given the name, the call itself to make or not, and what it is called with.
    """

    act: Callable[[str, Call, tuple[Any, ...]], Any]
    only: Sequence[str] = ()
    lasting: bool = False


def _kill(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _stop(_name: str, call: Call, _arguments: tuple[Any, ...]) -> Any:
    os.kill(os.getpid(), signal.SIGSTOP)
    return call()


def _fail(number: int, name: str, call: Call, _arguments: tuple[Any, ...]) -> None:
    if name == "close":  # whatever it says, the descriptor is free
        call()
    raise OSError(number, os.strerror(number))


def _fail_afterwards(_name: str, call: Call, _arguments: tuple[Any, ...]) -> None:
    call()
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _write_half(_name: str, _call: Call, arguments: tuple[Any, ...]) -> int:
    descriptor, data = arguments
    return _write(descriptor, data[: (len(data) + 1) // 2])


def _write_half_and_kill(name: str, call: Call, arguments: tuple[Any, ...]) -> None:
    _write_half(name, call, arguments)
    _kill()


INTERRUPTIONS = {
    "killed": Fault(_kill, only=_THAT_CHANGE),  # before another it would leave the same
    "killed in a write": Fault(_write_half_and_kill, only=["write"]),
    "EIO": Fault(partial(_fail, errno.EIO)),
    "EIO from then on": Fault(partial(_fail, errno.EIO), lasting=True),
    "EIO for what was done": Fault(_fail_afterwards, only=_THAT_NAME),
    "ENOSPC": Fault(partial(_fail, errno.ENOSPC), only=_THAT_CHANGE),
    "a short write": Fault(_write_half, only=["write"]),
}
"""What ends a save, or makes it fail."""

LIKE_EIO = ("ENOSPC", "EIO from then on")
"""Those that take the same ways through a save as another."""

HELD_UP = "stopped while another takes over"
LEFT_AGAIN = "stopped while another takes over and is done"
FAULTS = {**INTERRUPTIONS, HELD_UP: Fault(_stop), LEFT_AGAIN: Fault(_stop)}
"""What a sweep does to each call in its turn."""


class Faulty:
    """Lets a call of this process go wrong: that with number `at`, counted from 1.

    Only calls on files in `directory`, or on what is open, count. `tell` is told of it beforehand.
    """

    def __init__(self, fault: Fault, at: int, directory: Path, tell: Callable[[str], None]) -> None:
        self.struck = False
        self._fault = fault
        self._at = at
        self._directory = str(directory)
        self._tell = tell
        self._count = 0
        self._well = False

    def install(self) -> None:
        """Put this in the way of every call, for the rest of this process."""
        for module, names in _CALLS.items():
            for name in names:
                setattr(module, name, self._in_the_way(name, getattr(module, name)))

    def heal(self) -> None:
        """Let every call go well from now on."""
        self._well = True

    def call(self, name: str, call: Call, arguments: tuple[Any, ...]) -> Any:
        """Make a call, or do what is to be done in its place."""
        if self._well or not self._counts(name, arguments):
            return call()
        self._count += 1
        if self._count < self._at or (self._count > self._at and not self._fault.lasting):
            return call()
        if not self.struck:
            self.struck = True
            self._tell(" ".join([name, *map(str, arguments[:2])]))
        return self._fault.act(name, call, arguments)

    def _counts(self, name: str, arguments: tuple[Any, ...]) -> bool:
        inside = not isinstance(arguments[0], str | Path) or str(arguments[0]).startswith(
            self._directory
        )
        return inside and (not self._fault.only or name in self._fault.only)

    def _in_the_way(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        if function is _open:
            return partial(_File.opened, self)

        @wraps(function)
        def called(*arguments: Any, **options: Any) -> Any:
            return self.call(name, partial(function, *arguments, **options), arguments)

        return called


class _File(io.FileIO):
    """A file whose reading and closing go wrong too."""

    faulty: Faulty

    @classmethod
    def opened(cls, faulty: Faulty, path: Path, mode: str, opener: Opener) -> io.BufferedReader:
        file = cls(path, mode, opener=opener)
        file.faulty = faulty
        return io.BufferedReader(file)

    def readinto(self, buffer: Any) -> int | None:
        read: int | None = self.faulty.call(
            "read", partial(super().readinto, buffer), (self.fileno(),)
        )
        return read

    def close(self) -> None:
        if not self.closed:
            self.faulty.call("close", super().close, (self.fileno(),))
