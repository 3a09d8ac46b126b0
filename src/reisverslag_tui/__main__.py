"""Start the program: `python -m reisverslag_tui`, and the console script `reisverslag`."""

import gc
import sys


def main() -> int:
    """Run what was asked for in the shell, and return its exit code.

    Nothing that is made at the start is garbage: who runs on looks for it again when it is there.
    """
    gc.disable()
    from reisverslag_tui.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
