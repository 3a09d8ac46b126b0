"""What a draft is when it is begun."""

import re

import pytest

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.new_drafts import new_draft, new_id
from tests.clock import MOMENT

pytestmark = pytest.mark.time


def test_a_new_draft_is_empty_and_has_a_clean_title_and_an_id_of_its_day() -> None:
    draft = new_draft(" Gent\n\x1b[31m", MOMENT)
    assert draft == Draft(id=draft.id, title="Gent [31m", created=MOMENT, modified=MOMENT)
    assert re.fullmatch(r"2026-11-24-[a-z2-9]{5}", draft.id)


def test_ids_differ_and_hold_no_letter_that_looks_like_another() -> None:
    ids = {new_id(MOMENT) for _ in range(200)}
    assert len(ids) > 195
    assert not set("".join(name[11:] for name in ids)) & set("ilo01")
