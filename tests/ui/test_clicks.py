"""Two clicks, or a click and a key, that arrive at once: the second is about what is there then."""

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.flows.erase import EraseDialog, SurelyEraseDialog
from reisverslag_tui.ui.screens.bin import BinScreen
from reisverslag_tui.ui.screens.preview import PreviewScreen
from reisverslag_tui.ui.screens.question import QuestionScreen
from tests.ui.conftest import MakeDraft, Start
from tests.ui.user import User


def click(user: User, text: str) -> bytes:
    """Return what a terminal sends for a click on `text`, which has a space behind it."""
    lines = [f"{line} " for line in user.shown.split("\n")]
    row = next(number for number, line in enumerate(lines) if f"{text} " in line)
    place = f"\x1b[<0;{lines[row].index(text) + 2};{row + 1}".encode()
    return place + b"M" + place + b"m"


F10 = b"\x1b[21~"
PLACES: dict[str, tuple[str, ...]] = {
    "Antwoorden ": ("ctrl+o",),
    "Volgende ": ("ctrl+o",),
    "Titel wijzigen": ("ctrl+o",),
    "Thema": ("f11",),
    "Breedte": ("f11",),
    "Muis": ("f11",),
    "Eerdere versies": ("f11",),
    "licht": ("f11", "enter"),
    "3  Doel": ("ctrl+g",),
    "versie 1": ("f12",),
    "Doel": ("f12", "a"),
    "Opslaan": ("ctrl+t",),
    "Laat maar": ("ctrl+t",),
    "Volgende ›": (),
    "Vul in": ("f2",),
    "F2 Antwoorden": (),
    "Sluiten": ("f1",),
    "Gent": ("escape",),
    "Weg": ("escape", "f9"),
    "In de prullenbak laten": ("escape", "f9", "delete"),
    "In alle antwoorden": ("ctrl+f", "a", "tab", "b"),
}


@pytest.fixture
def draft(store: DraftStore, stored: MakeDraft) -> Draft:
    """A report with one earlier version, and another in the bin."""
    store.throw_away(stored("Weg").id)
    draft = stored("Gent", personen="2 man", doel="lang doel")
    store.versions(draft.id).keep(draft.answer("doel", "iets anders", draft.created))
    return draft


@pytest.mark.parametrize("place", PLACES)
async def test_nothing_that_is_chosen_twice_at_once_ends_the_program(
    start: Start, draft: Draft, place: str
) -> None:
    async with start(draft, size=(100, 30)) as user:
        for key in PLACES[place]:
            await user.press(key)
        await user.sees(place)
        await user.send(click(user, place) * 2 + b"\r")
        assert user.app.fault is None
        await user.send(F10)


@pytest.mark.parametrize("place", ["Antwoorden ", "Breedte", "3  Doel"])
@pytest.mark.parametrize("key", [b"\r", b"\x1b[B\r", F10])
async def test_a_key_behind_a_click_comes_when_all_is_there(
    start: Start, draft: Draft, place: str, key: bytes
) -> None:
    async with start(draft, size=(100, 30)) as user:
        for way in PLACES[place]:
            await user.press(way)
        await user.sees(place)
        await user.send(click(user, place) + key)
        assert user.app.fault is None


async def test_the_enter_behind_a_click_is_for_where_the_click_leads(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored()) as user:
        await user.press("ctrl+o")
        await user.sees("Volgende ")
        await user.send(click(user, "Volgende ") + b"4 dagen\rleren")
        await user.saved()
        assert user.answers() == {"duur": "4 dagen", "doel": "leren"}
        await user.send(click(user, "F3 Voorbeeld") + b"t")
        await user.at(PreviewScreen)
        await user.sees("Opgemaakt")


@pytest.mark.parametrize("times", [2, 3])
async def test_a_double_click_chooses_once(
    start: Start, stored: MakeDraft, store: DraftStore, times: int
) -> None:
    async with start(stored()) as user:
        await user.press("ctrl+o")
        await user.sees("Volgende ")
        await user.send(click(user, "Volgende ") * times)
        await user.until(lambda: isinstance(user.screen, QuestionScreen))
        assert user.question == "duur"
    store.throw_away(store.drafts()[0][0].id)
    async with start() as user:
        await user.sees("Nieuw verslag")
        await user.send(click(user, "Nieuw verslag") * times)
        await user.at(QuestionScreen)
        await user.write("twee")
        await user.saved()
        assert user.answers() == {"personen": "twee"}


async def test_a_double_click_does_not_answer_the_question_that_follows_too(
    start: Start, draft: Draft, store: DraftStore
) -> None:
    async with start(draft) as user:
        await user.press("escape", "f9")
        await user.at(BinScreen)
        await user.press("delete")
        await user.at(EraseDialog)
        await user.press("right")
        once = click(user, "Voorgoed wissen")
        await user.send(once * 2)
        await user.at(SurelyEraseDialog)
        assert [one.title for one in store.binned()[0]] == ["Weg"]
