"""`nieuw`: a new report on the screen, at question 1."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_print_after
from reisverslag_tui.cli.console import require_terminal, require_utf8
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.full_screen import show
from reisverslag_tui.cli.user_store import saving, user_store
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.new_drafts import new_draft


def add_arguments(parser: Parser) -> None:
    """Add the title and `--print`."""
    parser.options.add_argument("--titel", metavar="T", default="", help="de titel, voor jezelf")
    add_print_after(parser)


def run(args: Namespace) -> int:
    """Show a new report; without a title it is saved once something is typed."""
    require_terminal(stdout_elsewhere=args.print_after)
    store = user_store()
    draft = new_draft(require_utf8(args.titel), local_now())
    if args.titel:
        with saving():
            store.save(draft)
    return show(args, store, draft)
