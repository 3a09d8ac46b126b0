"""`paden`: where everything lies on disk."""

from argparse import Namespace

from reisverslag_tui.cli.console import one_line, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.storage import locations


def add_arguments(_parser: Parser) -> None:
    """Add nothing: it takes no arguments."""


def run(_args: Namespace) -> ExitCode:
    """Write a line for each directory and for the file of settings."""
    places = {
        "gegevens": locations.data_directory(),
        "concepten": locations.drafts_directory(),
        "prullenbak": locations.bin_directory(),
        "versies": locations.versions_directory(),
        "instellingen": locations.config_file(),
    }
    write_output("".join(f"{what:<12}  {one_line(str(path))}\n" for what, path in places.items()))
    return ExitCode.SUCCESS
