import re
import sys
import tomllib
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reisverslag_tui.core import toml
from reisverslag_tui.errors import Unreadable
from tests.strategies import joined

_SIZE = 4_000_000
_CANNOT = "hier staat iets dat ik niet kan lezen"
_TEN = ".".join("a" * 10)
_INSIDE = joined('"', "'", '""', "''", "\\", "#", "[", "{", "=", ".", ",", "a", " ", "é", "\n")


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _basic_of_many_lines(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
    return f'"""{escaped}"""'


def _literal(text: str) -> str:
    return "'" + re.sub("['\n]", "", text) + "'"


def _literal_of_many_lines(text: str) -> str:
    return "'''" + re.sub("'{3,}", "''", text) + "'''"


_QUOTED = st.builds(
    lambda quote, text: quote(text),
    st.sampled_from([_basic, _basic_of_many_lines, _literal, _literal_of_many_lines]),
    _INSIDE,
)
_KEYS = st.sampled_from(["a", "b-1", "1", '"a.b"', "'#'", '"\\""', "'\\'", "a.b", 'c . "d" .e'])
_VALUES = st.recursive(
    _QUOTED | st.sampled_from(["1", "1.5", "-inf", "true", "1979-05-27T07:32:00.5Z", "07:32:00"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + " ,\n# [ ' \"\n".join(items) + "]"),
        st.lists(inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"'{i}' = {item}" for i, item in enumerate(items)) + "}"
        ),
    ),
    max_leaves=5,
)
_STATEMENTS = st.one_of(
    st.builds(lambda key, value: f'{key} = {value} # \' """ [', _KEYS, _VALUES),
    _KEYS.map("[{}]".format),
    _KEYS.map("[[ {} ]]".format),
    st.just(""),
)
_DOCUMENTS = st.lists(_STATEMENTS, max_size=6).map("\n".join)


