"""Files that are broken, or made to do harm: by hand, and by hypothesis without end."""

from collections.abc import Mapping
from importlib.resources import files

from hypothesis import strategies as st

from reisverslag_tui.storage.serialization import MAXIMUM_SIZE, to_toml
from tests.strategies import BIDI, CONTROLS, DRAFTS, QUESTION_IDS, WORDS, joined

FORM = files("reisverslag_tui").joinpath("forms", "dienstreis.toml").read_bytes()
HEAD = "versie = 1\naangemaakt = 2026-11-24T14:32:07+01:00\n"
DRIVES = (
    "\x1b]0;gekaapt\x07\x1b[31m\x1b[2J\x1bc\x9b31m\x9d0;x\x9c\x08\x7f\0\x0e\r\x85\u202e\u2066\u200f"
)
MARKUP = r"[bold]x[/bold] [/] [@click=app.quit]q[/] :smile: %s {0} \u001b \n <b> $(id) `id`"
_ESCAPED = "".join(f"\\u{ord(letter):04x}" for letter in DRIVES)
_TEXT = MARKUP.replace("\\", "\\\\")

GOOD = {
    "the least": HEAD,
    "a byte-order mark": f"\ufeff{HEAD}",
    "Windows": HEAD.replace("\n", "\r\n"),
    "no zone": "versie = 1\naangemaakt = 2026-11-24T14:32:07\n",
    "the first second": "versie = 1\naangemaakt = 1970-01-01T00:00:00+23:59\n",
    "the last second": "versie = 1\naangemaakt = 9998-12-31T23:59:59.999999-23:59\n",
    "drives in a title": f'{HEAD}titel = "Gent {_ESCAPED}"\n',
    "drives in an answer": f'{HEAD}[antwoorden]\ndoel = "{_ESCAPED}een\\n{_ESCAPED}twee"\n',
    "drives in keys": f'{HEAD}"{_ESCAPED}" = 1\n[antwoorden]\n"{_ESCAPED}" = "{_ESCAPED}"\n',
    "drives in a place": f'{HEAD}vraag = "{_ESCAPED}"\n',
    "raw C1 and bidi": f'{HEAD}titel = "a\x9b31m\x9d0;x\x9c\u202e\u2066b"\n',
    "markup": f'{HEAD}titel = "{_TEXT}"\n[antwoorden]\ndoel = "{_TEXT}"\n',
    "no known question": f"{HEAD}vraag = 'kosten'\ncursor = [3, 99]\n[antwoorden]\nkosten = '9'\n",
    "a place far off": f"{HEAD}vraag = 'doel'\ncursor = [15000000, 15000000]\n",
    "odd unknown values": f"{HEAD}a = nan\nb = -inf\nc = 07:32:00\nd = 1979-05-27\n"
    f"e = 1979-05-27T07:32:00\nf = 0x{'f' * 200}\ng = [[], {{}}]\n[[h]]\n[[h.i]]\n",
    "a newer version": f"{HEAD.replace('1', '2', 1)}[antwoorden]\ndoel = ['a']\nduur = '4'\n",
    "a long title": f"{HEAD}titel = '{'reis ' * 20_000}'\n",
    "a heap of marks": f"{HEAD}titel = 'e{chr(0x301) * 400}{chr(0x323) * 400}'\n",
    "a long word": f"{HEAD}[antwoorden]\ndoel = '{'a' * 100_000}'\n",
    "long gaps": f"{HEAD}[antwoorden]\ndoel = 'a{' ' * 100_000}b{chr(9) * 100_000}c'\n",
    "many lines": f"{HEAD}[antwoorden]\ndoel = '''{chr(10) * 100_000}een{chr(10) * 100_000}'''\n",
}
"""Files that are drafts all the same."""

_NO_TOML = "beschadigd of verkeerd getypt"
_STRANGE_TOML = "hier staat iets dat ik niet kan lezen"

BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", "het bestand is leeg"),
    "blank": (b" \n\t\n", "het bestand is leeg"),
    "NUL": (b"\0" * 1000, f"regel 1: {_NO_TOML}"),
    "NUL in a text": (f"{HEAD}titel = 'a\0b'\n", f"regel 3: {_NO_TOML}"),
    "raw drives": (f"{HEAD}titel = '{DRIVES}'\n", f"regel 3: {_NO_TOML}"),
    "Latin-1": (f"{HEAD}titel = 'reünie'\n".encode("latin-1"), "regel 3: geen UTF-8-tekst"),
    "half a letter": (f"{HEAD}titel = '€'\n".encode()[:-4], "regel 3: geen UTF-8-tekst"),
    "a surrogate": (HEAD.encode() + b"x = '\xed\xa0\x80'\n", "regel 3: geen UTF-8-tekst"),
    "UTF-16": (HEAD.encode("utf-16"), "regel 1: geen UTF-8-tekst"),
    "UTF-16 without mark": (HEAD.encode("utf-16-le"), f"regel 1: {_NO_TOML}"),
    "two marks": (f"\ufeff\ufeff{HEAD}", f"regel 1: {_NO_TOML}"),
    "an old Mac": (HEAD.replace("\n", "\r"), f"regel 1: {_NO_TOML}"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "regel 1: geen UTF-8-tekst"),
    "a program": (b"\x7fELF\2\1\1" + bytes(range(128)) * 99, f"regel 1: {_NO_TOML}"),
    "prose": ("Beste collega,\n\nWij waren in Gent...\n", f"regel 1: {_NO_TOML}"),
    "cut off": (f'{HEAD}[antwoorden]\ndoel = """\nWij', f"regel 5: {_NO_TOML}"),
    "merged": (f"{HEAD}<<<<<<< HEAD\n", f"regel 3: {_NO_TOML}"),
    "a key twice": (f"{HEAD}titel = 'a'\n'titel' = 'b'\n", f"regel 4: {_NO_TOML}"),
    "a table twice": (f"{HEAD}[antwoorden]\n[antwoorden]\n", f"regel 4: {_NO_TOML}"),
    "no version": ("titel = 'a'\n", "'versie' is er niet"),
    "true for a version": ("versie = true\n", "regel 1: 'versie' is geen heel getal"),
    "no version known": ("versie = -1\n", "regel 1: 'versie' is geen versie die ik ken"),
    "no time": ("versie = 1\n", "'aangemaakt' is er niet"),
    "a date": ("versie = 1\naangemaakt = 2026-11-24\n", "regel 2: 'aangemaakt' is geen datum met"),
    "the year 1": (
        "versie = 1\naangemaakt = 0001-01-01T00:00:00+23:59\n",
        "regel 2: 'aangemaakt' is geen datum van deze tijd",
    ),
    "the year 9999": (
        f"{HEAD}gewijzigd = 9999-12-31T23:59:59-23:59\n",
        "regel 3: 'gewijzigd' is geen datum van deze tijd",
    ),
    "the 30th of February": (f"{HEAD}gewijzigd = 2026-02-30T00:00:00Z\n", f"regel 3: {_NO_TOML}"),
    "a number for a title": (f"{HEAD}titel = 3\n", "regel 3: 'titel' is geen tekst"),
    "a number for an answer": (
        f"{HEAD}[antwoorden]\n\ndoel = 3\n",
        "regel 5: 'doel' is geen tekst",
    ),
    "a key that drives": (f'{HEAD}[antwoorden]\n"{_ESCAPED}" = 3\n', "regel 4: '"),
    "a long key": (f"{HEAD}[antwoorden]\n'{' a' * 500_000}' = 3\n", "regel 4: 'a a"),
    "a form that drives": (f'{HEAD}formulier = "{_ESCAPED}"\n', "regel 3: 'formulier' is een"),
    "a cursor of truths": (
        f"{HEAD}vraag = 'a'\ncursor = [true, true]\n",
        "regel 4: 'cursor' is geen",
    ),
    "a cursor too far": (
        f"{HEAD}vraag = 'a'\ncursor = [0, {10**18}]\n",
        "regel 4: 'cursor' is geen",
    ),
    "other types in a newer version": (
        f"{HEAD.replace('1', '2', 1)}titel = ['a']\n",
        "gemaakt met een nieuwere versie",
    ),
    "brackets": (f"{HEAD}x = {'[' * 100_000}", f"regel 3: {_STRANGE_TOML}"),
    "braces": (f"{HEAD}x = {'{a=' * 100_000}", f"regel 3: {_STRANGE_TOML}"),
    "dots": (f"{HEAD}{'a.' * 100_000}a = 1\n", f"regel 3: {_STRANGE_TOML}"),
    "dots in a header": (f"{HEAD}[{'a.' * 100_000}a]\n", f"regel 3: {_STRANGE_TOML}"),
    "digits": (f"{HEAD}x = {'9' * 100_000}\n", f"regel 3: {_STRANGE_TOML}"),
    "hexadecimal": (f"{HEAD}x = 0x{'f' * 1_000_000}\n", f"regel 3: {_STRANGE_TOML}"),
    "tables": (HEAD + "[[a]]\n" * 100_000, f"regel 3335: {_STRANGE_TOML}"),
    "lines": (f"{HEAD}{chr(10) * 1_000_000}x = 1\n", f"regel 19996: {_STRANGE_TOML}"),
    "unknown text": (f"{HEAD}x = '{'a' * 2_000_000}'\n", "hierin staat te veel dat ik niet ken"),
    "a long name for many tables": (
        f"{HEAD}['{'k' * 100_000}']\n" + "".join(f"a{i} = {{b = {{}}}}\n" for i in range(999)),
        "hierin staat iets dat ik niet kan opslaan",
    ),
    "just too large": (HEAD.encode() + b"#" * MAXIMUM_SIZE, "te groot (meer dan 16 MB)"),
}
"""Files that are no drafts, and what is said of them."""

