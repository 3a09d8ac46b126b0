import sys
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.text import clean, clean_line
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, from_toml, to_toml
from tests.clock import MOMENT
from tests.strategies import DRAFTS, RAW_TEXTS, a_draft

_HEAD = "versie = 1\naangemaakt = 2026-11-24T14:32:07+01:00\n"
_WRITTEN = to_toml(a_draft({"doel": "een\ntwee", "duur": "4"}).moved(Place("duur", 0, 1)))


def _read(text: str) -> Draft:
    return from_toml("a", text.encode())


@given(DRAFTS)
def test_a_draft_comes_back_as_it_was_written(draft: Draft) -> None:
    assert from_toml(draft.id, to_toml(draft)) == draft


def test_the_file_is_what_the_design_says() -> None:
    answers = {"personen": "2", "doel": "een\n\ntwee"}
    draft = a_draft(answers, title="ISHF").moved(Place("doel", 3, 14))
    assert to_toml(draft).decode() == (
        'versie = 1\nformulier = "dienstreis"\ntitel = "ISHF"\n'
        "aangemaakt = 2026-11-24 14:32:07+01:00\ngewijzigd = 2026-11-24 14:32:07+01:00\n"
        'vraag = "doel"\ncursor = [\n    3,\n    14,\n]\n\n'
        '[antwoorden]\npersonen = "2"\ndoel = """\neen\n\ntwee"""\n'
    )
    finished = tomllib.loads(to_toml(draft.finish(MOMENT)).decode())
    assert finished["afgerond"] == MOMENT


@pytest.mark.parametrize("value", ["nan", r'"een\r\ntwee"', r'"\r"', "[[nan], {a = inf}]"])
def test_an_unknown_value_survives_and_never_stands_in_the_way_of_saving(value: str) -> None:
    draft = _read(f"{_HEAD}x = {value}\n").answer("doel", "Leren", MOMENT)
    assert repr(from_toml("a", to_toml(draft))) == repr(draft)


STRANGE = {
    "letters": f"x = '{1_000_001 * 'a'}'",
    "key": f"'{1_000_001 * 'a'}' = 1",
    "answer": f"[antwoorden]\n'{1_000_001 * 'a'}' = ''",
    "items": f"x = [{9000 * '1,'}]",
    "answers": "[antwoorden]\n" + "".join(f"k{number}=''\n" for number in range(4900)),
    "digits": f"x = 0x{900 * 'f'}",
    "bare key": f"'{1001 * 'a'}' = 1",
    "long name of tables": f"['{99_999 * 'k'}']\n"
    + "".join(f"a{number} = {{b = {{c = 1}}}}\n" for number in range(200)),
}


@pytest.mark.parametrize("lines", STRANGE.values(), ids=STRANGE)
def test_what_could_not_be_written_is_refused_when_it_is_read(lines: str) -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(1000)
    try:
        with pytest.raises(UnreadableDraft) as caught:
            _read(f"{_HEAD}{lines}\n")
    finally:
        sys.set_int_max_str_digits(before)
    assert str(caught.value) in (
        "hierin staat iets dat ik niet kan opslaan",
        "hierin staat te veel dat ik niet ken",
    )


def test_unknown_keys_are_kept_in_tables_and_among_the_answers() -> None:
    draft = _read(f'{_HEAD}kleur = "rood"\n[antwoorden]\nkosten = "9"\n[[bijlagen]]\nnaam = "a"\n')
    assert draft.unknown == {"kleur": "rood", "bijlagen": [{"naam": "a"}]}
    assert draft.answers == {"kosten": "9"}
    assert from_toml("a", to_toml(draft)) == draft


def test_a_file_of_the_least_possible_is_a_draft() -> None:
    assert _read(_HEAD) == Draft(id="a", title="", created=MOMENT, modified=MOMENT)


def test_a_file_may_have_a_byte_order_mark_and_windows_line_ends() -> None:
    text = "\ufeff" + _WRITTEN.decode().replace("\n", "\r\n")
    assert from_toml("2026-11-24-abcde", text.encode()) == from_toml("2026-11-24-abcde", _WRITTEN)


