import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.text import searchable
from reisverslag_tui.errors import LookupFailed, UnreadableDraft
from reisverslag_tui.storage.draft_directory import Broken
from reisverslag_tui.storage.locations import (
    bin_directory,
    drafts_directory,
    versions_directory,
)
from reisverslag_tui.storage.lookup import (
    BIN,
    DRAFTS,
    Where,
    find,
    find_file,
    find_question,
    word_for,
)
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.store import DraftStore
from tests.clock import MOMENT
from tests.stores import store_in
from tests.strategies import FORM, LINES, a_draft

_GENT = a_draft(name="2026-11-24-abcde", title="Werkbezoek Gent")
_SHORT = a_draft(name="2026-11-23-fghjk", title="Gent", modified=MOMENT.replace(hour=13))
_FESTIVAL = a_draft(
    name="2025-05-16-mnpqr", title="ISHF Barcelona: één festival", modified=MOMENT.replace(hour=9)
)


def _store(directory: Path, *drafts: Draft) -> DraftStore:
    store = store_in(directory)
    for draft in drafts:
        store.save(draft)
    return store


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return _store(tmp_path, _SHORT, _GENT, _FESTIVAL)


@pytest.fixture
def damaged(store: DraftStore) -> Path:
    path = store.directory / "2025-05-15-stukj.toml"
    path.write_bytes(b"versie = 1\ntitel = ")
    return path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("laatste", _GENT),
        ("2026-11-24-abcde", _GENT),
        ("2026-11-23", _SHORT),
        ("2025", _FESTIVAL),
        ("2025-05-16-MN", _FESTIVAL),
        ("gent", _SHORT),
        (" Gent\n", _SHORT),
        ("werkbezoek", _GENT),
        ("BARCELONA", _FESTIVAL),
        ("ÉÉN fest", _FESTIVAL),
        ("e\u0301e\u0301n", _FESTIVAL),
        ("een festival", _FESTIVAL),
        ("festival barcelona", _FESTIVAL),
    ],
)
def test_a_draft_is_meant_by_its_id_its_title_or_a_part_of_one(
    store: DraftStore, name: str, expected: Draft
) -> None:
    found = find(name, store)
    assert (found.draft, found.store) == (expected, store)


def test_a_title_as_it_is_written_goes_before_one_that_is_only_searched_alike(
    tmp_path: Path,
) -> None:
    plain, accented = (a_draft(name=f"a-{title}", title=title) for title in ("Malmo", "Malmö"))
    store = _store(tmp_path, plain, accented)
    assert find("malmo", store).draft == plain
    assert find("malmö", store).draft == accented
    store.throw_away(plain.id)
    assert find("malmo", store).draft == accented


@pytest.mark.parametrize("name", ["regio's", "1-2", "1-2 januari", "januari regio's"])
def test_a_title_is_found_as_it_is_typed_on_a_keyboard(tmp_path: Path, name: str) -> None:
    meant = a_draft(name="een", title="Regio’s, 1–2\u00a0januari")
    assert find(name, _store(tmp_path, meant, a_draft(name="twee", title="Gent"))).draft == meant


def test_a_whole_id_means_that_draft_also_if_others_begin_with_it(tmp_path: Path) -> None:
    store = _store(tmp_path, _GENT, a_draft(name=f"{_GENT.id}-2"))
    assert find(_GENT.id, store).draft == _GENT


def test_a_whole_id_is_found_without_a_list(
    store: DraftStore, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DraftStore, "summaries", None)
    assert find(_GENT.id, store).draft == _GENT
    assert isinstance(find_file(damaged.stem, store).item, Broken)
    (store.directory / ".verborgen.toml").write_bytes(to_toml(_GENT))
    assert [name for name in (_GENT.id.upper(), ".verborgen", "weg") if store.has(name)] == []


@pytest.mark.parametrize("name", ["x", "laatste"])
def test_the_word_for_the_latest_goes_before_a_title_and_an_id(tmp_path: Path, name: str) -> None:
    older = a_draft(name=name, title="laatste", modified=MOMENT.replace(year=2025))
    assert find("laatste", _store(tmp_path, _GENT, older)).draft == _GENT


@given(title=LINES.filter(bool), data=st.data())
def test_a_part_of_the_only_title_finds_it(
    tmp_path_factory: pytest.TempPathFactory, title: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(title) - 1))
    part = title[start : data.draw(st.integers(start + 1, len(title)))]
    store = _store(tmp_path_factory.getbasetemp() / "one", a_draft(title=title))
    if searchable(part).strip() and "/" not in part:
        assert find(part, store).draft.title == title