_KEYS = (
    *("versie", "formulier", "titel", "aangemaakt", "gewijzigd", "vraag", "cursor", "afgerond"),
    *("antwoorden", *QUESTION_IDS),
)
_PIECES = (
    *("[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\n", "\r\n", " ", "#", "\\", "\\u", "-", "+"),
    *('"', "'", '"""', "'''", "0x", "9" * 40, "1e9", "inf", "nan", "true", "T", ":", "Z"),
    *(*_KEYS, *BIDI, *CONTROLS, "\ufeff", "\u2028", "\x85", "é", "\u0301"),
)
_INSERTED = st.binary(max_size=4) | st.sampled_from(_PIECES).map(str.encode)
_FILES = DRAFTS.map(to_toml)


@st.composite
def _mutated(draw: st.DrawFn, files: st.SearchStrategy[bytes]) -> bytes:
    """Return one of `files` in which a few bytes or lines have gone wrong."""
    data = draw(files)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(at + draw(st.integers(0, 60)), len(data))
        part, other = data[at:to], draw(files)
        flipped = bytes(byte ^ 1 << at % 8 for byte in part[:1]) + part[1:]
        instead = st.sampled_from([flipped, b"", part * 3, other[at : at + 60]]) | _INSERTED
        data = data[:at] + draw(instead) + data[to:]
    return data


def _escaped(text: str) -> str:
    return "".join(f"\\U{ord(letter):08x}" if letter < " " else letter for letter in text)


_TEXTS = joined("a", " ", "\n", *CONTROLS, *BIDI, *WORDS, most=6)
_QUOTED = st.one_of(
    _TEXTS.map(lambda text: '"' + _escaped(text.replace("\\", "").replace('"', "")) + '"'),
    _TEXTS.map(lambda text: '"""' + _escaped(text.replace("\\", "").replace('"', "")) + '"""'),
    _TEXTS.map(lambda text: "'" + text.replace("'", "").replace("\n", "") + "'"),
)
_SIMPLE = (
    *("1", "-1", "0", "true", "1.5", "nan", "-inf", "1e400", "9223372036854775808", "0b11", "''"),
    *("1979-05-27", "07:32:00.999", "1979-05-27T07:32:00", "2026-11-24 14:32:07.5+23:59"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "[1, 2]", "[[], {}]", "[3, 4]"),
)
_VALUES = st.recursive(
    _QUOTED | st.sampled_from(_SIMPLE),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["a", "b.c", '"\\u001b"']), inner).map(
            lambda table: "{" + ", ".join(f"{key} = {table[key]}" for key in table) + "}"
        ),
    ),
    max_leaves=5,
)
_NAMES = st.sampled_from([*_KEYS, "x", "x.y", "x . 'z'", '"\\u001b"', "'\x9b'"])
_TABLES = st.dictionaries(_NAMES, _VALUES, max_size=4)
_ANSWERS = st.dictionaries(st.sampled_from([*QUESTION_IDS, '"\\u001b"']), _QUOTED, max_size=4)
_HEADERS = st.sampled_from(["[x]", "[[bijlagen]]", "[antwoorden.x]", "[versie]"])


def _statements(table: Mapping[str, str]) -> str:
    return "".join(f"{key} = {value}\n" for key, value in table.items())


def _document(head: str, *tables: str) -> bytes:
    return "\n".join([head, *tables]).encode("utf-8", "surrogatepass")


_DOCUMENTS = st.builds(
    _document,
    st.sampled_from([HEAD, HEAD, HEAD, HEAD.replace("1", "2", 1), "versie = 1"]),
    _TABLES.map(_statements) | st.just(""),
    _ANSWERS.map(lambda answers: f"[antwoorden]\n{_statements(answers)}"),
    st.builds("{}\n{}".format, _HEADERS, _TABLES.map(_statements)) | st.just(""),
)

_BYTES = st.binary(max_size=400)

FILES = {"bytes": _BYTES, "damaged": _mutated(_FILES), "documents": _DOCUMENTS}
"""Files as chance makes them: any bytes, drafts with some damage, and the words of a draft."""

FORMS = {"bytes": _BYTES, "damaged": _mutated(st.just(FORM)), "documents": _DOCUMENTS}
"""The same for files that are taken for a form."""
