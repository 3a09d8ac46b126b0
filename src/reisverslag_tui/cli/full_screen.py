"""Running the full screen from the command line."""

from argparse import Namespace
from typing import Literal

from reisverslag_tui.cli import crash  # noqa: F401 - loaded while the program's files are there
from reisverslag_tui.cli.console import (
    require_terminal,
    stdout_on_screen,
    write_message,
    write_message_on_screen,
    write_output,
)
from reisverslag_tui.cli.user_settings import user_settings
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui import run


def show(
    args: Namespace,
    store: DraftStore,
    first: Draft | Literal["keyboard-test"] | None = None,
) -> int:
    """Show the full screen, beginning with `first` as in `ui.run`, and return its exit code.

    With `--print` the report that was open last is written to stdout afterwards. Raises NoTerminal
    where no screen can be drawn.
    """
    require_terminal(stdout_elsewhere=args.print_after)
    store.prepare()
    habits, settings = locations.habits_file(), user_settings()
    with stdout_on_screen():
        ended = run(store, first, local_now, habits, settings, write_message_on_screen)
    if args.print_after and not ended.code:
        write_output(ended.report or "")
        if ended.report is None:
            write_message("Er was geen verslag open, dus er is niets afgedrukt.")
    return ended.code
