"""Start the program: `python -m reisverslag_tui`, and the console script `reisverslag`."""

import gc
import sys

gc.disable()  # a command ends before there is garbage; looking takes a tenth of its time

from reisverslag_tui.cli.main import main as run_command  # noqa: E402 - as above


def main() -> int:
    """Run the command line, and return the exit code."""
    try:
        return run_command()
    finally:
        gc.freeze()  # nor is there any to look for at the end


if __name__ == "__main__":
    sys.exit(main())
