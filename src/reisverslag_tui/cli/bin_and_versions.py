"""What each command does that throws away, looks back or brings back."""

from argparse import Namespace

from reisverslag_tui.cli.console import say, write_out
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.own import own_store, own_width
from reisverslag_tui.core.dates import local_now, when
from reisverslag_tui.core.differences import SAME, as_text, differences, told_since
from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.storage import locations
from reisverslag_tui.storage.lookup import BIN, FoundFile, command, find, find_file, word_for
from reisverslag_tui.storage.store import Broken, DraftStore
from reisverslag_tui.storage.versions import Version


def verwijder(args: Namespace) -> ExitCode:
    """Move a draft to the bin."""
    found = find(args.verslag, own_store())
    if found.store.directory != locations.drafts_directory():
        raise StorageError(f"{args.verslag} staat niet tussen je verslagen en blijft waar het is.")
    found.store.throw_away(found.draft.id)
    say(f"'{found.draft.name}' ligt in de prullenbak.")
    word = word_for(locations.bin_directory() / found.store.path(found.draft.id).name)
    say(f"Terughalen kan met: {command('herstel', word)}")
    return ExitCode.GOOD


def versies(args: Namespace) -> ExitCode:
    """List the earlier versions of a draft, or show what changed since one of them."""
    found = find_file(args.verslag, own_store())
    versions = found.store.versions(found.item.id)
    if args.nummer is not None:
        _see_that_it_is_there(args.nummer, found)
        write_out(_since(versions.load(args.nummer), found.item))
        return ExitCode.GOOD
    kept = versions.all()
    write_out("".join(_line(version, found.item) for version in kept))
    say(f"Terugzetten kan met: {_way_back(found, kept[0].number)}" if kept else _none(found))
    return ExitCode.GOOD


def _none(found: FoundFile) -> str:
    return f"Van '{found.item.name}' zijn nog geen eerdere versies."


def _see_that_it_is_there(number: int, found: FoundFile) -> None:
    """Say which versions there are if there is none with this number."""
    numbers = found.store.versions(found.item.id).numbers()
    if not numbers:
        raise StorageError(_none(found))
    if number not in numbers:
        others = ", ".join(map(str, numbers))
        raise StorageError(f"Versie {number} is er niet. Kies uit: {others}")


def _line(version: Version, present: Draft | Broken) -> str:
    content = version.content
    if isinstance(content, UnreadableDraft):
        return f"{version.number:>4}  onleesbaar: {content}\n"
    readable = None if isinstance(present, Broken) else present
    told = told_since(content, readable, load_form(content.form))
    return f"{version.number:>4}  {when(content.modified, local_now()):<17}  {told}\n"


def _since(earlier: Draft, present: Draft | Broken) -> str:
    """Return what changed since a version; all of it, if what it became can't be read."""
    form = load_form(earlier.form)
    if isinstance(present, Broken):
        say("Het verslag zelf is onleesbaar. Dit is de hele versie.")
        return render_plain(earlier, form, own_width())
    blocks = [
        f"{difference.label}\n\n{as_text(difference.pieces)}\n"
        for difference in differences(earlier, present, form)
    ]
    say("[-weg-] staat er nu niet meer; [+erbij+] is nieuw." if blocks else SAME)
    return "\n".join(blocks)


def herstel(args: Namespace) -> ExitCode:
    """Put an earlier version back, or move a draft from the bin back to the others."""
    if args.versie is None:
        return _from_the_bin(args.verslag)
    found = find_file(args.verslag, own_store())
    _see_that_it_is_there(args.versie, found)
    found.store.put_back(found.item.id, args.versie, local_now())
    kept = found.store.versions(found.item.id).numbers()[0]
    say(f"Versie {args.versie} staat weer in '{found.item.name}'.")
    if isinstance(found.item, Broken):
        say(f"Het beschadigde bestand is opgeslagen als versie {kept}.")
    else:
        say(f"Wat er stond is nu versie {kept}: {_way_back(found, kept)}")
    return ExitCode.GOOD


def _way_back(found: FoundFile, number: int) -> str:
    """Return the command that puts a version back, with the path of a draft elsewhere."""
    word = word_for(found.store.path(found.item.id))
    return command("herstel", word, "--versie", str(number))


def _from_the_bin(name: str) -> ExitCode:
    store = own_store()
    binned = store.bin_directory
    thrown_away = DraftStore(binned, binned, store.versions_directory, now=store.now)
    found = find(name, thrown_away, BIN)
    if found.store is not thrown_away:
        raise StorageError(f"{name} ligt niet in de prullenbak.")
    store.take_back(found.draft.id)
    say(f"'{found.draft.name}' staat weer tussen je verslagen: {found.draft.id}")
    return ExitCode.GOOD
