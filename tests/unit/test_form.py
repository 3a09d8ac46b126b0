import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from reisverslag_tui.errors import FormError
from reisverslag_tui.form import Kind, example_report, form_ids, load_form, read_form
from reisverslag_tui.text import clean
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


def _form(path: Path, *questions: Mapping[str, object], above: str = "titel='T'\nnaam='N'") -> Path:
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
def test_every_question_has_all_its_texts(question: object) -> None:
    texts = {key: text for key, text in vars(question).items() if key != "kind"}
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
    assert FORM.questions[0] not in FORM


def test_the_form_is_one_of_those_that_come_with_the_program() -> None:
    assert form_ids() == {"dienstreis"}
    assert load_form("dienstreis") == FORM


@pytest.mark.parametrize("form_id", ["", "verlof", "../forms/dienstreis", "Dienstreis"])
def test_a_form_that_does_not_exist_is_not_loaded(form_id: str) -> None:
    with pytest.raises(FormError, match=f"'{form_id}'"):
        load_form(form_id)


def test_the_example_is_the_real_report() -> None:
    real = Path(__file__).parents[1] / "data" / "dienstreis-barcelona.txt"
    assert example_report() == real.read_text(encoding="utf-8")


def test_a_form_is_read_from_its_file(tmp_path: Path) -> None:
    form = read_form(
        _form(tmp_path / "eigen.toml", _QUESTION, {**_QUESTION, "id": "duur", "kop": "HOELANG?"})
    )
    assert (form.id, form.title, form.name) == ("eigen", "T", "N")
    assert [question.id for question in form.questions] == ["doel", "duur"]
    assert vars(form.questions[0]) == {
        "id": "doel",
        "heading": "DOEL?",
        "wording": "Doel?",
        "label": "Doel",
        "help": "Waarom?",
        "example": "Omdat.",
        "kind": Kind.LONG,
    }


@pytest.mark.parametrize("key", _QUESTION)
def test_a_question_without_one_of_its_texts_is_refused_by_name(tmp_path: Path, key: str) -> None:
    rest = {name: value for name, value in _QUESTION.items() if name != key}
    with pytest.raises(FormError, match=rf"eigen\.toml ontbreekt '{key}'"):
        read_form(_form(tmp_path / "eigen.toml", rest))


@pytest.mark.parametrize("key", _QUESTION)
def test_a_question_with_a_number_for_a_text_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(FormError, match=r"eigen\.toml"):
        read_form(_form(tmp_path / "eigen.toml", {**_QUESTION, key: 3}))


@pytest.mark.parametrize(
    ("above", "questions", "why"),
    [
        ("titel='T'", [_QUESTION], "ontbreekt 'naam'"),
        ("naam='N'", [_QUESTION], "ontbreekt 'titel'"),
        ("titel='T'\nnaam='N'", [], "ontbreekt 'vragen'"),
        ("titel='T'\nnaam='N'\nvragen=[]", [], "ontbreken vragen"),
        ("titel='T'\nnaam='N'", [_QUESTION, _QUESTION], "dubbel"),
        ("titel='T'\nnaam='N'", [{**_QUESTION, "soort": "breed"}], "kan niet gelezen"),
        ("titel='T'\nnaam='N'\nvragen=[1]", [], "kan niet gelezen"),
        ("titel='T'\nnaam='N'\nvragen=" + 2000 * "[", [], "kan niet gelezen"),
        ("titel =", [], "kan niet gelezen"),
        ("", [], "ontbreekt"),
    ],
)
def test_what_is_no_form_is_refused(
    tmp_path: Path, above: str, questions: list[Mapping[str, object]], why: str
) -> None:
    with pytest.raises(FormError, match=why):
        read_form(_form(tmp_path / "eigen.toml", *questions, above=above))


def test_a_form_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"titel = 'T\xeb'")
    for path in (tmp_path / "weg.toml", tmp_path, tmp_path / "latin.toml"):
        with pytest.raises(FormError, match="kan niet gelezen"):
            read_form(path)
