"""The command line: a thin layer over the core, and the one writer of stdout and stderr."""

from reisverslag_tui.cli.main import main

__all__ = ["main"]