@pytest.mark.parametrize(
    ("name", "meant"), [("2026", [_GENT, _SHORT]), ("e", [_GENT, _SHORT, _FESTIVAL])]
)
def test_where_several_could_be_meant_they_are_listed(
    store: DraftStore, name: str, meant: list[Draft]
) -> None:
    with pytest.raises(LookupFailed, match=f"Meer dan één verslag past bij '{name}'") as caught:
        find(name, store)
    assert [line.split(maxsplit=1) for line in caught.value.candidates] == [
        [draft.id, draft.title] for draft in meant
    ]


def test_what_may_be_meant_is_told_in_columns_and_how_to_choose(tmp_path: Path) -> None:
    example = a_draft(name="voorbeeld", title="Voorbeeld: Gent")
    with pytest.raises(LookupFailed, match="Kies met het kenmerk") as caught:
        find("gent", _store(tmp_path, _GENT, example))
    assert {
        line.index(title)
        for line, title in zip(
            sorted(caught.value.candidates), (_GENT.title, example.title), strict=True
        )
    } == {len(_GENT.id) + 2}


def test_of_many_that_may_be_meant_only_some_are_told(tmp_path: Path) -> None:
    drafts = [a_draft(name=f"d{number:02}", title=f"Gent {number:02}") for number in range(23)]
    with pytest.raises(LookupFailed) as caught:
        find("gent", _store(tmp_path, *drafts))
    *told, more = caught.value.candidates
    assert len(told) == 20
    assert more == "en nog 3. Je ziet ze allemaal met: reisverslag lijst"


def test_two_of_the_same_title_are_both_listed(tmp_path: Path) -> None:
    with pytest.raises(LookupFailed) as caught:
        find("gent", _store(tmp_path, _SHORT, a_draft(title="GENT")))
    assert len(caught.value.candidates) == 2


@pytest.mark.parametrize("name", ["", " ", "\x1b", "brugge", "2023", "laatst", "a/b", "weg.toml"])
def test_what_fits_no_draft_is_said_without_control_characters(
    store: DraftStore, name: str
) -> None:
    with pytest.raises(LookupFailed, match=r"^Geen verslag heeft '[a-z0-9./]*' in") as caught:
        find(name, store)
    assert caught.value.candidates == ()
    assert "reisverslag lijst" in str(caught.value)


@pytest.mark.parametrize("name", ["laatste", "gent", ""])
@pytest.mark.parametrize("where", [DRAFTS, BIN])
def test_where_there_is_no_draft_at_all_that_is_said(
    tmp_path: Path, name: str, where: Where
) -> None:
    with pytest.raises(LookupFailed, match=f"^{re.escape(where.if_empty)}$"):
        find(name, _store(tmp_path), where)


def test_what_is_not_in_the_bin_is_said_with_the_command_that_shows_it(store: DraftStore) -> None:
    with pytest.raises(LookupFailed, match="lijst --prullenbak"):
        find("brugge", store, BIN)


@pytest.mark.parametrize("name", ["2025-05-15", "2025-05-15-STUKJ"])
def test_a_damaged_file_is_named_with_its_line(store: DraftStore, damaged: Path, name: str) -> None:
    with pytest.raises(UnreadableDraft, match=f"^{damaged} kan niet gelezen worden: regel 2: "):
        find(name, store)


def test_a_start_that_fits_a_draft_and_a_damaged_file_means_neither(
    store: DraftStore, damaged: Path
) -> None:
    with pytest.raises(LookupFailed) as caught:
        find("2025-05", store)
    assert [line.split()[0] for line in caught.value.candidates] == [_FESTIVAL.id, damaged.stem]


def test_a_path_to_a_draft_of_ones_own_is_that_draft(store: DraftStore) -> None:
    found = find(str(store.path(_GENT.id)), store)
    assert (found.draft, found.store) == (_GENT, store)


