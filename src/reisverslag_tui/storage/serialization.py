"""A draft as the text of a TOML file, and back, with nothing lost."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeGuard

import tomli_w

from reisverslag_tui.core import toml
from reisverslag_tui.core.dates import LocalZone, is_plausible, storable
from reisverslag_tui.core.draft import VERSION, Draft, Place
from reisverslag_tui.core.form import DEFAULT_FORM, form_ids, load_form
from reisverslag_tui.core.text import clean, clean_line
from reisverslag_tui.core.toml_table import Table
from reisverslag_tui.errors import StorageError, Unreadable, UnreadableDraft

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MAXIMUM_SIZE = 16_000_000
"""The largest draft that is read or written, in bytes: tomllib takes a second for it."""

_MAXIMUM_UNKNOWN = 1_000_000
_SURELY_FITS = 10_000  # bytes: fewer than the limits leave room for, however they are written
_NEWEST = 9_999
_ANSWERS = "antwoorden"
_KNOWN = frozenset(
    (
        *("versie", "formulier", "titel", "aangemaakt", "gewijzigd", "vraag", "cursor"),
        *("afgerond", _ANSWERS),
    )
)


def to_toml(draft: Draft) -> bytes:
    """Return `draft` as the bytes of its file.

    The text is read back before it is given: StorageError if it would say something else.
    """
    try:
        _check_size(draft)
        document = _document(draft)
        for in_lines in (True, False):  # tomli_w makes \n of \r\n in a multi-line string
            data = tomli_w.dumps(document, multiline_strings=in_lines).encode()
            if _same(toml.parse(data, MAXIMUM_SIZE).values, document):
                return data
    except Unreadable as error:
        raise StorageError(error.reason) from error
    raise StorageError("het verslag kan niet zonder verlies worden opgeslagen")


def _same(one: object, other: object) -> bool:
    """Tell whether two values would be written alike: unlike the values, NaN equals itself there.

    Texts, which may be long, are compared as they are: tomli_w writes them a character at a time.
    """
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return tomli_w.dumps({"": one}) == tomli_w.dumps({"": other})


def _document(draft: Draft) -> dict[str, object]:
    known = {
        "versie": draft.version,
        "formulier": draft.form,
        "titel": draft.title,
        "aangemaakt": storable(draft.created),
        "gewijzigd": storable(draft.modified),
        "vraag": draft.place.question if draft.place else None,
        "cursor": [draft.place.line, draft.place.column] if draft.place else None,
        "afgerond": draft.finished and storable(draft.finished),
    }
    given = {key: value for key, value in known.items() if value is not None}
    return {**given, **draft.unknown, _ANSWERS: dict(draft.answers)}


def from_toml(draft_id: str, data: bytes) -> Draft:
    """Read a draft from the bytes of its file; UnreadableDraft if that can't be done."""
    try:
        draft = _draft(draft_id, Table(toml.parse(data, MAXIMUM_SIZE)))
        small = len(data) <= _SURELY_FITS and not draft.unknown
        if not (small or draft.read_only):
            _check_size(draft)
    except Unreadable as error:
        raise UnreadableDraft(error.reason, error.line) from error
    return draft


def _check_size(draft: Draft) -> None:
    """Raise Unreadable if the draft, or the draft filled in, is more than a file may hold.

    Reading and writing both ask it, of the draft and not of its file: what the one takes, the
    other can do too. The texts, which alone may be long, are weighed apart.
    """
    questions = [question.id for question in load_form(draft.form).questions]
    frame = replace(
        draft,
        title="",
        finished=draft.modified,
        place=Place("", MAXIMUM_SIZE, MAXIMUM_SIZE),
        answers=dict.fromkeys((*draft.answers, *questions), ""),
    )
    if sum(map(len, (*_texts(draft.unknown), *draft.answers))) > _MAXIMUM_UNKNOWN:
        raise Unreadable("hierin staat te veel dat ik niet ken")
    written = _Limited()
    try:
        tomli_w.dump(_document(frame), written)
        toml.check(written.getvalue().decode())
    except (Unreadable, ValueError, RecursionError) as error:  # its line is none of the draft's
        raise Unreadable("hierin staat iets dat ik niet kan opslaan") from error
    texts = (draft.title, draft.place.question if draft.place else "", *draft.answers.values())
    if written.tell() + sum(map(_weight, texts)) > MAXIMUM_SIZE:
        raise toml.too_large(MAXIMUM_SIZE)


