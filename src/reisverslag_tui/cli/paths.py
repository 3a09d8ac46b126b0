"""What `paden` does: it tells where everything lies."""

from argparse import Namespace

from reisverslag_tui import locations
from reisverslag_tui.cli.console import write_out
from reisverslag_tui.cli.exit_code import ExitCode


def paden(_args: Namespace) -> ExitCode:
    """Tell where everything lies."""
    write_out(
        f"gegevens      {locations.data_directory()}\n"
        f"concepten     {locations.drafts_directory()}\n"
        f"prullenbak    {locations.bin_directory()}\n"
        f"versies       {locations.versions_directory()}\n"
        f"instellingen  {locations.config_file()}\n"
    )
    return ExitCode.GOOD
