"""What `paden` does: it tells where everything lies."""

from argparse import Namespace

from reisverslag_tui.cli.console import one_line, write_out
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.storage import locations


def paden(_args: Namespace) -> ExitCode:
    """Tell where everything lies."""
    places = {
        "gegevens": locations.data_directory(),
        "concepten": locations.drafts_directory(),
        "prullenbak": locations.bin_directory(),
        "versies": locations.versions_directory(),
        "instellingen": locations.config_file(),
    }
    write_out("".join(f"{what:<12}  {one_line(str(path))}\n" for what, path in places.items()))
    return ExitCode.GOOD
