"""`importeer`: drafts of reports in plain text."""

from argparse import Namespace
from pathlib import Path

from reisverslag_tui.cli.console import require_utf8, write_message, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.stdin import read_stdin
from reisverslag_tui.cli.user_store import saving, user_store
from reisverslag_tui.core.dates import day, local_now
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.errors import ReisverslagError, UsageError
from reisverslag_tui.report.importing import import_report, read_report
from reisverslag_tui.storage.locations import user_path
from reisverslag_tui.storage.store import DraftStore


def add_arguments(parser: Parser) -> None:
    """Add the files and the title."""
    parser.arguments.add_argument(
        "bestanden", metavar="BESTAND", nargs="+", help="een tekstbestand, of - voor stdin"
    )
    parser.options.add_argument("--titel", metavar="T", help="de titel; anders de bestandsnaam")


def run(args: Namespace) -> ExitCode:
    """Make a draft of each file and write its id; a file that can't be read stops no other."""
    if args.titel is not None and len(args.bestanden) > 1:
        raise UsageError("--titel kan alleen bij één bestand.")
    title = None if args.titel is None else require_utf8(args.titel)
    store = user_store()
    code = ExitCode.SUCCESS
    for name in args.bestanden:
        try:
            _import(name, title, store)
        except ReisverslagError as error:
            write_message(str(error))
            code = ExitCode.FAILURE
    return code


def _import(name: str, title: str | None, store: DraftStore) -> None:
    text = read_stdin() if name == "-" else read_report(user_path(name))
    source = "wat binnenkwam" if name == "-" else name
    imported = import_report(text, load_form(), source)
    moment = local_now()
    if title is None:
        title = f"Ingelezen op {day(moment)}" if name == "-" else Path(name).stem
    draft = new_draft(title, moment)
    for question_id, answer in imported.answers.items():
        draft = draft.answer(question_id, answer, moment)
    with saving():
        store.save(draft)
    if imported.preamble:
        write_message(
            f"In {source} stond tekst boven de eerste vraag. Die staat nu bij het eerste antwoord."
        )
    write_message(f"'{draft.name}': {draft.progress(load_form())}.")
    write_output(f"{draft.id}\n")
