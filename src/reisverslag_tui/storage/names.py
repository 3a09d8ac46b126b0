"""Names of the files that the program keeps beside a draft, derived from the draft's own name."""

import os

_LONGEST = 60  # characters


def short_name(name: str) -> str:
    """Return `name` itself, or a start of it with a digest if it is 60 characters or longer.

    Used inside the names of lock files and temporary files, which must stay within the limits of
    the file system and belong to one draft only.
    """
    if len(name) < _LONGEST:
        return name
    return f"{name[: _LONGEST - 17]}~{digest(name)}"


def digest(name: str) -> str:
    """Return 16 hexadecimal digits that differ for different names; the same in every run."""
    from hashlib import sha256  # 4 ms, of the 50 that `lijst` takes; few names need it

    return sha256(os.fsencode(name)).hexdigest()[:16]
