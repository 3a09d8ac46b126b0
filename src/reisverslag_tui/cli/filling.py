"""What `vul` and `importeer` do: text from elsewhere into a draft."""

from argparse import Namespace
from pathlib import Path

from reisverslag_tui.cli.console import read_in, say, stdin_is_terminal, typed, write_out
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.own import own_store, saving
from reisverslag_tui.core.dates import day, local_now
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.new_drafts import new_draft
from reisverslag_tui.core.text import clean
from reisverslag_tui.errors import ReisverslagError, UsageError
from reisverslag_tui.report.importing import MAXIMUM_SIZE, decode, import_report, read_report
from reisverslag_tui.storage.locations import user_path
from reisverslag_tui.storage.lookup import find, find_question
from reisverslag_tui.storage.store import DraftStore


def vul(args: Namespace) -> ExitCode:
    """Set one answer of a draft; stdin is read before the draft, which may change meanwhile."""
    text = typed(args.tekst) if args.tekst is not None else _piped()
    found = find(args.verslag, own_store())
    question = find_question(args.vraag, load_form(found.draft.form))
    with saving():
        found.store.change(
            found.draft.id, lambda draft: draft.answer(question.id, text, local_now())
        )
    done = "ingevuld" if text else "leeggemaakt"
    say(f"Vraag '{question.label}' is {done} in: {found.draft.name}")
    return ExitCode.GOOD


def _piped() -> str:
    """Return the answer on stdin; UsageError if none comes."""
    if stdin_is_terminal():
        raise UsageError(
            "Zet het antwoord achter de vraag, of stuur het via stdin: "
            "cat antwoord.txt | reisverslag vul VERSLAG VRAAG"
        )
    if not (text := _from_stdin().removesuffix("\n")):
        raise UsageError("Er kwam geen tekst binnen. Leegmaken kan met een lege TEKST: ''")
    return text


def _from_stdin() -> str:
    return clean(decode(read_in(MAXIMUM_SIZE + 1), "Wat binnenkwam"))


def importeer(args: Namespace) -> ExitCode:
    """Make a draft of each plain-text report, and print its id; one that fails stops no other."""
    if args.titel is not None and len(args.bestanden) > 1:
        raise UsageError("--titel kan alleen bij één bestand.")
    title = None if args.titel is None else typed(args.titel)
    store = own_store()
    outcome = ExitCode.GOOD
    for name in args.bestanden:
        try:
            _import_one(name, title, store)
        except ReisverslagError as error:
            say(str(error))
            outcome = ExitCode.FAILED
    return outcome


def _import_one(name: str, title: str | None, store: DraftStore) -> None:
    text = _from_stdin() if name == "-" else read_report(user_path(name))
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
        say(f"In {source} stond tekst boven de eerste vraag. Die staat nu bij het eerste antwoord.")
    say(f"'{draft.name}': {draft.progress(load_form())}.")
    write_out(f"{draft.id}\n")