def test_a_path_elsewhere_is_a_draft_in_its_own_place(
    store: DraftStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "home" / "usb"
    elsewhere.mkdir(parents=True)
    (elsewhere / "kopie.toml").write_bytes(to_toml(_GENT))
    monkeypatch.chdir(elsewhere)
    for name in ("kopie.toml", "./kopie.toml", "~/usb/kopie.toml", str(elsewhere / "kopie.toml")):
        found = find(name, store)
        assert (found.draft.id, found.draft.title) == ("kopie", _GENT.title)
        assert found.store.path("kopie").samefile(elsewhere / "kopie.toml")


def test_a_link_that_is_named_by_its_path_is_followed(store: DraftStore, tmp_path: Path) -> None:
    for name in ("usb", "elders"):
        (tmp_path / name).mkdir()
    (tmp_path / "usb" / "kopie.toml").write_bytes(to_toml(_GENT))
    link = tmp_path / "elders" / "link"
    link.symlink_to("../usb/kopie.toml")
    found = find(str(link), store)
    assert found.draft.id == "kopie"
    assert found.store.directory == tmp_path / "usb"
    assert found.store.versions_directory == versions_directory(tmp_path / "usb")


@pytest.mark.parametrize("kind", ["of the directory", "of the draft"])
def test_a_link_to_a_draft_of_ones_own_is_that_draft(
    store: DraftStore, tmp_path: Path, kind: str
) -> None:
    link = tmp_path / "link"
    if kind == "of the directory":
        link.symlink_to(store.directory)
        found = find(str(link / f"{_GENT.id}.toml"), store)
    else:
        link.symlink_to(store.path(_GENT.id))
        found = find(str(link), store)
    assert (found.draft, found.store) == (_GENT, store)


@pytest.mark.parametrize("by_path", [True, False])
def test_a_link_among_the_drafts_that_leads_elsewhere_is_unreadable(
    store: DraftStore, tmp_path: Path, by_path: bool
) -> None:
    (tmp_path / "geheim.toml").write_bytes(to_toml(_GENT))
    link = store.path("koppeling")
    link.symlink_to(tmp_path / "geheim.toml")
    with pytest.raises(UnreadableDraft, match="verwijst naar een bestand in een andere map"):
        find(str(link) if by_path else "koppeling", store)


@pytest.mark.parametrize("by_path", [True, False])
def test_a_damaged_file_is_found_where_that_will_do(
    store: DraftStore, damaged: Path, by_path: bool
) -> None:
    found = find_file(str(damaged) if by_path else damaged.stem, store)
    assert isinstance(found.item, Broken)
    assert found.item.error.line == 2
    assert found.store == store


@pytest.mark.parametrize(
    ("name", "error", "why"),
    [
        ("./map", LookupFailed, "is een map"),
        ("./verslag.txt", LookupFailed, "reisverslag importeer"),
        ("stuk.toml", UnreadableDraft, r"/stuk\.toml kan niet gelezen worden: regel 1: "),
        ("./.punt.toml", LookupFailed, r"/\.punt\.toml is geen verslag"),
        ("./" + 300 * "n", LookupFailed, "naam te lang"),
    ],
)
def test_a_path_that_is_no_draft_is_said_to_be_so(
    store: DraftStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: type[Exception],
    why: str,
) -> None:
    (tmp_path / "map").mkdir()
    for file in ("verslag.txt", "stuk.toml", ".punt.toml"):
        (tmp_path / file).write_text("titel")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=why):
        find(name, store)


@pytest.mark.parametrize("name", ["3", "doel", "Doel", "DOEL"])
def test_a_question_is_named_by_number_id_or_label(name: str) -> None:
    assert find_question(name, FORM).id == "doel"


def test_every_question_can_be_named() -> None:
    for number, question in enumerate(FORM.questions, start=1):
        for name in (str(number), question.id, question.label, question.label.upper()):
            assert find_question(name, FORM) is question


@pytest.mark.parametrize("name", ["", "0", "8", "doe", "kosten", "\x1b"])
def test_a_question_that_is_not_on_the_form_lists_those_that_are(name: str) -> None:
    with pytest.raises(LookupFailed, match=r"De vraag '[a-z0-9]*' staat niet") as caught:
        find_question(name, FORM)
    assert [line.split()[:2] for line in caught.value.candidates] == [
        [str(number), question.id] for number, question in enumerate(FORM.questions, start=1)
    ]


def test_a_report_is_named_in_a_command_by_its_id_if_that_will_do(tmp_path: Path) -> None:
    for place in (drafts_directory(), bin_directory()):
        for name in ("2026-11-24-abcde", "Gent (kopie)", "-x"):
            assert word_for(place / f"{name}.toml") == name
        for name in ("laatste", "gent.toml", "a\nb", "\x1b", "cafe\u0301"):
            assert word_for(place / f"{name}.toml") == f"{place}/{name}.toml"
    assert word_for(tmp_path / "gent.toml") == f"{tmp_path}/gent.toml"
