"""Start the program: `python -m reisverslag_tui`, and the console script `reisverslag`."""

import gc
import sys


def main() -> int:
    """Run the command that was typed, and return its exit code.

    Garbage is not looked for, not even at the end, unless the full screen turns that on once it is
    there: other commands end before there is any, and looking would take a tenth of their time.
    """
    gc.disable()
    from reisverslag_tui import cli

    try:
        return cli.main()
    finally:
        if not gc.isenabled():
            gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
