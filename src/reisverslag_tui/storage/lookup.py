"""Find the draft that a name means: an id, the start of one, part of a title, a path, or `laatste`.

And the other way round: commands in which a draft or a file is named.
"""

import os
import re
from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.finding import pattern
from reisverslag_tui.core.form import Form, Question
from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.core.search import words
from reisverslag_tui.core.summary import Summary
from reisverslag_tui.core.text import clean, clean_line, searchable
from reisverslag_tui.errors import LookupFailed, StorageError, UnreadableDraft
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.locations import (
    bin_directory,
    drafts_directory,
    same_directory,
    user_path,
    versions_directory,
)
from reisverslag_tui.storage.store import DraftStore

LATEST = "laatste"
"""The word for the draft that was changed last."""

_PLAIN_WORD = re.compile(r"[A-Za-z0-9_./:@+-]+")  # means itself in any shell
_MOST = 20  # reports that are listed when a word could mean many


class Found(NamedTuple):
    """A draft, and the store it lives in: another than the user's own for a path elsewhere."""

    draft: Draft
    store: DraftStore


class FoundFile(NamedTuple):
    """The same, but for a file that may be damaged."""

    item: Draft | Broken
    store: DraftStore


class Where(NamedTuple):
    """What to say of a place with nothing in it, and the command that lists what is in it."""

    if_empty: str
    listed_by: str


DRAFTS = Where(
    "Er zijn nog geen verslagen. Begin er een met: reisverslag nieuw", "reisverslag lijst"
)
BIN = Where(
    "De prullenbak is leeg. Een eerdere versie van een verslag zet je terug met --versie NUMMER.",
    "reisverslag lijst --prullenbak",
)


def find(name: str, store: DraftStore, where: Where = DRAFTS) -> Found:
    """Return the one draft in `store` or at a path that `name` means.

    Raises LookupFailed if that is none, or several; UnreadableDraft if its file is damaged.
    """
    found = find_file(name, store, where)
    if isinstance(found.item, Broken):
        reason = (
            f"{found.item.path} kan niet gelezen worden: {found.item.error}. "
            f"Bekijk eerdere versies met: {command('versies', str(found.item.path))}"
        )
        raise UnreadableDraft(reason) from found.item.error
    return Found(found.item, found.store)


def find_file(name: str, store: DraftStore, where: Where = DRAFTS) -> FoundFile:
    """Return the one draft that `name` means, also if it is damaged; LookupFailed as in `find`."""
    path = user_path(name)
    if ("/" in name or path.suffix == ".toml") and _exists(path):
        return _at(path, store)
    if name != LATEST and store.has(name):  # the strictest way, found without a list
        return _loaded(name, store)
    drafts, broken = store.summaries()
    if not drafts and not broken:
        raise LookupFailed(where.if_empty)
    matches = [drafts[0]] if name == LATEST and drafts else _matches(name, [*drafts, *broken])
    if not matches:
        raise LookupFailed(
            f"Geen verslag heeft '{clean_line(name)}' in de titel of als kenmerk. "
            f"Bekijk ze met: {where.listed_by}"
        )
    if len(matches) > 1:
        raise LookupFailed(
            f"Meer dan één verslag past bij '{clean_line(name)}'. "
            "Kies met het kenmerk dat vooraan staat:",
            _listed(matches, where),
        )
    return _loaded(matches[0].id, store)


def _listed(matches: Sequence[Summary | Broken], where: Where) -> list[str]:
    """Return a line for each report that may be meant; of many only the last changed."""
    ids = [clean_line(item.id) for item in matches[:_MOST]]
    width = max(map(len, ids))
    lines = [f"{each:<{width}}  {_title(item)}" for each, item in zip(ids, matches, strict=False)]
    if more := len(matches) - len(ids):
        lines.append(f"en nog {more}. Je ziet ze allemaal met: {where.listed_by}")
    return lines


def _loaded(draft_id: str, store: DraftStore) -> FoundFile:
    try:
        return FoundFile(store.load(draft_id), store)
    except UnreadableDraft as error:
        return FoundFile(Broken(draft_id, store.path(draft_id), error), store)


def _matches(name: str, items: Sequence[Summary | Broken]) -> list[Summary | Broken]:
    """Return what `name` fits in the strictest way that fits anything."""
    typed = clean_line(name)
    if not typed:
        return []
    wanted = pattern(typed)
    titles = [searchable(_title(item)) for item in items] if wanted.pattern else []
    ways = (
        [item.id == name for item in items],
        [item.id.casefold().startswith(typed.casefold()) for item in items],
        [_title(item).casefold() == typed.casefold() for item in items],
        [wanted.fullmatch(title) is not None for title in titles],
        [wanted.search(title) is not None for title in titles],
        [all(pattern(word).search(title) for word in words(typed)) for title in titles],
    )
    way = next(filter(any, ways), ())
    return list(compress(items, way))


def _title(item: Summary | Broken) -> str:
    return item.name if isinstance(item, Summary) else "(onleesbaar)"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise LookupFailed(
            f"{path} kan niet gelezen worden: {os_message(error, reading=True)}."
        ) from error


def _at(path: Path, store: DraftStore) -> FoundFile:
    if path.is_dir():
        raise LookupFailed(f"{path} is een map, geen verslag.")
    if not same_directory(path.parent, store.directory):
        path = Path(os.path.realpath(path))  # a link that the user names is followed
    if not same_directory(path.parent, store.directory):
        versions = versions_directory(path.parent)
        store = DraftStore(path.parent, store.bin_directory, versions, store.index, store.now)
    if path.suffix != ".toml":
        raise LookupFailed(
            f"{path} is geen concept (.toml). Een verslag in platte tekst lees je eerst in met: "
            + command("importeer", str(path))
        )
    try:
        return FoundFile(store.load(path.stem), store)
    except UnreadableDraft as error:
        return FoundFile(Broken(path.stem, path, error), store)
    except StorageError as error:
        raise LookupFailed(f"{path} is geen verslag.") from error


def find_question(name: str, form: Form) -> Question:
    """Return the question with this id, number or label; LookupFailed if there is none."""
    for number, question in enumerate(form.questions, start=1):
        if name.casefold() in (question.id, str(number), question.label.casefold()):
            return question
    lines = [f"{number}  {q.id:<10}  {q.wording}" for number, q in enumerate(form.questions, 1)]
    raise LookupFailed(
        f"De vraag '{clean_line(name)}' staat niet op het formulier. Kies uit:", lines
    )


def word_for(path: Path) -> str:
    """Return the word by which `find` means the draft at this path: its id, if that will do."""
    own = any(same_directory(path.parent, own) for own in (drafts_directory(), bin_directory()))
    is_id = path.stem != LATEST and not path.stem.endswith(".toml") and _can_be_copied(path.stem)
    return path.stem if own and is_id else str(path)


def command(name: str, operand: str, *options: str) -> str:
    """Return a command of this program as it can be pasted in a shell; `operand` is any text."""
    named = [*options, "--", operand] if operand.startswith("-") else [operand, *options]
    return " ".join(map(_quoted, ("reisverslag", name, *named)))


def _quoted(word: str) -> str:
    """Return a word as any shell reads it, with nothing in it that a terminal would not show."""
    if _PLAIN_WORD.fullmatch(word):
        return word
    if _can_be_copied(word):
        return "'" + word.replace("'", "'\"'\"'") + "'"
    octal = "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"/._" else f"\\{byte:03o}"
        for byte in os.fsencode(word)
    )
    return f"\"$(printf '{octal}')\""


def _can_be_copied(word: str) -> bool:
    return word.isprintable() and word == clean(word)
