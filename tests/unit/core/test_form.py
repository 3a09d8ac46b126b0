import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import pytest

from reisverslag_tui.core.form import Kind, Question, example_report, form_ids, load_form, read_form
from reisverslag_tui.core.text import clean
from reisverslag_tui.errors import FormError
from tests.strategies import FORM

_QUESTION = {
    "id": "doel",
    "kop": "DOEL?",
    "vraag": "Doel?",
    "kort": "Doel",
    "hulp": "Waarom?",
    "voorbeeld": "\nOmdat.\n",
    "soort": "lang",
}


_ABOVE = "titel='T'\nnaam='N'"


def _form(path: Path, *questions: Mapping[str, object], above: str = _ABOVE) -> Path:
    tables = [
        "[[vragen]]\n"
        + "".join(f"{key} = {json.dumps(value)}\n" for key, value in question.items())
        for question in questions
    ]
    path.write_text("\n".join([above, *tables]), encoding="utf-8")
    return path


def test_the_questions_are_those_of_the_form_in_their_order() -> None:
    assert [(question.id, question.heading, question.kind) for question in FORM.questions] == [
        ("personen", "HOEVEEL PERSONEN HEBBEN DE REIS GEMAAKT", Kind.SHORT),
        ("duur", "HOELANG DUURDE DE REIS?", Kind.SHORT),
        ("doel", "WAT WAS HET DOEL VAN DE REIS?", Kind.LONG),
        ("locaties", "WELKE LOCATIES ZIJN BEZOCHT?", Kind.LONG),
        ("ontmoet", "WIE HEB JE ONTMOET? (BENOEM DE FUNCTIEOMSCHRIJVING)", Kind.LONG),
        ("opbrengst", "WAT HEEFT DE REIS DE GEMEENTE OPGELEVERD?", Kind.LONG),
        ("vervolg", "ZIJN ER VERVOLGAFSPRAKEN? ZO JA, WELKE?", Kind.LONG),
    ]
    assert FORM.title == "VERSLAG BUITENLANDSE DIENSTREIS"


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.id)
def test_every_question_has_all_its_texts(question: Question) -> None:
    texts = {key: text for key, text in asdict(question).items() if key != "kind"}
    assert texts == {key: clean(text).strip() for key, text in texts.items()}
    assert all(texts.values())


def test_questions_are_numbered_from_1() -> None:
    numbers = [FORM.number(question.id) for question in FORM.questions]
    assert numbers == [1, 2, 3, 4, 5, 6, 7]


def test_a_question_that_is_not_on_the_form_has_no_number() -> None:
    with pytest.raises(ValueError, match="kosten"):
        FORM.number("kosten")


def test_a_form_knows_the_ids_of_its_questions() -> None:
    assert "doel" in FORM
    assert "kosten" not in FORM
    question: object = FORM.questions[0]
    assert question not in FORM


def test_the_form_is_one_of_those_that_come_with_the_program() -> None:
    assert form_ids() == {"dienstreis"}
    assert load_form("dienstreis") == FORM


@pytest.mark.parametrize("form_id", ["", "verlof", "../forms/dienstreis", "Dienstreis"])
def test_a_form_that_does_not_exist_is_not_loaded(form_id: str) -> None:
    with pytest.raises(FormError, match=f"'{form_id}'"):
        load_form(form_id)


def test_the_example_is_the_real_report() -> None:
    real = Path(__file__).parents[2] / "data" / "dienstreis-barcelona.txt"
    assert example_report() == real.read_text(encoding="utf-8")


def test_a_form_is_read_from_its_file(tmp_path: Path) -> None:
    form = read_form(
        _form(tmp_path / "eigen.toml", _QUESTION, {**_QUESTION, "id": "duur", "kop": "HOELANG?"})
    )
    assert (form.id, form.title, form.name) == ("eigen", "T", "N")
    assert [question.id for question in form.questions] == ["doel", "duur"]
    assert asdict(form.questions[0]) == {
        "id": "doel",
        "heading": "DOEL?",
        "wording": "Doel?",
        "label": "Doel",
        "help": "Waarom?",
        "example": "Omdat.",
        "kind": Kind.LONG,
    }


def _refusal(path: Path) -> str:
    """Return why a form is refused: what follows its name."""
    with pytest.raises(FormError) as caught:
        read_form(path)
    before, _, why = str(caught.value).partition(f"{path} kan niet gelezen worden: ")
    assert (before, why[-1:]) == ("Het formulier ", ".")
    return why