def _unreadable(data: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        toml.parse(data if isinstance(data, bytes) else data.encode(), _SIZE)
    return caught.value


@given(_DOCUMENTS)
def test_what_a_person_could_write_is_read_as_tomllib_reads_it(text: str) -> None:
    text = f"x = 1\n{text}"
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert _unreadable(text).reason == "beschadigd of verkeerd getypt"
        return
    assert repr(toml.parse(text.encode(), _SIZE).values) == repr(values)


@given(_QUOTED, _QUOTED)
@example("'''a''''", "'b'")
@example('"""a""""', '"b"')
def test_no_structure_hides_in_what_is_taken_for_a_text(first: str, second: str) -> None:
    deep = "[" * 32 + "]" * 32
    assert toml.parse(f"x = {first}\ny = [{second}]".encode(), _SIZE).values.keys() == {"x", "y"}
    assert _unreadable(f"x = [{first}, {second}, {deep}]").reason == _CANNOT


TOO_MUCH = {
    "arrays": (f"a = 1\nb = {'[' * 33}{']' * 33}", 2),
    "arrays after items": (f"a = {'[1, ' * 33}{']' * 33}", 1),
    "inline tables": (f"\n\na = {'{a=' * 33}1{'}' * 33}", 3),
    "dots": (f"{_TEN}.{_TEN}.{_TEN}.b.b.b.b = 1", 1),
    "dots in a header": (f"[{_TEN}.{_TEN}.{_TEN}.b.b.b]", 1),
    "dots among spaces and quotes": (f"[['a'.{_TEN} . {_TEN}.\"b\".{_TEN}]]", 1),
    "dots in tables": (f"a = {{{_TEN}.{_TEN} = {{{_TEN}.b.b.b = [1]}}}}", 1),
    "digits": (f'a = """\n\n"""\nb = {"9" * 1001}', 4),
    "hexadecimal digits": (f"a = 0x{'f' * 1000}", 1),
    "letters of a key": (f"{'a' * 1001} = 1", 1),
    "items": ("a = [" + "1,\n" * 7000 + "]", 6666),
    "tables": ("[[a]]\n" * 4000, 3334),
    "comments": ("#\n" * 20_000, 10_001),
    "lines": ("\n" * 20_001 + "a = 1", 20_002),
}


@pytest.mark.parametrize(("text", "line"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_would_take_too_long_is_refused(text: str, line: int) -> None:
    error = _unreadable(text)
    assert (error.reason, error.line) == (_CANNOT, line)


MUCH = {
    "arrays and inline tables": f"a = {'[' * 32}{']' * 32}\nb = {'{a=' * 32}1{'}' * 32}",
    "dots": f"{_TEN}.{_TEN}.{_TEN}.b.b.b = 1\n[c.{_TEN}.{_TEN}.{_TEN}.b]",
    "decimals": f"a = [{'1.5, ' * 40}]\nb = {{{', '.join(f'a{i} = 0.5' for i in range(40))}}}",
    "decimals on lines": "a = [\n"
    + "2.5,\n" * 40
    + "]"
    + "".join(f"\nb{i} = 1.5" for i in range(40)),
    "signs in texts": f"a = '''{'[' * 10_000}'''\nb = \"{'a.' * 10_000}\" # {'{' * 10_000}",
    "items": "a = [" + "1,\n" * 6000 + "]",
    "digits": f"a = {'9' * 999}\n'{'b' * 5000}' = 1",
}


@pytest.mark.parametrize("text", MUCH.values(), ids=MUCH)
def test_what_is_only_much_is_read(text: str) -> None:
    assert toml.parse(text.encode(), _SIZE).values == tomllib.loads(text)


HOSTILE = (
    *("'", '"', "'''a", '"""a', "\\", '\\"', "a.", "[", "{a=", "]", "=", ",", "[a]\n", "[[a]]\n"),
    *(
        "\n",
        "#\n",
        "\r",
        "\r\n",
        "\0",
        "é",
        "a",
        "1",
        "f",
        "#'",
        '""a',
        "''a",
        '\\\\"',
        "[]",
        "a=1,",
    ),
)
BEFORE = ("", "a = ", "a = [", "a = {", "a = 0x", "a = 1.", 'a = "', 'a = """', "a = '''", "[")


@pytest.mark.large
@pytest.mark.parametrize("before", BEFORE)
def test_no_text_takes_longer_than_in_proportion_to_its_size(before: str) -> None:
    for text in HOSTILE:
        begin = process_time()
        with suppress(Unreadable):
            toml.parse((before + text * (200_000 // len(text))).encode(), _SIZE)
        assert process_time() - begin < 1, text  # a square takes a minute


def test_what_is_too_large_or_empty_or_no_utf_8_is_said() -> None:
    assert _unreadable(b"#" * (_SIZE + 1)).reason == "te groot (meer dan 4 MB)"
    for data in (b"", b" \n\t\r\n", b"\xef\xbb\xbf"):
        assert _unreadable(data).reason == "het bestand is leeg"
    error = _unreadable("a = 1\nb = 'é'".encode("latin-1"))
    assert (error.reason, error.line) == ("geen UTF-8-tekst", 2)
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert _unreadable("a = 1\n".encode(encoding)).line == 1
    assert toml.parse("a = 1".encode("utf-8-sig"), _SIZE).values == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\na = 2\n\n", 2), ("a = 1\r\n\r\n'a' = ", 3), ("a = 'b\n'", 1), ("[a\n]", 1)],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int) -> None:
    error = _unreadable(text)
    assert (error.reason, error.line) == ("beschadigd of verkeerd getypt", line)


def test_a_number_that_python_will_not_read_is_refused() -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        assert _unreadable(f"a = {'9' * 700}").reason == _CANNOT
    finally:
        sys.set_int_max_str_digits(before)


_LINES = """\
een = 'twee = 2'
"twee"=2
drie . vier = [ 'vijf', "zes" ]
tekst = '''
vijf = 5
'''
[vijf]
zes = { zeven = 1, "a\\u0063ht" = 2 }
[[negen]]
tien = 1
[[negen]]
tien = 2
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["een"], 1),
        (["twee"], 2),
        (["drie"], 3),
        (["drie", "vier"], 3),
        (["vijf"], 7),
        (["vijf", "zes"], 8),
        (["zes", "acht"], 8),
        (["drie", "zes"], 8),
        (["negen", "tien"], 10),
        (["negen", "negen"], 11),
        (["negen", "negen", "tien"], 12),
        (["elf"], None),
        (["negen", "een"], None),
        (["negen", "negen", "negen"], None),
        ([], None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_is_found_on_its_line(keys: list[str], line: int | None, end: str) -> None:
    document = toml.parse(_LINES.replace("\n", end).encode(), _SIZE)
    assert document.line(*keys) == line
