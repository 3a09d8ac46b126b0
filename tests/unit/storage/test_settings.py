"""What the user has chosen: read, judged with its line, and written without touching the rest."""

import json
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reisverslag_tui.errors import StorageError, Unreadable
from reisverslag_tui.storage.settings import (
    DEFAULTS,
    KEYS,
    MOST,
    PAUSE,
    Settings,
    read_settings,
    write_setting,
)

IDS = ("hulp", "antwoorden", "ga-naar")
VALUES: dict[str, st.SearchStrategy[str | int]] = {
    "thema": st.sampled_from(("licht", "nord", "ansi-dark", 'a"b#c', "é\\n")),
    "breedte": st.integers(0, 10_000),
    "bewaarpauze": st.integers(0, MOST[PAUSE]),
    "muis": st.booleans(),
    "kitty": st.booleans(),
}
CHOICES = st.lists(
    st.one_of(
        *(st.tuples(st.just((name,)), value | st.none()) for name, value in VALUES.items()),
        st.tuples(
            st.tuples(st.just(KEYS), st.sampled_from(IDS)),
            st.sampled_from(("f2", "Ctrl+P", "shift+f1")) | st.none(),
        ),
    ),
    max_size=8,
)
TEXTS = (
    "",
    "\n\n",
    "# niets dan dit\n",
    "kleur = 'rood' # mooi\nlijst = [\n  1, # een\n  2,\n]\n",
    'thema = "nord"  # van Jan\r\nmuis = false\r\n',
    '# bovenaan\nonbekend = nan\n\n# de toetsen\n[toetsen]\n# uitleg\nhulp = "f5" # handig\n',
    "[toetsen]\n[ander]\nbreedte = 3\nhulp = 'f3'\n",
    '\'breedte\' = 40\nhulp = \'geen toets\'\ntekst = """\nbreedte = 1\n"""\n',
)

COMMENTS = ("# niets dan dit", "# een", "# bovenaan", "# de toetsen", "# uitleg")
"""Those on lines that hold no setting."""


def repr_of(values: object) -> str:
    """Return values as text, in one order; NaN is equal to itself, and 1 is not true."""
    return json.dumps(values, sort_keys=True)


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), CHOICES)
def test_what_is_chosen_is_read_back_and_all_else_stays(
    text: str, choices: list[tuple[tuple[str, ...], str | int | None]]
) -> None:
    with TemporaryDirectory() as directory:
        path = Path(directory) / "config.toml"
        path.write_bytes(text.encode())
        wanted = tomllib.loads(text)
        for keys, value in choices:
            write_setting(path, keys, value)
            table = wanted.setdefault(KEYS, {}) if len(keys) > 1 else wanted
            table.pop(keys[-1], None)
            if value is not None:
                table[keys[-1]] = value
        written = path.read_bytes().decode()
    found = tomllib.loads(written)
    if not wanted.get(KEYS, True):  # an empty table is the same as none
        found.setdefault(KEYS, {})
    assert repr_of(found) == repr_of(wanted)
    assert [comment for comment in COMMENTS if comment in text] == [
        comment for comment in COMMENTS if comment in written
    ]


def test_a_line_that_is_changed_keeps_the_rest_of_it(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# van mij\nthema = "nord"  # donker\n\n# sneltoetsen\n[toetsen]\nhulp="f2"\n')
    write_setting(path, ("thema",), "licht")
    write_setting(path, ("breedte",), 100)
    write_setting(path, (KEYS, "hulp"), "f5")
    write_setting(path, (KEYS, "antwoorden"), "f1")
    assert path.read_text() == (
        '# van mij\nthema = "licht"  # donker\nbreedte = 100\n\n# sneltoetsen\n[toetsen]\n'
        'antwoorden = "f1"\nhulp="f5"\n'
    )


def test_a_file_is_made_with_its_directory_and_holds_no_more_than_was_chosen(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config" / "config.toml"
    assert read_settings(path).settings == DEFAULTS
    file = write_setting(path, (KEYS, "hulp"), "f2")
    assert file.settings == Settings(keys={"hulp": "f2"})
    assert path.read_text() == '[toetsen]\nhulp = "f2"\n'
    assert write_setting(path, ("muis",), False).settings == Settings(
        mouse=False, keys={"hulp": "f2"}
    )
    assert path.read_text() == 'muis = false\n\n[toetsen]\nhulp = "f2"\n'


WRONG = {
    "breedte = 10_001": "10001",
    "breedte = -1": "-1",
    "breedte = 80.0": "80.0",
    "breedte = true": "true",
    "bewaarpauze = 61": "61",
    "bewaarpauze = 'lang'": '"lang"',
    "muis = 'aan'": '"aan"',
    "kitty = 1": "1",
    "thema = 3": "3",
    "toetsen = 'f1'": '"f1"',
    "toetsen.hulp = 1": "1",
    r'breedte = "a\n\u001b[31mb"': '"a [31mb"',
    f"thema = [{'7,' * 100}]": "7, 7",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_costs_only_itself(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "config.toml"
    more = "" if "muis" in line else "muis = false\n"
    path.write_text(f"# uitleg\n\n{more}{line}\n")
    file = read_settings(path)
    assert file.settings == Settings(mouse=not more)
    (problem,) = file.problems
    assert problem.line == (4 if more else 3)
    assert WRONG[line] in problem.text
    assert len(problem.text) < 160
    assert "\x1b" not in problem.text


def test_all_that_is_wrong_is_told_and_what_is_not_known_is_none_of_that(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("muis = 1\nkleur = 'rood'\nkitty = 2\n[toetsen]\nhulp = 3\neditor = 4\n")
    file = read_settings(path)
    assert [problem.line for problem in file.problems] == [1, 3, 5, 6]
    assert [problem.keys[-1] for problem in file.problems] == ["muis", "kitty", "hulp", "editor"]
    assert [str(hint) for hint in file.hints] == ["Regel 2: kleur ken ik niet."]


UNREADABLE = {b"muis = true\nthema = \n": 2, b"\n\xff": 2, b"[" * 100: 1, b"#" * 1_000_001: None}


@pytest.mark.parametrize("data", UNREADABLE, ids=["value", "bytes", "depth", "size"])
def test_a_file_that_is_no_toml_is_one_problem_and_is_never_written_over(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    file = read_settings(path)
    assert file.settings == DEFAULTS
    assert [problem.line for problem in file.problems] == [UNREADABLE[data]]
    with pytest.raises(Unreadable):
        write_setting(path, ("muis",), False)
    assert path.read_bytes() == data


ODD = (
    "toetsen = {antwoorden = 'f5'}",
    "thema = '''\nnord'''",
    'a = """\nmuis = true\n"""\ntoetsen.editor = \'f5\'',
)


@pytest.mark.parametrize("text", ODD)
def test_a_value_that_can_not_be_changed_by_its_line_is_left_and_told(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    keys = ("thema",) if "thema" in text else (KEYS, "hulp")
    with pytest.raises(Unreadable, match=keys[-1]):
        write_setting(path, keys, "f6")
    assert path.read_text() == text


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(StorageError):
        write_setting(tmp_path / "bestand" / "config.toml", ("muis",), False)
    (tmp_path / "map.toml").mkdir()
    assert read_settings(tmp_path / "map.toml").settings == DEFAULTS
    assert len(read_settings(tmp_path / "map.toml").problems) == 1
    with pytest.raises((StorageError, Unreadable)):
        write_setting(tmp_path / "map.toml", ("muis",), False)
