"""Start the program: `python -m reisverslag_tui`, and the console script `reisverslag`."""

import sys

from reisverslag_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
