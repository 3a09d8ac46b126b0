"""`lijst`: the reports, as text for people and as JSON for scripts."""

import json
import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reisverslag_tui.cli.console import write_message, write_output
from reisverslag_tui.cli.dutch import Parser
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.cli.user_store import user_store
from reisverslag_tui.core.dates import local_now, when
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.rescue_places import rescued_files
from reisverslag_tui.storage.store import DraftStore

# Control characters that JSON does not escape: a file's name may hold them.
_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def add_arguments(parser: Parser) -> None:
    """Add the two options."""
    parser.options.add_argument("--json", action="store_true", help="als JSON, voor scripts")
    parser.options.add_argument(
        "--prullenbak", action="store_true", help="wat er in de prullenbak ligt"
    )


def run(args: Namespace) -> ExitCode:
    """Write a line for each report, the last changed first, and for each unreadable file."""
    store = user_store()
    _report_rescued(store)
    drafts, broken = store.summaries(binned=args.prullenbak)
    directory = store.bin_directory if args.prullenbak else store.directory
    if args.json:
        write_output(_as_json(drafts, broken, directory))
        return ExitCode.SUCCESS
    write_output(_as_text(drafts, broken, local_now()))
    if not drafts and not broken:
        write_message(
            "De prullenbak is leeg." if args.prullenbak else "Er zijn nog geen verslagen."
        )
    return ExitCode.SUCCESS


def _report_rescued(store: DraftStore) -> None:
    """Write for which reports there is rescued text, and which of it can't be read."""
    if not rescued_files():
        return
    from reisverslag_tui.editing.rescue import find_rescued  # takes longer to load than to list

    found, unread = find_rescued(store)
    names = dict.fromkeys(f"'{each.draft.name}'" for each in found)
    if names:
        write_message(
            f"Er is geredde tekst van {', '.join(names)}. Start reisverslag om die terug te zetten."
        )
    for file in unread:
        write_message(
            f"In {file.path} staat geredde tekst die niet gelezen kan worden: {file.error}."
        )


def _as_text(drafts: Sequence[Summary], broken: Sequence[Broken], moment: datetime) -> str:
    lines = [
        f"{clean_line(draft.id):<16}  {draft.progress:<19}  "
        f"{when(draft.modified, moment):<17}  {draft.name}\n"
        for draft in drafts
    ]
    lines += [f"{file.name:<16}  onleesbaar: {file.error}\n" for file in broken]
    return "".join(lines)


def _as_json(drafts: Sequence[Summary], broken: Sequence[Broken], directory: Path) -> str:
    """Return a JSON array with full titles and ISO times."""
    rows: list[dict[str, object]] = [_row(draft, directory) for draft in drafts]
    rows += [
        {"id": file.id, "pad": str(file.path), "fout": file.error.reason, "regel": file.error.line}
        for file in broken
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return _CONTROLS.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + "\n"


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
