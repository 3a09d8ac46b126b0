"""The commands that show the full-screen program."""

from argparse import Namespace
from typing import Literal

from reisverslag_tui.cli.console import (
    require_terminal,
    say,
    say_on_screen,
    stdout_on_screen,
    typed,
    write_out,
)
from reisverslag_tui.cli.own import own_settings, own_store, saving
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.lookup import LATEST, find
from reisverslag_tui.storage.store import DraftStore


def start(args: Namespace) -> int:
    """Show all drafts on the screen."""
    return _full_screen(args, own_store(), None)


def nieuw(args: Namespace) -> int:
    """Show question 1 of a new draft; it is stored once there is something to store."""
    require_terminal(stdout_elsewhere=args.print_after)
    store = own_store()
    draft = new_draft(typed(args.titel), local_now())
    if args.titel:
        with saving():
            store.save(draft)
    return _full_screen(args, store, draft)


def open_(args: Namespace) -> int:
    """Show a draft, the last changed if none is named, where it was left."""
    found = find(LATEST if args.verslag is None else args.verslag, own_store())
    return _full_screen(args, found.store, found.draft)


def toetsen(args: Namespace) -> int:
    """Show which keys arrive from this terminal, and end after that."""
    return _full_screen(args, own_store(), "keyboard-test")


def _full_screen(
    args: Namespace, store: DraftStore, first: Draft | Literal["keyboard-test"] | None
) -> int:
    """Show the screen, and begin with `first` as `ui.run` does.

    With `--print` the report that was open last goes to stdout afterwards.
    """
    require_terminal(stdout_elsewhere=args.print_after)
    store.prepare()
    from reisverslag_tui.cli import crash  # noqa: F401 - loads it while its file is there
    from reisverslag_tui.ui import run  # Textual, for those who need it

    habits, settings = locations.habits_file(), own_settings()
    with stdout_on_screen():
        ended = run(store, first, local_now, habits, settings, say_on_screen)
    if args.print_after and not ended.code:
        write_out(ended.report or "")
        if ended.report is None:
            say("Er was geen verslag open, dus er is niets afgedrukt.")
    return ended.code
