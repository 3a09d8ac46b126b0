"""What a terminal pastes that does not mark it: text where one types, and nothing elsewhere."""

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.dialogs.choice import ChoiceDialog
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.screens.answers import AnswersScreen
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start

TABLE = "Naam\tFunctie\rPiet\tWethouder\r"
LINE = "Naam Functie Piet Wethouder"


@pytest.mark.parametrize("question", ["1", "3"])
async def test_a_table_stays_in_the_answer_it_is_pasted_in(
    start: Start, draft: Draft, question: str
) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", question)
        await user.send(TABLE.encode())
        assert user.focused is user.area
        assert user.area.text == TABLE.replace("\r", "\n")
        await user.saved()
        assert list(user.answers().values()) == [user.area.text]


async def test_on_one_line_it_is_one_line_and_does_not_submit_it(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    async with start(stored("Gent")) as user:
        await user.press("ctrl+t", "ctrl+u")
        await user.send(TABLE.encode())
        await user.at(TitleDialog)
        assert user.value == LINE
        await user.press("escape", "escape")
        await user.at(ReportsScreen)
        await user.send(TABLE.encode())
        await user.at(ReportsScreen)
        assert user.value == LINE
    assert [draft.title for draft in store.drafts()[0]] == ["Gent"]


async def test_where_nothing_is_typed_it_presses_no_button_and_gives_no_command(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("Gent")) as user:
        await user.press("f2")
        await user.at(AnswersScreen)
        await user.send(TABLE.encode())
        await user.at(AnswersScreen)
        await user.press("f3")
        await user.at(PreviewScreen)
        await user.send(TABLE.encode())
        await user.at(PreviewScreen)
        await user.app.push_screen(ChoiceDialog("Weg?", "Zeker?", {"no": "Nee", "yes": "Ja"}))
        await user.send(TABLE.encode())
        assert user.dialog
        assert user.answers() == {}


@pytest.mark.parametrize("table", ["a\tb\rc\td\r", "Naam\tFunctie\r", TABLE])
async def test_a_table_in_pieces_that_are_too_short_loses_no_text(
    start: Start, draft: Draft, table: str
) -> None:
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        for at in range(0, len(table), 4):
            await user.send(table[at : at + 4].encode())
        assert user.focused is user.area
        assert user.area.text == table.replace("\t", "").replace("\r", "\n")


async def test_at_a_button_of_a_question_text_goes_into_the_answer(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        for text in (TABLE.encode(), b"a", b"\x1b[200~b\x1b[201~"):
            await user.press("tab")
            assert user.focused is not user.area
            await user.send(text)
            assert user.focused is user.area
        assert user.area.text == TABLE.replace("\r", "\n") + "ab"


async def test_what_is_typed_in_bundles_on_a_slow_line_is_keys(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        for bundle in (b"2\r4", b" dag", b"en\r", b"Lere", b"n\ren", b"\r\x1b[20~G", b"ent"):
            await user.send(bundle)
        await user.saved()
        assert user.answers() == {
            "personen": "2",
            "duur": "4 dagen",
            "doel": "Leren\nen\n",
            "locaties": "Gent",
        }
