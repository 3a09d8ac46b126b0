import io
import stat
import sys
import tomllib

import pytest

from reisverslag_tui.cli.main import main
from reisverslag_tui.core.form import load_form
from tests.cli.program import MOMENT, Program
from tests.cli.test_lijst import NEWER

GOAL = "WAT WAS HET DOEL VAN DE REIS?"


@pytest.fixture(autouse=True)
def _gent(program: Program) -> None:
    program.add("gent", "Werkbezoek Gent", doel="oud", vervolg="nee")


def test_the_answer_is_the_argument(program: Program) -> None:
    outcome = program.call("vul", "gent", "doel", "regenwater")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Werkbezoek Gent" in outcome.err
    assert program.answer(GOAL) == "regenwater"
    assert program.answer("ZIJN ER VERVOLGAFSPRAKEN? ZO JA, WELKE?") == "nee"


def test_the_answer_is_what_comes_in(program: Program) -> None:
    text = "\ufeffEen\r\ntwee\r\n\r\ndrie, geïnterviewd\r\n".encode()
    assert program.run("vul", "gent", "doel", stdin=text).code == 0
    stored = tomllib.loads((program.drafts / "gent.toml").read_text(encoding="utf-8"))
    assert stored["antwoorden"]["doel"] == "Een\ntwee\n\ndrie, geïnterviewd"


def test_hyphens_of_word_are_hyphens_or_nothing(program: Program) -> None:
    assert program.call("vul", "gent", "doel", "e\x1email bedrijfs\x1fgebouw").code == 0
    assert program.answer(GOAL) == "e-mail bedrijfsgebouw"
    assert program.run("vul", "gent", "doel", stdin=b"tv\x1email toe\x1fgang").code == 0
    assert program.answer(GOAL) == "tv-mail toegang"


@pytest.mark.parametrize("stdin", [b"", b"\n", b"\r\n", b"\x1b", b"\xef\xbb\xbf"])
def test_nothing_coming_in_leaves_the_answer(program: Program, stdin: bytes) -> None:
    program.refuses("vul", "gent", "doel", code=2, stdin=stdin)


def test_an_empty_argument_empties_the_answer(program: Program) -> None:
    outcome = program.call("vul", "gent", "doel", "")
    assert outcome.code == 0
    assert "ingevuld" not in outcome.err
    assert program.answer(GOAL) == "(nog niet ingevuld)"


@pytest.mark.parametrize("number", range(7))
def test_a_question_has_a_number_an_id_and_a_label(program: Program, number: int) -> None:
    question = load_form().questions[number]
    names = (str(number + 1), question.id, question.label, question.label.upper())
    for name in names:
        assert program.call("vul", "gent", name, f"via {name}").code == 0
        assert program.answer(question.heading) == f"via {name}"


@pytest.mark.parametrize("name", ["0", "8", "-1", "", "kosten", "\u00b2", "\x1b[31m", "\udcff"])
def test_an_unknown_question_lists_those_there_are(program: Program, name: str) -> None:
    said = program.refuses("vul", "gent", name, "iets")
    assert all(question.wording in said for question in load_form().questions)


def test_an_unknown_draft_is_refused(program: Program) -> None:
    program.refuses("vul", "oslo", "doel", "iets")


def test_more_than_one_match_touches_none(program: Program) -> None:
    program.add("gent2", "Gent in mei")
    said = program.refuses("vul", "Gent", "doel", "iets")
    assert "gent2  Gent in mei" in said


def test_a_broken_draft_keeps_its_bytes(program: Program) -> None:
    program.write("kapot.toml", "versie = 1\nkapot")
    assert "regel 2" in program.refuses("vul", "kapot", "doel", "iets")
    assert program.call("vul", "gent", "doel", "iets").code == 0


def test_a_draft_of_a_newer_version_is_refused(program: Program) -> None:
    program.write("nieuwer.toml", NEWER)
    assert "nieuwere versie" in program.refuses("vul", "nieuwer", "doel", "iets")


def test_text_that_is_not_utf_8_is_refused_with_its_line(program: Program) -> None:
    said = program.refuses("vul", "gent", "doel", stdin=b"goed\ncaf\xe9\n")
    assert "regel 2" in said


def test_an_argument_that_is_not_utf_8_is_refused_rather_than_losing_letters(
    program: Program,
) -> None:
    with program.untouched():
        assert program.run("vul", "gent", "doel", b"caf\xe9").code in (1, 2)


@pytest.mark.large
def test_more_than_a_draft_can_hold_is_refused(program: Program) -> None:
    program.refuses("vul", "gent", "doel", stdin=b"a" * 16_000_001)
    program.refuses("vul", "gent", "doel", stdin=b"a" * 16_000_000)


def test_an_answer_may_begin_with_a_dash(program: Program) -> None:
    for words in (("- lijst",), ("-3",), ("--", "-ja"), ("--", "--breedte")):
        assert program.call("vul", "gent", "doel", *words).code == 0
        assert program.answer(GOAL) == words[-1]


def test_what_the_program_does_not_know_survives(program: Program) -> None:
    path = program.write(
        "extra.toml",
        "# met de hand\nversie = 1\naangemaakt = 2026-11-24T14:32:07+01:00\nkleur = 'rood'\n"
        "[antwoorden]\nkosten = '12 euro'\n[later]\na = [1, {b = 2}]\n",
    )
    assert program.call("vul", "extra", "doel", "iets").code == 0
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (stored["kleur"], stored["later"]) == ("rood", {"a": [1, {"b": 2}]})
    assert stored["antwoorden"] == {"kosten": "12 euro", "doel": "iets"}


def test_a_draft_stays_private_and_its_moment_moves(program: Program) -> None:
    path = program.drafts / "gent.toml"
    assert program.call("vul", "gent", "doel", "nieuw").code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    assert stored["aangemaakt"] == MOMENT
    assert stored["gewijzigd"] != MOMENT
    assert list(program.drafts.iterdir()) == [path]


def test_a_draft_elsewhere_is_filled_where_it_is(program: Program) -> None:
    elsewhere = program.home / "usb.toml"
    (program.drafts / "gent.toml").rename(elsewhere)
    assert program.call("vul", str(elsewhere), "doel", "hier").code == 0
    assert program.answer(GOAL, str(elsewhere)) == "hier"
    assert list(program.drafts.iterdir()) == []


def test_what_was_saved_while_stdin_was_read_is_not_lost(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if not self.tell():
                program.add("gent", "Werkbezoek Gent", doel="oud", vervolg="intussen getypt")
            return super().read(size)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Slow(b"nieuw")))
    main(["vul", "gent", "doel"])
    assert program.answer("ZIJN ER VERVOLGAFSPRAKEN? ZO JA, WELKE?") == "intussen getypt"


def test_a_keyboard_is_not_waited_for(program: Program) -> None:
    with program.untouched():
        code, drawn = program.on_a_terminal("vul", "gent", "doel")
    assert code == 2
    assert "stdin" in drawn
