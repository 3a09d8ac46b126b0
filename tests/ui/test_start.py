"""That the start does nothing twice, and nothing that can wait."""

import gc
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.parse import parse

from reisverslag_tui.core.draft import Draft
from tests.ui.conftest import Start


async def test_our_styles_are_parsed_once(
    start: Start, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: Counter[str] = Counter()

    def counted(scope: str, css: str, source: tuple[str, str], **named: Any) -> Iterable[RuleSet]:
        parsed[Path(source[0]).name] += 1
        return parse(scope, css, source, **named)

    monkeypatch.setattr("textual.css.stylesheet.parse", counted)
    async with start(draft) as user:
        await user.sees("Vraag 1 van 7")
    assert parsed["app.tcss"] == 1


async def test_garbage_is_looked_for_once_the_program_runs(start: Start, draft: Draft) -> None:
    gc.disable()
    try:
        async with start(draft) as user:
            await user.sees("Vraag 1 van 7")
            assert gc.isenabled()
            assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.enable()
