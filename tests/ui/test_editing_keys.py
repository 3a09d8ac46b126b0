"""Keys with Shift, Ctrl or Alt do what they do in other programs, and nothing else."""

from pathlib import Path

import pytest
from textual.widgets import Input

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.clipboard import NOTHING_TO_PASTE
from reisverslag_tui.ui.dialogs.line import TitleDialog
from reisverslag_tui.ui.flows.in_use import InUseDialog
from reisverslag_tui.ui.screens.question import QuestionScreen
from reisverslag_tui.ui.screens.reports import ReportsScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User

LINES: dict[str, tuple[str, ...]] = {
    "title": ("ctrl+t",),
    "find": ("ctrl+f",),
    "replace": ("ctrl+f", "tab"),
    "commands": ("ctrl+o",),
    "path": ("f3", "o"),
    "search": ("escape",),
}
"""The keys that lead from a question to a line on which one types."""

UNBOUND = (
    "ctrl+@",
    "shift+escape",
    "alt+escape",
    "ctrl+escape",
    "alt+f9",
    "ctrl+shift+f10",
    "shift+f9",
    "ctrl+shift+delete",
    "alt+insert",
    "insert",
    "ctrl+alt+up",
    "shift+tab+q",
    "<unknown>",
    "f35",
)


async def go(user: User, *keys: str) -> None:
    for key in keys:
        await user.press(key)


async def test_an_answer_is_cut_copied_and_pasted_with_shift_and_ctrl(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.write("een twee")
        await user.press("f7", "ctrl+insert", "end", "shift+insert")
        assert user.area.text == "een tweeeen twee"
        await user.press("f7", "shift+delete")
        assert user.area.text == ""
        await user.press("shift+insert", "ctrl+backspace")
        assert user.area.text == "een tweeeen "
        await user.press("alt+backspace", "home", "ctrl+delete")
        assert user.area.text.strip() == ""


@pytest.mark.parametrize("line", LINES)
async def test_so_is_every_line_on_which_one_types(
    start: Start, stored: MakeDraft, line: str
) -> None:
    async with start(stored()) as user:
        await go(user, *LINES[line], "end", "ctrl+u")
        await user.write("een twee drie")
        await user.press("ctrl+backspace")
        now = user.focused
        assert isinstance(now, Input)
        assert now.value == "een twee "
        await user.press("alt+backspace", "home", "ctrl+delete")
        assert now.value == ""
        await user.write("vier")
        await user.press("shift+home", "ctrl+insert", "end", "shift+insert")
        assert now.value == "viervier"
        await user.press("shift+home", "shift+delete")
        assert now.value == ""
        await user.press("shift+insert")
        assert now.value == "viervier"
        await user.press("shift+delete")  # with nothing selected
        assert user.app.clipboard == "viervier"


async def test_who_pastes_what_is_not_there_is_told_how_and_keeps_the_selection(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(personen="twee")) as user:
        for key in ("ctrl+v", "shift+insert"):
            await user.press("f7", key)
            assert user.said == NOTHING_TO_PASTE
            assert user.area.text == "twee"
            user.app.clear_notifications()
        await user.paste("")
        assert user.area.text == "twee"
        await user.press("ctrl+t", "shift+insert")
        assert user.said == NOTHING_TO_PASTE
        assert user.value == "Reis"


async def test_a_key_that_throws_away_does_so_without_shift_ctrl_or_alt_only(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    stored("Gent")
    async with start() as user:
        await user.sees("Gent")
        await user.press("shift+delete", "ctrl+delete", "alt+delete", *UNBOUND)
        await user.at(ReportsScreen)
        assert [draft.title for draft in store.drafts()[0]] == ["Gent"]
        assert user.value == ""


async def test_a_key_that_means_nothing_types_nothing_and_leads_nowhere(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        for question in ("1", "3"):
            await user.press("ctrl+g", question)
            await user.write("een")
            await user.press(*UNBOUND)
            await user.at(QuestionScreen)
            assert user.area.text == "een"
        await user.press("ctrl+t")
        await user.at(TitleDialog)
        await user.press(*UNBOUND)
        await user.at(TitleDialog)
        assert user.value == "Reis"


async def test_a_new_line_in_a_short_answer_too_and_without_a_marker_in_a_list(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.write("een")
        await user.press("shift+enter")
        await user.send(b"twee\ndrie")
        assert user.area.text == "een\ntwee\ndrie"
        assert user.question == "personen"
        await user.press("ctrl+g", "3")
        await user.write("- een")
        await user.press("ctrl+enter")
        assert user.area.text == "- een\n"


async def test_what_may_only_be_read_is_changed_by_no_key(
    start: Start, stored: MakeDraft, store: DraftStore
) -> None:
    draft = stored(personen="een twee")
    session = store.open(draft.id)
    async with start(draft) as user:
        await user.at(InUseDialog)
        await user.press("enter")
        await user.at(QuestionScreen)
        user.app.copy_to_clipboard("weg")
        keys = ("ctrl+insert", "shift+delete", "shift+insert", "ctrl+backspace", "ctrl+delete")
        await user.press("home", *keys, "backspace", "delete", "shift+enter", "ctrl+z")
        await user.send(b"regel een van de tekst\rregel twee")
        await user.send(b"a\n")
        assert user.area.text == "een twee"
        assert user.app.clipboard == "weg"
    session.close()


async def test_who_chooses_another_key_keeps_that_of_other_programs(
    start: Start, draft: Draft, settings: Path
) -> None:
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("[toetsen]\nplakken = 'ctrl+b'\n")
    async with start(draft) as user:
        user.app.copy_to_clipboard("twee")
        await user.press("ctrl+b", "shift+insert", "ctrl+v")
        assert user.area.text == "tweetwee"


async def test_far_too_much_for_one_line_is_cut_off_and_said(
    start: Start, stored: MakeDraft
) -> None:
    pasted = "kennis\tdelen, ook over\r\n" * 1_000
    for keys in (*LINES.values(), ("escape", "f9"), ("f11", "down", "enter")):
        async with start(stored(doel="Kennis delen")) as user:
            await go(user, *keys, "end", "ctrl+u")
            line = user.focused
            assert isinstance(line, Input)
            for way in (pasted, pasted[:4_000]):
                user.app.clear_notifications()
                await user.press("ctrl+u")
                await user.paste(way)
                assert line.value == pasted.replace("\r\n", " ").replace("\t", " ")[:1_000]
                assert user.said == "Op deze regel passen 1000 tekens. De rest is weggelaten."
            await user.press("x")
            assert len(line.value) == 1_000
            await user.press("backspace", "x")
            assert line.value.endswith("x")
            await user.press("ctrl+u")
            for part in range(0, len(pasted), 4_096):
                await user.send(pasted[part : part + 4_096].encode())
            assert len(line.value) == 1_000


async def test_what_was_longer_to_begin_with_can_be_made_shorter(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored("t" * 1_200)) as user:
        await user.press("ctrl+t", "end", "x", "backspace")
        assert user.value == "t" * 1_199
        await user.press("home", "shift+end")
        await user.write("Oslo")
        assert user.value == "Oslo"
