"""A draft as the text of a TOML file, and back, with nothing lost."""

import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, TypeGuard

import tomli_w

from reisverslag_tui.core import toml
from reisverslag_tui.core.dates import LocalZone, is_plausible, storable
from reisverslag_tui.core.draft import VERSION, Draft, Place
from reisverslag_tui.core.form import DEFAULT_FORM, form_ids, load_form
from reisverslag_tui.core.text import clean, clean_line
from reisverslag_tui.errors import StorageError, Unreadable, UnreadableDraft

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MAXIMUM_SIZE = 16_000_000
"""The largest draft that is read or written, in bytes: tomllib takes a second for it."""

_MAXIMUM_UNKNOWN = 1_000_000
_SURELY_FITS = 10_000  # bytes: fewer than the limits leave room for, however they are written
_NEWEST = 9_999
_QUOTED = 40
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
        _see_that_it_fits(draft)
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
        draft = _draft(draft_id, _Reader(toml.parse(data, MAXIMUM_SIZE)))
        small = len(data) <= _SURELY_FITS and not draft.unknown
        if not (small or draft.read_only):
            _see_that_it_fits(draft)
    except Unreadable as error:
        raise UnreadableDraft(error.reason, error.line) from error
    return draft


def _see_that_it_fits(draft: Draft) -> None:
    """Raise Unreadable if the draft, or the draft filled in, is more than a file may hold.

    Reading and writing both ask it, of the draft and not of its file: what the one takes, the
    other can do too. The texts, which alone may be long, are weighed apart.
    """
    questions = [question.id for question in load_form(draft.form).questions]
    frame = draft._replace(
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


class _Reader:
    """Takes values of the right type from a document; Unreadable, with its line, if not."""

    def __init__(self, document: toml.Document) -> None:
        self.values = document.values
        self._document = document
        self._newer = False

    def wrong(self, what: str, *keys: str) -> Unreadable:
        """Return what is wrong with the last of `keys`, which stands below those before it."""
        if self._newer:
            return Unreadable("gemaakt met een nieuwere versie van het programma")
        line = self._document.line(*keys) if keys[0] in self.values else None
        return Unreadable(f"'{_short(keys[-1])}' is {what}", line)

    def version(self) -> int:
        value = self.values.get("versie")
        if not _is_number(value):
            raise self.wrong("geen heel getal" if "versie" in self.values else "er niet", "versie")
        if not 1 <= value <= _NEWEST:
            raise self.wrong("geen versie die ik ken", "versie")
        self._newer = value > VERSION
        return value

    def form(self) -> str:
        form = self.string("formulier", DEFAULT_FORM)
        if form not in form_ids():
            raise self.wrong("een formulier dat ik niet ken", "formulier")
        return form

    def string(self, key: str, default: str) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.wrong("geen tekst", key)
        return value

    def moment(self, key: str, default: datetime | None = None) -> datetime:
        value = self.values.get(key, default)
        if not isinstance(value, datetime):
            raise self.wrong("geen datum met tijd" if key in self.values else "er niet", key)
        if not is_plausible(value):
            raise self.wrong("geen datum van deze tijd", key)
        return value if value.tzinfo else storable(value.replace(tzinfo=LocalZone()))

    def answers(self) -> dict[str, str]:
        """Return the answers, without those that only a newer version can read."""
        table = self.values.get(_ANSWERS, {})
        if not isinstance(table, dict):
            raise self.wrong("geen tabel", _ANSWERS)
        for key, value in table.items():
            if not isinstance(value, str) and not self._newer:
                what = "geen tekst: zet aanhalingstekens om het antwoord"
                raise self.wrong(what, _ANSWERS, key)
        return {key: clean(text) for key, text in table.items() if isinstance(text, str)}

    def place(self) -> Place | None:
        question = clean_line(self.string("vraag", ""))
        if not question:
            return None
        cursor = self.values.get("cursor", [0, 0])
        if not (
            isinstance(cursor, list)
            and len(cursor) == 2
            and all(_is_number(number) and 0 <= number <= MAXIMUM_SIZE for number in cursor)
        ):
            raise self.wrong("geen paar van regel en teken", "cursor")
        return Place(question, cursor[0], cursor[1])


def _draft(draft_id: str, reader: _Reader) -> Draft:
    version, form = reader.version(), reader.form()
    created = reader.moment("aangemaakt")
    return Draft(
        id=draft_id,
        version=version,
        form=form,
        title=clean_line(reader.string("titel", "")),
        created=created,
        modified=reader.moment("gewijzigd", created),
        finished=reader.moment("afgerond") if "afgerond" in reader.values else None,
        place=reader.place(),
        answers=reader.answers(),
        unknown={key: value for key, value in reader.values.items() if key not in _KNOWN},
    )


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _short(key: str) -> str:
    """Return a key as a message may quote it."""
    line = clean_line(key)
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
