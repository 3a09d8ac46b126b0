"""Start the program: `python -m reisverslag_tui`, and the console script `reisverslag`."""

import gc
import sys


def main() -> int:
    """Run the command that was typed, and return its exit code.

    Garbage is not looked for until the full screen is there and turns that on: other commands have
    ended by the time there is any, and with thousands of reports it would be a third of their time.
    """
    gc.disable()
    from reisverslag_tui import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
