"""What `lijst` does: the list of drafts, as text for people and as JSON for scripts."""

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reisverslag_tui.cli.console import say, write_out
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.own import own_store
from reisverslag_tui.core.dates import local_now, when
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.storage.rescue_places import rescued_files
from reisverslag_tui.storage.store import Broken, DraftStore

# Beyond what JSON itself escapes: a file's name may hold what drives a terminal.
_DRIVING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def lijst(args: Namespace) -> ExitCode:
    """List the drafts, the last changed first, and what can't be read."""
    store = own_store()
    _tell_rescued(store)
    drafts, broken = store.summaries(binned=args.prullenbak)
    directory = store.bin_directory if args.prullenbak else store.directory
    if args.json:
        write_out(as_json(drafts, broken, directory))
        return ExitCode.GOOD
    write_out(as_text(drafts, broken, local_now()))
    if not drafts and not broken:
        say("De prullenbak is leeg." if args.prullenbak else "Er zijn nog geen verslagen.")
    return ExitCode.GOOD


def _tell_rescued(store: DraftStore) -> None:
    """Say of which drafts there is text that was rescued, in one line."""
    if not rescued_files():
        return
    from reisverslag_tui.editing.rescue import find_rescued  # for what is there but seldom

    found, unread = find_rescued(store)
    names = dict.fromkeys(f"'{each.draft.name}'" for each in found)
    if names:
        say(
            f"Er is geredde tekst van {', '.join(names)}. Start reisverslag om die terug te zetten."
        )
    for file in unread:
        say(f"In {file.path} staat geredde tekst die niet gelezen kan worden: {file.error}.")


def as_text(drafts: Sequence[Summary], broken: Sequence[Broken], moment: datetime) -> str:
    """Return a line for each draft, and one for each file that can't be read."""
    lines = [
        f"{clean_line(draft.id):<16}  {draft.progress:<19}  "
        f"{when(draft.modified, moment):<17}  {draft.name}\n"
        for draft in drafts
    ]
    lines += [f"{file.name:<16}  onleesbaar: {file.error}\n" for file in broken]
    return "".join(lines)


def as_json(drafts: Sequence[Summary], broken: Sequence[Broken], directory: Path) -> str:
    """Return the same as a JSON array, with full titles and ISO times."""
    import json

    rows: list[dict[str, object]] = [_row(draft, directory) for draft in drafts]
    rows += [
        {"id": file.id, "pad": str(file.path), "fout": file.error.reason, "regel": file.error.line}
        for file in broken
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return _DRIVING.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + "\n"


def _row(draft: Summary, directory: Path) -> dict[str, object]:
    return {
        "id": draft.id,
        "titel": draft.title,
        "beantwoord": draft.answered,
        "vragen": draft.questions,
        "afgerond": draft.finished.isoformat() if draft.finished else None,
        "aangemaakt": draft.created.isoformat(),
        "gewijzigd": draft.modified.isoformat(),
        "pad": str(directory / f"{draft.id}.toml"),
    }