class _Limited(io.BytesIO):
    """Takes no more than a file may hold: tomli_w repeats a long name before every table."""

    def write(self, data: "ReadableBuffer", /) -> int:
        length = super().write(data)
        if self.tell() > MAXIMUM_SIZE:
            raise toml.too_large(MAXIMUM_SIZE)
        return length


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value, and every key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        yield from _texts(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _weight(text: str) -> int:
    """Return the most bytes that a text takes in a file."""
    return len(text.encode()) + sum(map(text.count, ('"', "\\", "\n"))) + len('"""\n"""')


def _draft(draft_id: str, table: Table) -> Draft:
    version = _version(table)
    newer = version > VERSION
    try:
        form, created = _form(table), _moment(table, "aangemaakt")
        return Draft(
            id=draft_id,
            version=version,
            form=form,
            title=clean_line(table.text("titel", "")),
            created=created,
            modified=_moment(table, "gewijzigd", created),
            finished=_moment(table, "afgerond") if "afgerond" in table.values else None,
            place=_place(table),
            answers=_read_answers(table, newer=newer),
            unknown={key: value for key, value in table.values.items() if key not in _KNOWN},
        )
    except Unreadable as error:
        if newer:
            reason = "gemaakt met een nieuwere versie van het programma"
            raise Unreadable(reason) from error
        raise


def _version(table: Table) -> int:
    version = table.typed("versie", int)
    if version is None:
        raise table.wrong("versie", "geen heel getal" if "versie" in table.values else "er niet")
    if not 1 <= version <= _NEWEST:
        raise table.wrong("versie", "geen versie die ik ken")
    return version


def _form(table: Table) -> str:
    form = table.text("formulier", DEFAULT_FORM)
    if form not in form_ids():
        raise table.wrong("formulier", "een formulier dat ik niet ken")
    return form


def _moment(table: Table, key: str, default: datetime | None = None) -> datetime:
    """Return a time with its zone; one without is taken to be in this computer's."""
    there = key in table.values
    moment = table.typed(key, datetime) if there else default
    if moment is None:
        raise table.wrong(key, "geen datum met tijd" if there else "er niet")
    if not is_plausible(moment):
        raise table.wrong(key, "geen datum van deze tijd")
    return moment if moment.tzinfo else storable(moment.replace(tzinfo=LocalZone()))


def _read_answers(table: Table, *, newer: bool) -> dict[str, str]:
    """Return the answers, of a draft by a newer version without those that are no text."""
    if _ANSWERS not in table.values:
        return {}
    values = table.typed(_ANSWERS, dict)
    if values is None:
        raise table.wrong(_ANSWERS, "geen tabel")
    answers = table.below(_ANSWERS, values)
    for key, value in values.items():
        if not isinstance(value, str) and not newer:
            raise answers.wrong(key, "geen tekst: zet aanhalingstekens om het antwoord")
    return {key: clean(text) for key, text in values.items() if isinstance(text, str)}


def _place(table: Table) -> Place | None:
    question = clean_line(table.text("vraag", ""))
    if not question:
        return None
    match table.values.get("cursor", [0, 0]):
        case [line, column] if _is_position(line) and _is_position(column):
            return Place(question, line, column)
    raise table.wrong("cursor", "geen paar van regel en teken")


def _is_position(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value <= MAXIMUM_SIZE