@given(RAW_TEXTS)
def test_text_is_cleaned_when_it_is_read(text: str) -> None:
    escaped = "".join(f"\\U{ord(c):08x}" for c in text if not "\ud800" <= c <= "\udfff")
    draft = _read(f'{_HEAD}titel = "{escaped}"\n[antwoorden]\ndoel = "{escaped}"\n')
    assert (draft.title, draft.answers["doel"]) == (clean_line(text), clean(text))


def test_a_time_without_a_zone_is_taken_to_be_local() -> None:
    draft = _read("versie = 1\naangemaakt = 2026-11-24T14:32:07\n")
    assert draft.created == datetime(2026, 11, 24, 14, 32, 7).astimezone()
    assert draft.created.tzinfo is not None
    assert draft.modified == draft.created


def test_a_draft_of_a_newer_version_may_hold_what_is_no_text() -> None:
    draft = _read(_HEAD.replace("1", "2", 1) + '[antwoorden]\ndoel = ["a"]\nduur = "4"\n')
    assert draft.read_only
    assert draft.answers == {"duur": "4"}


@pytest.mark.parametrize(
    "line", ["titel = ['a']", "gewijzigd = 3", "cursor = 3\nvraag = 'doel'", "formulier = 'b'"]
)
def test_a_draft_of_a_newer_version_that_holds_other_things_is_said_to_be_newer(line: str) -> None:
    with pytest.raises(UnreadableDraft, match=r"^gemaakt met een nieuwere versie"):
        _read(f"{_HEAD.replace('1', '2', 1)}{line}\n")


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "leeg", None),
        (" \n\n", "leeg", None),
        ("versie = 1\ntitel = ", "verkeerd getypt", 2),
        ("versie = 1\ntitel = 'a\nb'\n", "verkeerd getypt", 2),
        ("versie = 1\nversie = 1\n", "verkeerd getypt", 2),
        ("titel = 'a'\n", "'versie' is er niet", None),
        ("\nversie = '1'\n", "'versie' is geen heel getal", 2),
        ("versie = true\n", "'versie' is geen heel getal", 1),
        ("versie = 0\n", "'versie' is geen versie die ik ken", 1),
        ("versie = 1\n", "'aangemaakt' is er niet", None),
        ("versie = 1\naangemaakt = 2026-11-24\n", "'aangemaakt' is geen datum met tijd", 2),
        ("versie = 1\naangemaakt = 1969-12-31T00:00:00Z\n", "geen datum van deze tijd", 2),
        ("versie = 1\naangemaakt = 9999-01-01T00:00:00Z\n", "geen datum van deze tijd", 2),
        (f"{_HEAD}gewijzigd = 'nu'\n", "'gewijzigd' is geen datum met tijd", 3),
        (f"{_HEAD}afgerond = true\n", "'afgerond' is geen datum met tijd", 3),
        (f"{_HEAD}titel = 3\n", "'titel' is geen tekst", 3),
        (f"{_HEAD}formulier = 'verlof'\n", "een formulier dat ik niet ken", 3),
        (f"{_HEAD}formulier = 1\n", "'formulier' is geen tekst", 3),
        (f"{_HEAD}antwoorden = 'geen'\n", "'antwoorden' is geen tabel", 3),
        (f"{_HEAD}[antwoorden]\n\n  'doel'  = 3\n", "zet aanhalingstekens", 5),
        (f"{_HEAD}vraag = 3\n", "'vraag' is geen tekst", 3),
        (f"{_HEAD}vraag = 'doel'\ncursor = [1]\n", "geen paar van regel en teken", 4),
        (f"{_HEAD}vraag = 'doel'\ncursor = [1, -1]\n", "geen paar van regel en teken", 4),
        (f"{_HEAD}vraag = 'doel'\ncursor = [1, 'a']\n", "geen paar van regel en teken", 4),
        (f"{_HEAD}vraag = 'doel'\ncursor = 3\n", "geen paar van regel en teken", 4),
        (f"{_HEAD}vraag = 'doel'\ncursor = [0x{99 * 'f'}, 0]\n", "geen paar van regel", 4),
        (f"{_HEAD}vraag = 'doel'\ncursor = [true, false]\n", "geen paar van regel", 4),
        (f"versie = {99 * '9'}\n", "'versie' is geen versie die ik ken", 1),
        (f"{_HEAD}titel = 'a'\n\"tit\\u0065l\" = 'b'\n", "verkeerd getypt", 4),
        (f"{_HEAD}[titel]\n", "'titel' is geen tekst", 3),
        (f"{_HEAD}antwoorden.doel = 3\n", "'doel' is geen tekst", 3),
        (f"{_HEAD}[a]\ndoel = 1\n[antwoorden]\nduur = 'doel = 3'\ndoel = 3\n", "'doel' is", 7),
        (f'{_HEAD}x = """\ntitel = 1"""\ntitel = 1\n', "'titel' is geen tekst", 5),
        (f"{_HEAD}[antwoorden]\n{99 * 'a'} = 3", f"'{40 * 'a'}…' is geen tekst", 4),
    ],
)
def test_a_damaged_file_says_what_is_wrong_and_where(
    text: str, reason: str, line: int | None
) -> None:
    with pytest.raises(UnreadableDraft) as caught:
        _read(text)
    assert reason in caught.value.reason
    assert caught.value.line == line
    assert str(caught.value).startswith(f"regel {line}: " if line else caught.value.reason)


