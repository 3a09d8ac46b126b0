"""A draft as the text of a TOML file, and back, with nothing lost."""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime

import tomli_w

from reisverslag_tui.draft import VERSION, Draft, Place
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.form import DEFAULT_FORM, form_ids
from reisverslag_tui.text import clean, clean_line

MAXIMUM_SIZE = 16_000_000
"""The largest draft that is read or written, in bytes: tomllib takes seconds for more."""

_ANSWERS = "antwoorden"
_KNOWN = frozenset(
    (
        *("versie", "formulier", "titel", "aangemaakt", "gewijzigd", "vraag", "cursor"),
        *("afgerond", _ANSWERS),
    )
)
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)$")


def to_toml(draft: Draft) -> bytes:
    """Return `draft` as the bytes of its file.

    The text is read back before it is given: StorageError if it would say something else.
    """
    document = _document(draft)
    meant = tomli_w.dumps(document)
    text = tomli_w.dumps(document, multiline_strings=True)
    if _read_back(text) != meant:  # tomli_w makes \n of \r\n in a multi-line string
        text = meant
    data = text.encode()
    if len(data) > MAXIMUM_SIZE:
        raise StorageError(f"het verslag is groter dan {MAXIMUM_SIZE // 1_000_000} MB")
    if _read_back(text) != meant:
        raise StorageError("het verslag kan niet zonder verlies worden bewaard")
    return data


def _read_back(text: str) -> str:
    """Return what a reader of `text` would write: unlike the values, NaN equals itself there."""
    return tomli_w.dumps(tomllib.loads(text))


def _document(draft: Draft) -> dict[str, object]:
    known = {
        "versie": draft.version,
        "formulier": draft.form,
        "titel": draft.title,
        "aangemaakt": draft.created,
        "gewijzigd": draft.modified,
        "vraag": draft.place.question if draft.place else None,
        "cursor": [draft.place.line, draft.place.column] if draft.place else None,
        "afgerond": draft.finished,
    }
    given = {key: value for key, value in known.items() if value is not None}
    return {**given, **draft.unknown, _ANSWERS: dict(draft.answers)}


def from_toml(draft_id: str, data: bytes) -> Draft:
    """Read a draft from the bytes of its file; UnreadableDraft if that can't be done."""
    document, text = _parse(data)
    reader = _Reader(document, text)
    version = reader.whole_number("versie")
    if version < 1:
        raise reader.wrong("versie", "geen versie die ik ken")
    form = reader.string("formulier", DEFAULT_FORM)
    if form not in form_ids():
        raise reader.wrong("formulier", "een formulier dat ik niet ken")
    created = reader.moment("aangemaakt")
    answers = reader.table(_ANSWERS)
    for key, value in answers.items():
        if not isinstance(value, str) and version <= VERSION:
            raise reader.wrong(key, "geen tekst: zet aanhalingstekens om het antwoord")
    unknown = {key: value for key, value in document.items() if key not in _KNOWN}
    _see_that_it_can_be_written(unknown)
    return Draft(
        id=draft_id,
        version=version,
        form=form,
        title=clean_line(reader.string("titel", "")),
        created=created,
        modified=reader.moment("gewijzigd", created),
        finished=reader.moment("afgerond") if "afgerond" in document else None,
        place=reader.place(),
        answers={key: clean(text) for key, text in answers.items() if isinstance(text, str)},
        unknown=unknown,
    )


def _see_that_it_can_be_written(unknown: Mapping[str, object]) -> None:
    """Refuse what can be read but not written back: a draft that could never be saved."""
    try:
        tomli_w.dumps(unknown)
    except (ValueError, RecursionError) as error:
        raise UnreadableDraft("hierin staat iets dat ik niet kan bewaren") from error


def _parse(data: bytes) -> tuple[dict[str, object], str]:
    """Return the TOML document in `data`, and its text."""
    if len(data) > MAXIMUM_SIZE:
        raise UnreadableDraft(
            f"groter dan {MAXIMUM_SIZE // 1_000_000} MB, te groot voor een verslag"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDraft("geen UTF-8-tekst", line) from error
    if not text.strip():
        raise UnreadableDraft("het bestand is leeg")
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match else text.count("\n") + 1
        raise UnreadableDraft("dit is geen geldige TOML", line) from error
    except (RecursionError, ValueError, MemoryError) as error:
        raise UnreadableDraft("dit is geen TOML die ik kan lezen") from error


class _Reader:
    """Takes values of the right type from a document; UnreadableDraft, with its line, if not."""

    def __init__(self, document: Mapping[str, object], text: str) -> None:
        self.document = document
        self.text = text

    def wrong(self, key: str, what: str) -> UnreadableDraft:
        match = re.search(rf"^[ \t\"']*{re.escape(key)}[ \t\"']*=", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, match.start()) + 1 if match else None
        return UnreadableDraft(f"'{clean_line(key)}' is {what}", line)

    def whole_number(self, key: str) -> int:
        value = self.document.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "geen heel getal" if key in self.document else "er niet")
        return value

    def string(self, key: str, default: str) -> str:
        value = self.document.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "geen tekst")
        return value

    def moment(self, key: str, default: datetime | None = None) -> datetime:
        value = self.document.get(key, default)
        if not isinstance(value, datetime):
            raise self.wrong(key, "geen datum met tijd" if key in self.document else "er niet")
        if not 1970 <= value.year < 9999:
            raise self.wrong(key, "geen datum van deze tijd")
        return value if value.tzinfo else value.astimezone()

    def table(self, key: str) -> Mapping[str, object]:
        value = self.document.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "geen tabel")
        return value

    def place(self) -> Place | None:
        question = self.string("vraag", "")
        if not question:
            return None
        cursor = self.document.get("cursor", [0, 0])
        if not (
            isinstance(cursor, list)
            and len(cursor) == 2
            and all(isinstance(number, int) and number >= 0 for number in cursor)
        ):
            raise self.wrong("cursor", "geen paar van regel en teken")
        return Place(question, cursor[0], cursor[1])
