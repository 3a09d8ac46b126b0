"""Which draft the user means: an id, the start of one, a part of a title, a path, or `laatste`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reisverslag_tui.draft import Draft
from reisverslag_tui.errors import LookupFailed, UnreadableDraft
from reisverslag_tui.form import Form, Question
from reisverslag_tui.storage import Broken, DraftStore
from reisverslag_tui.text import clean_line

LATEST = "laatste"
"""The word for the draft that was changed last."""


@dataclass(frozen=True)
class Found:
    """A draft, and the store it lives in: another than the user's own for a path elsewhere."""

    draft: Draft
    store: DraftStore


def find(name: str, store: DraftStore) -> Found:
    """Return the one draft that `name` means; LookupFailed if that is none, or several.

    UnreadableDraft if `name` means a file that is damaged.
    """
    if "/" in name or name.endswith(".toml"):
        return _at_path(Path(name), store)
    drafts, broken = store.drafts()
    return Found(choose(name, drafts, broken), store)


def choose(name: str, drafts: Sequence[Draft], broken: Sequence[Broken] = ()) -> Draft:
    """Return the one of `drafts`, newest first, that `name` means, as `find` does."""
    if name == LATEST and drafts:
        return drafts[0]
    matches = _matches(name, drafts)
    if len(matches) == 1:
        return matches[0]
    if matches:
        lines = [f"{draft.id}  {draft.title}" for draft in matches]
        raise LookupFailed(f"Meer dan één verslag past bij '{clean_line(name)}':", lines)
    for file in broken:
        if name and file.id.startswith(name):
            raise UnreadableDraft(f"{file.path} kan niet gelezen worden: {file.error}")
    if not drafts:
        raise LookupFailed("Er zijn nog geen verslagen. Begin er een met: reisverslag nieuw")
    raise LookupFailed(
        f"Geen verslag past bij '{clean_line(name)}'. Bekijk ze met: reisverslag lijst"
    )


def _matches(name: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts `name` fits in the strictest way that fits any."""
    wanted = clean_line(name).casefold()
    if not wanted:
        return []
    ways = (
        [draft for draft in drafts if draft.id == name],
        [draft for draft in drafts if draft.id.casefold().startswith(wanted)],
        [draft for draft in drafts if draft.title.casefold() == wanted],
        [draft for draft in drafts if wanted in draft.title.casefold()],
    )
    return next((found for found in ways if found), [])


def _at_path(path: Path, store: DraftStore) -> Found:
    path = path.absolute()
    if not path.is_file():
        raise LookupFailed(f"Het bestand {clean_line(str(path))} bestaat niet.")
    if path.suffix != ".toml":
        raise LookupFailed(
            f"{clean_line(str(path))} is geen concept (.toml). "
            "Is het een verslag in platte tekst, lees het dan in met: reisverslag importeer"
        )
    if path.parent != store.directory:
        store = DraftStore(path.parent, store.bin_directory)
    try:
        return Found(store.load(path.stem), store)
    except UnreadableDraft as error:
        raise UnreadableDraft(f"{path} kan niet gelezen worden: {error}") from error


def find_question(name: str, form: Form) -> Question:
    """Return the question with this id, number or label; LookupFailed if there is none."""
    for number, question in enumerate(form.questions, start=1):
        if name.casefold() in (question.id, str(number), question.label.casefold()):
            return question
    lines = [f"{number}  {q.id:<10}  {q.wording}" for number, q in enumerate(form.questions, 1)]
    raise LookupFailed(
        f"De vraag '{clean_line(name)}' staat niet op het formulier. Kies uit:", lines
    )