def test_a_file_in_latin_1_says_on_which_line() -> None:
    with pytest.raises(UnreadableDraft, match=r"^regel 3: geen UTF-8-tekst$"):
        from_toml("a", f"{_HEAD}titel = 'reünie'".encode("latin-1"))


def test_a_key_that_is_named_in_an_error_is_cleaned() -> None:
    with pytest.raises(UnreadableDraft, match=r"^regel 4: '\[31m' is geen tekst: "):
        _read(f'{_HEAD}[antwoorden]\n"\\u001b[31m" = 3\n')


def test_a_draft_that_is_too_large_is_neither_read_nor_written() -> None:
    with pytest.raises(UnreadableDraft, match="16 MB"):
        from_toml("a", b"#" * (MAXIMUM_SIZE + 1))
    with pytest.raises(StorageError, match="16 MB"):
        to_toml(a_draft({"doel": "x" * MAXIMUM_SIZE}))


@pytest.mark.large
@pytest.mark.parametrize("text", ['"', "\\", "\u0958"])
def test_a_draft_that_would_grow_too_large_is_refused_when_it_is_read(text: str) -> None:
    data = f"{_HEAD}[antwoorden]\ndoel = '{9_000_000 // len(text.encode()) * text}'".encode()
    with pytest.raises(UnreadableDraft, match="16 MB"):
        from_toml("a", data)


def test_a_draft_whose_file_would_say_something_else_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = count()

    def unfaithful(document: Mapping[str, object], *, multiline_strings: bool = False) -> str:
        return dumps({**document, "titel": next(calls)}, multiline_strings=multiline_strings)

    dumps = tomli_w.dumps
    monkeypatch.setattr(tomli_w, "dumps", unfaithful)
    with pytest.raises(StorageError, match="zonder verlies"):
        to_toml(a_draft())


@given(st.binary(max_size=60))
def test_any_bytes_are_a_draft_or_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableDraft):
        from_toml("a", data)


@given(
    st.integers(0, len(_WRITTEN)),
    st.integers(0, 8),
    st.sampled_from([b"", b"\xff", b"\n", b"'", b'"', b"[", b"=", b"1", b"9999", b"\\"]),
)
def test_a_mangled_file_is_refused_or_can_be_saved_again(at: int, out: int, inside: bytes) -> None:
    try:
        draft = from_toml("a", _WRITTEN[:at] + inside + _WRITTEN[at + out :])
    except UnreadableDraft:
        return
    if not draft.read_only:
        assert from_toml("a", to_toml(draft)) == draft


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-9, minutes=-30))])
def test_times_keep_their_zone(zone: timezone) -> None:
    moment = datetime(2026, 3, 29, 2, 30, tzinfo=zone)
    draft = from_toml("a", to_toml(a_draft(modified=moment)))
    assert draft.modified.utcoffset() == moment.utcoffset()
