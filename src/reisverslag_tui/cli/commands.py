"""What each command does: takes the parsed arguments, gives an exit code."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from reisverslag_tui import locations
from reisverslag_tui.cli import listing
from reisverslag_tui.cli.bin_and_versions import herstel, versies, verwijder
from reisverslag_tui.cli.console import (
    read_in,
    require_terminal,
    say,
    stdin_is_terminal,
    stdout_put_by,
    write_out,
)
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.own import now, own_settings, own_store, own_width
from reisverslag_tui.cli.printing import print_
from reisverslag_tui.dates import day
from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import (
    ReisverslagError,
    StorageError,
    UsageError,
)
from reisverslag_tui.form import load_form
from reisverslag_tui.importing import MAXIMUM_SIZE, decode, import_report, read_report
from reisverslag_tui.locations import user_path
from reisverslag_tui.lookup import find, find_question
from reisverslag_tui.storage import DraftStore, new_draft
from reisverslag_tui.text import clean

Command = Callable[[Namespace], int]


def start(args: Namespace) -> int:
    """Show all drafts on the screen."""
    return _full_screen(args, own_store(), None)


def nieuw(args: Namespace) -> int:
    """Show question 1 of a new draft; it is stored once there is something to store."""
    require_terminal(stdout_elsewhere=args.print_after)
    store = own_store()
    draft = new_draft(_typed(args.titel), now())
    if args.titel:
        with _saving():
            store.save(draft)
    return _full_screen(args, store, draft)


def open_(args: Namespace) -> int:
    """Show a draft where it was left."""
    found = find(args.verslag, own_store())
    return _full_screen(args, found.store, found.draft)


def toetsen(args: Namespace) -> int:
    """Show which keys arrive from this terminal, and end after that."""
    return _full_screen(args, own_store(), "test_keys(True)")


def _full_screen(args: Namespace, store: DraftStore, first: Draft | str | None) -> int:
    """Show the screen, and begin with `first` as `ui.run` does.

    With `--print` the report that was open last goes to stdout afterwards.
    """
    require_terminal(stdout_elsewhere=args.print_after)
    store.prepare()
    from reisverslag_tui.ui import run  # Textual, for those who need it

    habits, settings = locations.habits_file(), own_settings()
    with stdout_put_by() if args.print_after else nullcontext():
        ended = run(store, first, now, habits, settings, say)
    if args.print_after and not ended.code:
        write_out(ended.report or "")
        if ended.report is None:
            say("Er was geen verslag open, dus er is niets afgedrukt.")
    return ended.code


def lijst(args: Namespace) -> ExitCode:
    """List the drafts, the last changed first, and what can't be read."""
    store = own_store()
    drafts, broken = store.binned() if args.prullenbak else store.drafts()
    directory = store.bin_directory if args.prullenbak else store.directory
    if args.json:
        write_out(listing.as_json(drafts, broken, directory))
        return ExitCode.GOOD
    write_out(listing.as_text(drafts, broken, now()))
    if not drafts and not broken:
        say("De prullenbak is leeg." if args.prullenbak else "Er zijn nog geen verslagen.")
    return ExitCode.GOOD


def toon(args: Namespace) -> ExitCode:
    """Show a report laid out with Rich, no wider than is pleasant to read."""
    from reisverslag_tui.rendering.preview import print_preview  # Rich, for those who need it

    draft = find(args.verslag, own_store()).draft
    write_out(print_preview(draft, load_form(draft.form), own_width()))
    return ExitCode.GOOD


def vul(args: Namespace) -> ExitCode:
    """Set one answer of a draft; stdin is read before the draft, which may change meanwhile."""
    text = _typed(args.tekst) if args.tekst is not None else _piped()
    found = find(args.verslag, own_store())
    question = find_question(args.vraag, load_form(found.draft.form))
    with _saving():
        found.store.change(found.draft.id, lambda draft: draft.answer(question.id, text, now()))
    done = "ingevuld" if text else "leeggemaakt"
    say(f"Vraag '{question.label}' is {done} in: {found.draft.name}")
    return ExitCode.GOOD


def _typed(text: str) -> str:
    """Return text from the command line; UsageError if it was not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("Wat je typte is geen UTF-8-tekst.") from error
    return text


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


@contextmanager
def _saving() -> Iterator[None]:
    """Say of what is refused inside that it was not saved."""
    try:
        yield
    except StorageError as error:
        raise StorageError(f"Het verslag is niet opgeslagen: {error}.") from error


def importeer(args: Namespace) -> ExitCode:
    """Make a draft of each plain-text report, and print its id; one that fails stops no other."""
    if args.titel is not None and len(args.bestanden) > 1:
        raise UsageError("--titel kan alleen bij één bestand.")
    title = None if args.titel is None else _typed(args.titel)
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
    moment = now()
    if title is None:
        title = f"Ingelezen op {day(moment)}" if name == "-" else Path(name).stem
    draft = new_draft(title, moment)
    for question_id, answer in imported.answers.items():
        draft = draft.answer(question_id, answer, moment)
    with _saving():
        store.save(draft)
    if imported.preamble:
        say(f"In {source} stond tekst boven de eerste vraag. Die staat nu bij het eerste antwoord.")
    say(f"'{draft.name}': {draft.progress(load_form())}.")
    write_out(f"{draft.id}\n")


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


FULL_SCREEN = (start, nieuw, open_)
"""The commands that show reports on the screen, so that `--print` has one to print afterwards."""

COMMANDS: dict[str, Command] = {
    "nieuw": nieuw,
    "open": open_,
    "lijst": lijst,
    "print": print_,
    "toon": toon,
    "vul": vul,
    "importeer": importeer,
    "versies": versies,
    "verwijder": verwijder,
    "herstel": herstel,
    "paden": paden,
    "toetsen": toetsen,
}
"""Each command by the name the user types."""

NAMES = tuple(COMMANDS)
"""The names of the commands."""
