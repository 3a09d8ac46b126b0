"""A report that another window or another program writes in as well."""

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.store import DraftStore
from reisverslag_tui.ui.flows.conflict import Conflict
from reisverslag_tui.ui.screens.question import QuestionScreen
from tests.ui.conftest import MakeDraft
from tests.ui.user import User


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the dialogs come as soon as they can."""
    monkeypatch.setattr(Conflict, "calm", 0.01)


@pytest.fixture
def draft(stored: MakeDraft) -> Draft:
    return stored("Gent", doel="Leren.", duur="4 dagen")


def kept_answers(store: DraftStore, draft: Draft, question: str) -> list[str]:
    """Return an answer as it is in each of the earlier versions."""
    versions = [version.content for version in store.versions(draft.id).all()]
    return [version.answers.get(question, "") for version in versions if isinstance(version, Draft)]


def write_outside(store: DraftStore, draft: Draft, old: str, new: str) -> None:
    """Change the file of a draft as an editor does."""
    path = store.path(draft.id)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def opened(user: User) -> None:
    await user.press("enter")
    await user.at(QuestionScreen)
    await user.press("ctrl+g", "3")
