"""One stored draft that is open in a window: its file, its versions, the session."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.session import Session
from reisverslag_tui.storage.versions import Versions
from tests.clock import MOMENT
from tests.strategies import a_draft

DRAFT = a_draft({"doel": "Leren"})


def answered(text: str, minutes: float = 1) -> Draft:
    return DRAFT.answer("doel", text, MOMENT + timedelta(minutes=minutes))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "concepten").mkdir()
    made = tmp_path / "concepten" / f"{DRAFT.id}.toml"
    made.write_bytes(to_toml(DRAFT))
    return made


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versies", DRAFT.id)


@pytest.fixture
def session(path: Path, versions: Versions) -> Iterator[Session]:
    with Session.open(path, versions) as opened:
        yield opened


def kept_drafts(versions: Versions) -> list[Draft]:
    """Return the versions, the newest first; that all can be read is asserted."""
    contents = [version.content for version in versions.all()]
    drafts = [content for content in contents if isinstance(content, Draft)]
    assert drafts == contents
    return drafts


def kept_goals(versions: Versions) -> list[str]:
    """Return the answer to the question "doel" of each version, the newest first."""
    return [draft.answers["doel"] for draft in kept_drafts(versions)]


def edit_outside(path: Path, text: str = "Buiten") -> bytes:
    path.write_bytes(to_toml(answered(text)))
    return path.read_bytes()
