"""The program, with a directory of its own."""

from tests.cli.conftest import program

__all__ = ["program"]