@pytest.mark.parametrize("key", _QUESTION)
def test_a_question_without_one_of_its_texts_is_refused_by_name(tmp_path: Path, key: str) -> None:
    rest = {name: value for name, value in _QUESTION.items() if name != key}
    other = {**_QUESTION, "id": "duur", "kop": "HOELANG?"}
    path = _form(tmp_path / "eigen.toml", other, rest, {**other, "id": "doel2"})
    assert _refusal(path) == f"regel 12: '{key}' ontbreekt."


@pytest.mark.parametrize(("number", "key"), enumerate(_QUESTION, start=4))
def test_a_question_with_a_number_for_a_text_is_refused(
    tmp_path: Path, number: int, key: str
) -> None:
    path = _form(tmp_path / "eigen.toml", {**_QUESTION, key: 3})
    assert _refusal(path) == f"regel {number}: '{key}' is geen tekst."


@pytest.mark.parametrize(("number", "key"), enumerate(_QUESTION, start=4))
def test_only_the_help_and_the_example_may_be_empty(tmp_path: Path, number: int, key: str) -> None:
    path = _form(tmp_path / "eigen.toml", {**_QUESTION, key: "\x1b \n"})
    if key in ("hulp", "voorbeeld"):
        assert len(read_form(path).questions) == 1
    else:
        assert _refusal(path) == f"regel {number}: '{key}' is leeg."


@pytest.mark.parametrize(
    ("above", "questions", "why"),
    [
        ("titel='T'", [_QUESTION], "'naam' ontbreekt."),
        ("naam='N'", [_QUESTION], "'titel' ontbreekt."),
        ("titel='T'\nnaam=3", [_QUESTION], "regel 2: 'naam' is geen tekst."),
        ("titel='T'\nnaam='N'", [], "er staan geen vragen in."),
        ("titel='T'\nnaam='N'\nvragen=[]", [], "regel 3: er staan geen vragen in."),
        ("titel='T'\nnaam='N'\n[vragen]", [], "regel 3: er staan geen vragen in."),
        (_ABOVE, [_QUESTION, {**_QUESTION, "kop": "?"}], "regel 13: een eerdere vraag heeft"),
        (_ABOVE, [_QUESTION, {**_QUESTION, "id": "a"}], "regel 14: een eerdere vraag heeft"),
        (_ABOVE, [{**_QUESTION, "soort": "breed"}], "regel 10: 'soort' is geen 'kort' of"),
        ("titel='T'\nnaam='N'\nvragen=[1]", [], "regel 3: een vraag is geen tabel."),
        ("titel='T'\nnaam='N'\nvragen=" + 2000 * "[", [], "regel 3: hier staat iets dat ik niet"),
        ("titel =", [], "regel 1: beschadigd of verkeerd getypt."),
        ("titel='T'\n\ntitel='T'", [], "regel 3: beschadigd of verkeerd getypt."),
        ("", [], "het bestand is leeg."),
        ("#" * 1_000_001, [], "te groot (meer dan 1 MB)."),
    ],
)
def test_what_is_no_form_is_refused(
    tmp_path: Path, above: str, questions: list[Mapping[str, object]], why: str
) -> None:
    assert _refusal(_form(tmp_path / "eigen.toml", *questions, above=above)).startswith(why)


def test_what_is_no_file_of_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"titel = 'T'\nnaam = '\xeb'")
    assert _refusal(tmp_path / "latin.toml") == "regel 2: geen UTF-8-tekst."
    for path in (tmp_path / "weg.toml", tmp_path):
        assert _refusal(path) == "het bestand gaat niet open."


def test_a_form_holds_nothing_that_drives_a_terminal(tmp_path: Path) -> None:
    hostile = {key: f"{text}\x1b\x9b\u202e" for key, text in _QUESTION.items()}
    form = read_form(_form(tmp_path / "eigen.toml", hostile, above='titel="\\u001bT"\nnaam="N"'))
    assert form.title == "T"
    assert form.questions == read_form(_form(tmp_path / "eigen.toml", _QUESTION)).questions


def test_the_name_of_a_form_does_not_drive_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(FormError) as caught:
        read_form(tmp_path / "\x1b[31m\u202e.toml")
    assert str(caught.value).isprintable()
