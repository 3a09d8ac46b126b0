"""`vul`: one answer of a report, from the command line or stdin."""

from argparse import Namespace

from reisverslag_tui.cli.arguments import add_report
from reisverslag_tui.cli.console import require_utf8, write_message
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.stdin import read_stdin, stdin_is_terminal
from reisverslag_tui.cli.user_store import saving, user_store
from reisverslag_tui.core.dates import local_now
from reisverslag_tui.core.form import load_form
from reisverslag_tui.errors import UsageError
from reisverslag_tui.storage.lookup import find, find_question


def add_arguments(parser: Parser) -> None:
    """Add the report, the question and the answer."""
    add_report(parser)
    parser.about_dashes = "Begint het antwoord met een streepje, zet er dan -- voor. "
    parser.arguments.add_argument("vraag", metavar="VRAAG", help="nummer of naam: 3, of doel")
    parser.arguments.add_argument(
        "tekst", metavar="TEKST", nargs="?", help="het antwoord; zonder TEKST van stdin"
    )


def run(args: Namespace) -> ExitCode:
    """Replace an answer; stdin is read before the report, which may change meanwhile."""
    text = _answer_on_stdin() if args.tekst is None else require_utf8(args.tekst)
    found = find(args.verslag, user_store())
    question = find_question(args.vraag, load_form(found.draft.form))
    with saving():
        found.store.change(
            found.draft.id, lambda draft: draft.answer(question.id, text, local_now())
        )
    done = "ingevuld" if text else "leeggemaakt"
    write_message(f"Vraag '{question.label}' is {done} in: {found.draft.name}")
    return ExitCode.SUCCESS


def _answer_on_stdin() -> str:
    """Return the answer on stdin; UsageError if there is none."""
    if stdin_is_terminal():
        raise UsageError(
            "Zet het antwoord achter de vraag, of stuur het via stdin: "
            "cat antwoord.txt | reisverslag vul VERSLAG VRAAG"
        )
    if not (text := read_stdin().removesuffix("\n")):
        raise UsageError("Er kwam geen tekst binnen. Leegmaken kan met een lege TEKST: ''")
    return text
